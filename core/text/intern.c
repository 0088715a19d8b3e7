#include "text/intern.h"

#include "base/utf8.h"
#include "text/unicode.h"

#include <stdlib.h>

#ifdef CQ_STRESS
#define FIRST_SLOTS 4u
#else
#define FIRST_SLOTS 8192u
#endif

static uint32_t *new_slots(uint32_t count) {
    uint32_t *slots = calloc(count, sizeof *slots);
    if (!slots)
        cq_arena_exhausted();
    return slots;
}

void cq_intern_init(cq_intern *words) {
    *words = (cq_intern){.slot_count = FIRST_SLOTS, .slots = new_slots(FIRST_SLOTS)};
    cq_arena_init(&words->arena);
    cq_arena_init(&words->texts);
    CQ_ARRAY_PUSH(&words->arena, &words->entries)->text = CQ_STR("");
}

void cq_intern_release(cq_intern *words) {
    free(words->slots);
    cq_arena_release(&words->arena);
    cq_arena_release(&words->texts);
    *words = (cq_intern){0};
}

/* The slot where the word is, or the free one where it would go. */
static uint32_t find_slot(const cq_intern *words, cq_str folded, uint64_t hash) {
    uint32_t mask = words->slot_count - 1;
    for (uint32_t slot = (uint32_t)hash & mask;; slot = (slot + 1) & mask) {
        uint32_t id = words->slots[slot];
        if (!id)
            return slot;
        const cq_intern_entry *entry = &words->entries.at[id];
        if (entry->hash == hash && cq_str_is_equal(entry->text, folded))
            return slot;
    }
}

static void fill_slots(cq_intern *words) {
    for (uint32_t id = 1; id < words->entries.len; id++)
        words->slots[find_slot(words, words->entries.at[id].text, words->entries.at[id].hash)] = id;
}

static void grow_slots(cq_intern *words) {
    free(words->slots);
    words->slot_count *= 2;
    words->slots = new_slots(words->slot_count);
    fill_slots(words);
}

cq_word cq_intern_get(cq_intern *words, cq_str folded) {
    uint64_t hash = cq_str_hash(folded);
    uint32_t slot = find_slot(words, folded, hash);
    if (words->slots[slot])
        return words->slots[slot];
    if (words->entries.len >= words->slot_count / 2) {
        grow_slots(words);
        slot = find_slot(words, folded, hash);
    }
    cq_word id = words->entries.len;
    cq_intern_entry *entry = CQ_ARRAY_PUSH(&words->arena, &words->entries);
    entry->text = cq_str_dup(&words->texts, folded);
    entry->hash = hash;
    words->slots[slot] = id;
    return id;
}

cq_word cq_intern_find(const cq_intern *words, cq_str folded) {
    return words->slots[find_slot(words, folded, cq_str_hash(folded))];
}

static uint32_t fold_code_point(uint32_t code_point) {
    switch (code_point) {
    case 0x2019: /* right single quotation mark */
    case 0x02BC: /* modifier letter apostrophe */
        return '\'';
    case 0x2010: /* hyphen */
    case 0x2011: /* non-breaking hyphen */
        return '-';
    default:
        return cq_unicode_fold(code_point);
    }
}

static bool is_ascii(cq_str s) {
    for (size_t i = 0; i < s.len; i++)
        if ((unsigned char)s.ptr[i] >= 0x80)
            return false;
    return true;
}

static void fold_into(cq_buf *out, cq_str written) {
    const char *p = written.ptr, *end = written.ptr + written.len;
    while (p < end) {
        uint32_t length;
        uint32_t code_point = cq_utf8_decode(p, end, &length);
        p += length;
        if (code_point == 0x00AD) /* soft hyphen */
            continue;
        char encoded[4];
        unsigned used = cq_utf8_encode(fold_code_point(code_point), encoded);
        cq_buf_push_str(out, (cq_str){encoded, used});
    }
}

static cq_word fold_ascii(cq_intern *words, cq_str written, char *room) {
    for (size_t i = 0; i < written.len; i++) {
        char c = written.ptr[i];
        room[i] = c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
    }
    return cq_intern_get(words, (cq_str){room, written.len});
}

cq_word cq_intern_fold(cq_intern *words, cq_str written) {
    char room[64]; /* nearly every word fits */
    if (written.len <= sizeof room && is_ascii(written))
        return fold_ascii(words, written, room);
    cq_buf folded = {0};
    fold_into(&folded, written);
    cq_word word = cq_intern_get(words, cq_buf_get(&folded));
    cq_buf_release(&folded);
    return word;
}

cq_intern_mark cq_intern_get_mark(const cq_intern *words) {
    return (cq_intern_mark){cq_arena_get_mark(&words->texts), words->entries.len};
}

void cq_intern_rewind(cq_intern *words, cq_intern_mark mark) {
    uint32_t dropped = words->entries.len - mark.count;
    if (dropped > words->slot_count / 8) {
        words->entries.len = mark.count;
        memset(words->slots, 0, words->slot_count * sizeof *words->slots);
        fill_slots(words);
    } else {
        /* Last in, first out: without later words, no probe goes through the freed slot. */
        while (words->entries.len > mark.count) {
            uint32_t last = words->entries.len - 1;
            const cq_intern_entry *entry = &words->entries.at[last];
            words->slots[find_slot(words, entry->text, entry->hash)] = 0;
            words->entries.len = last;
        }
    }
    cq_arena_rewind(&words->texts, mark.texts);
}
