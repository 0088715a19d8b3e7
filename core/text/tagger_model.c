#include "text/tagger_model.h"

#include <math.h>
#include <pthread.h>

#if __BYTE_ORDER__ != __ORDER_LITTLE_ENDIAN__
#error "the tagger's model is read in place, as little-endian numbers"
#endif

/* The assembler puts the file's bytes where the linker keeps constants: pages that nobody reads are
   never loaded. The path is relative to the root, where the compiler is run. */
#ifdef __APPLE__
#define SECTION ".const_data\n"
#define SYMBOL(name) "_" name
#else
#define SECTION ".section .rodata\n"
#define SYMBOL(name) name
#endif
#define START SYMBOL("cq_tagger_model_start")
#define END SYMBOL("cq_tagger_model_end")

__asm__(SECTION ".balign 16\n"
                ".globl " START "\n.globl " END "\n" START ":\n"
                ".incbin \"core/text/tagger.model\"\n" END ":\n"
                ".byte 0\n"
                ".text\n");

extern const unsigned char cq_tagger_model_start[] __attribute__((visibility("hidden")));
extern const unsigned char cq_tagger_model_end[] __attribute__((visibility("hidden")));

static cq_tagger_model english;
static bool is_english_there;

/* Takes `count` items of `size` bytes off the front, at an address divisible by 4. Where there are
   too few, NULL, and from then on always. */
static const void *take(cq_str *rest, size_t count, size_t size) {
    size_t length = (count * size + 3) & ~(size_t)3;
    const char *at = rest->ptr;
    if (!at || length > rest->len) {
        rest->ptr = NULL;
        return NULL;
    }
    *rest = cq_str_slice(*rest, length, rest->len);
    return at;
}

bool cq_tagger_model_init(cq_tagger_model *model, const void *bytes, size_t size) {
    cq_str rest = {bytes, size};
    const uint32_t *header = take(&rest, CQ_TAGGER_HEADER, 1);
    if (!header || header[0] != CQ_TAGGER_MAGIC) return false;
    *model = (cq_tagger_model){.slot_count = header[1],
                               .first_full = header[3],
                               .entry_count = header[4],
                               .class_count = header[5],
                               .feats_count = header[6],
                               .script_count = header[7]};
    model->bitmap = take(&rest, CQ_TAGGER_BITMAP_WORDS, sizeof *model->bitmap);
    model->slots = take(&rest, header[1], sizeof *model->slots);
    model->cells = take(&rest, header[2], sizeof *model->cells);
    model->keys = take(&rest, header[4], sizeof *model->keys);
    model->values = take(&rest, header[4], sizeof *model->values);
    model->classes = take(&rest, header[5], sizeof *model->classes);
    model->feats = take(&rest, header[6], sizeof *model->feats);
    model->scripts = take(&rest, header[7], sizeof *model->scripts);
    model->text = take(&rest, header[8], 1);
    for (int i = 0; i < 256; i++) model->odds[i] = expf(-(float)i * (float)header[9] / 65536.0f);
    return model->text != NULL;
}

static void load_english(void) {
    size_t size = (size_t)(cq_tagger_model_end - cq_tagger_model_start);
    is_english_there = cq_tagger_model_init(&english, cq_tagger_model_start, size);
}

const cq_tagger_model *cq_tagger_model_of(cq_str language) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    bool is_english =
        cq_str_has_prefix(language, CQ_STR("en")) && (language.len == 2 || language.ptr[2] == '-');
    if (!is_english) return NULL;
    pthread_once(&once, load_english);
    return is_english_there ? &english : NULL;
}
