#include "text/variant.h"

#include "base/utf8.h"
#include "text/function_word.h"

#include <stdlib.h>

/* A way to write a name. */
typedef struct name_form {
    uint64_t name;    /* hash of its letters, without accents, hyphens and spaces */
    uint64_t writing; /* hash of its words as they are written */
    cq_variant_place place;
    uint32_t next; /* another form of the same name: its index + 1 */
} name_form;

/* What names are compared by. The letters, without accents, hyphens and spaces, are hashed as a
   polynomial, so that the hash of a name is made of its words': Terry Man is Terryman. */
typedef struct name_hash {
    uint64_t letters;
    uint64_t power;   /* of the base, for each letter; 0: of no word yet */
    uint64_t writing; /* of the words as they are written, but for an ending 's */
    uint32_t len;     /* letters, in bytes */
    uint32_t count;   /* of a word: how often it begins a name */
} name_hash;

#define HASH_BASE 0x100000001B3u

/* One look at every name tells which are written in two ways; they are few, and only they are looked
   at closely. */
typedef struct name_sketch {
    uint32_t name;    /* a part of its hash */
    uint32_t writing; /* a part of its hash; 0: a free slot, IS_VARIED: there were several */
} name_sketch;

#define IS_VARIED UINT32_MAX
#define VARIED_BITS 16 /* of a name's part that tell it in the set of varied names */

/* Where a name may begin. */
typedef struct name_start {
    uint32_t sentence, token;
    uint32_t names[CQ_VARIANT_TOKENS]; /* of one word, two and three: parts of their hashes; 0: no
                                          name, or one word that was met before */
} name_start;

typedef struct finder {
    const cq_doc *doc;
    const cq_patience *patience;
    cq_arena scratch;
    CQ_ARRAY(name_start) starts; /* in the order of the text */
    name_sketch *sketches;       /* open addressing by name */
    uint32_t sketch_slots, sketch_count;
    uint64_t *varied; /* a bit for each name that is written in several ways; names may share one */
    bool has_varied;
    /* By word. */
    name_hash *hashes;
    bool *is_function;
    CQ_ARRAY(name_form) forms;
    uint32_t *slots; /* open addressing by name: index + 1 of its first form */
    uint32_t slot_count;
} finder;

/* The letters that those from U+00E0 to U+017F have without their accents; '.' has several. */
static const char base_letters[] =
    "aaaaaa.ceeeeiiiidnooooo.ouuuuy.yaaaaaaccccccccddddeeeeeeeeeegggg"
    "gggghhhhiiiiiiiiii..jjkkkllllllllllnnnnnnnnnoooooo..rrrrrrssssss"
    "ssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

static const char *find_base_letters(uint32_t code_point) {
    switch (code_point) {
    case 0xE6: return "ae";
    case 0xF7: return "";
    case 0xFE: return "th";
    case 0x132:
    case 0x133: return "ij";
    case 0x152:
    case 0x153: return "oe";
    default: return NULL;
    }
}

static void push_byte(name_hash *hash, char byte) {
    hash->letters = hash->letters * HASH_BASE + (unsigned char)byte;
    hash->power *= HASH_BASE;
    hash->len++;
}

static void push_letter(name_hash *hash, const char *bytes, uint32_t count, uint32_t code_point) {
    const char *several = find_base_letters(code_point);
    if (several)
        for (; *several; several++) push_byte(hash, *several);
    else if (code_point >= 0xE0 && code_point < 0xE0 + sizeof base_letters - 1)
        push_byte(hash, base_letters[code_point - 0xE0]);
    else
        for (uint32_t i = 0; i < count; i++) push_byte(hash, bytes[i]);
}

static name_hash hash_word(cq_str word) {
    if (cq_str_has_suffix(word, CQ_STR("'s"))) word.len -= 2;
    name_hash hash = {.power = 1, .writing = cq_str_hash(word)};
    for (const char *p = word.ptr, *end = p + word.len; p < end;) {
        if (*p == '-' || *p == '\'') {
            p++;
        } else if ((unsigned char)*p < 0x80) {
            push_byte(&hash, *p++);
        } else {
            uint32_t bytes, code_point = cq_utf8_decode(p, end, &bytes);
            push_letter(&hash, p, bytes, code_point);
            p += bytes;
        }
    }
    return hash;
}

/* A word of a name; each is hashed once. */
static name_hash *get_word(finder *f, cq_word word) {
    name_hash *hash = &f->hashes[word];
    if (!hash->power) *hash = hash_word(cq_intern_text(f->doc->words, word));
    return hash;
}

static void append_word(name_hash *name, const name_hash *word) {
    name->letters = name->letters * word->power + word->letters;
    name->writing = (name->writing ^ word->writing) * 0x9E3779B97F4A7C15u;
    name->len += word->len;
}

/* The low bits of the letters' hash alone are too much alike. */
static uint64_t mix(uint64_t hash) {
    hash *= 0x9E3779B97F4A7C15u;
    return hash ^ hash >> 32;
}

static name_sketch *find_sketch(const finder *f, uint32_t name) {
    uint32_t slot = name * 0x9E3779B1u & (f->sketch_slots - 1);
    while (f->sketches[slot].writing && f->sketches[slot].name != name)
        slot = (slot + 1) & (f->sketch_slots - 1);
    return &f->sketches[slot];
}

static void grow_sketches(finder *f) {
    name_sketch *old = f->sketches;
    uint32_t count = f->sketch_slots;
    f->sketch_slots = count ? count * 2 : 512;
    f->sketches = CQ_ARENA_NEW_ARRAY(&f->scratch, name_sketch, f->sketch_slots);
    for (uint32_t i = 0; i < count; i++)
        if (old[i].writing) *find_sketch(f, old[i].name) = old[i];
}

static uint32_t get_part(const name_hash *form) {
    uint32_t part = (uint32_t)(mix(form->letters) >> 32);
    return part ? part : 1;
}

static uint64_t *find_bit(const finder *f, uint32_t name, uint64_t *bit) {
    uint32_t at = name & ((1u << VARIED_BITS) - 1);
    *bit = 1ull << (at & 63);
    return &f->varied[at >> 6];
}

static bool is_varied(const finder *f, uint32_t name) {
    uint64_t bit;
    return *find_bit(f, name, &bit) & bit;
}

static void set_varied(finder *f, name_sketch *sketch) {
    uint64_t bit;
    sketch->writing = IS_VARIED;
    *find_bit(f, sketch->name, &bit) |= bit;
    f->has_varied = true;
}

static void sketch_form(finder *f, uint32_t name, uint64_t writing) {
    if (f->sketch_count * 2 >= f->sketch_slots) grow_sketches(f);
    name_sketch *sketch = find_sketch(f, name);
    uint32_t part = (uint32_t)(writing >> 33) + 1; /* neither 0 nor IS_VARIED */
    if (!sketch->writing) {
        *sketch = (name_sketch){name, part};
        f->sketch_count++;
    } else if (sketch->writing != part) {
        set_varied(f, sketch);
    }
}

static uint32_t *find_slot(const finder *f, uint64_t name) {
    uint32_t slot = (uint32_t)name & (f->slot_count - 1);
    while (f->slots[slot] && f->forms.at[f->slots[slot] - 1].name != name)
        slot = (slot + 1) & (f->slot_count - 1);
    return &f->slots[slot];
}

static void grow_slots(finder *f) {
    f->slot_count = f->slot_count ? f->slot_count * 2 : 256;
    f->slots = CQ_ARENA_NEW_ARRAY(&f->scratch, uint32_t, f->slot_count);
    for (uint32_t i = f->forms.len; i > 0; i--) { /* so that the first ones come first */
        uint32_t *slot = find_slot(f, f->forms.at[i - 1].name);
        f->forms.at[i - 1].next = *slot;
        *slot = i;
    }
}

static void add_form(finder *f, const name_hash *form, cq_variant_place place) {
    uint64_t name = mix(form->letters);
    if ((f->forms.len + 1) * 2 > f->slot_count) grow_slots(f);
    uint32_t *slot = find_slot(f, name);
    uint32_t last = 0, count = 0;
    for (uint32_t i = *slot; i; last = i, count++, i = f->forms.at[i - 1].next) {
        if (f->forms.at[i - 1].writing != form->writing) continue;
        f->forms.at[i - 1].place.count += place.count;
        return;
    }
    if (count == CQ_VARIANT_FORMS) return;
    *CQ_ARRAY_PUSH(&f->scratch, &f->forms) =
        (name_form){.name = name, .writing = form->writing, .place = place};
    if (last)
        f->forms.at[last - 1].next = f->forms.len;
    else
        *slot = f->forms.len;
}

static bool begins_name(const cq_token *token) {
    enum {
        NO_NAME = CQ_TOKEN_SENTENCE_FIRST | CQ_TOKEN_UPPER_ALL | CQ_TOKEN_ABBREVIATION |
                  CQ_TOKEN_HAS_DIGIT
    };
    return token->kind == CQ_TOKEN_WORD && token->flags & CQ_TOKEN_UPPER_FIRST &&
           !(token->flags & NO_NAME);
}

static bool goes_on(const cq_token *token) {
    enum {
        APART = CQ_TOKEN_GAP_ODD | CQ_TOKEN_UPPER_ALL | CQ_TOKEN_ABBREVIATION | CQ_TOKEN_HAS_DIGIT
    };
    return token->kind == CQ_TOKEN_WORD && token->flags & CQ_TOKEN_GAP && !(token->flags & APART);
}

/* "Terry may" is no name, though Terry may have one; Terry May is. */
static bool ends_name(const finder *f, const cq_token *token) {
    return token->flags & CQ_TOKEN_UPPER_FIRST || !f->is_function[token->word];
}

/* The runs of one word, two and three that begin at a token; how many there are. Those that are no
   names have no letters. */
static uint32_t list_forms(name_hash forms[CQ_VARIANT_TOKENS], finder *f, uint32_t first) {
    name_hash run = {0};
    for (uint32_t i = 0; i < CQ_VARIANT_TOKENS; i++) {
        const cq_token *token = &f->doc->tokens.at[first + i];
        if (i && (token[-1].flags & CQ_TOKEN_SENTENCE_LAST || !goes_on(token))) return i;
        append_word(&run, get_word(f, token->word));
        forms[i] = run;
        if (run.len < CQ_VARIANT_LETTERS || !ends_name(f, token)) forms[i].len = 0;
    }
    return CQ_VARIANT_TOKENS;
}

/* The names that begin at a token. A word that begins many is sketched once, and counted. */
static void sketch_start(finder *f, uint32_t sentence, uint32_t token) {
    name_hash forms[CQ_VARIANT_TOKENS];
    name_start *start = CQ_ARRAY_PUSH(&f->scratch, &f->starts);
    uint32_t count = list_forms(forms, f, token);
    *start = (name_start){.sentence = sentence, .token = token};
    for (uint32_t n = get_word(f, f->doc->tokens.at[token].word)->count++ ? 1 : 0; n < count; n++) {
        if (!forms[n].len) continue;
        start->names[n] = get_part(&forms[n]);
        sketch_form(f, start->names[n], forms[n].writing);
    }
}

static bool sketch_names(finder *f) {
    for (uint32_t s = 0; s < f->doc->sentences.len; s++) {
        if (cq_patience_is_over_at(f->patience, s)) return false;
        const cq_sentence *sentence = &f->doc->sentences.at[s];
        for (uint32_t t = sentence->first_token; t < sentence->end_token; t++)
            if (begins_name(&f->doc->tokens.at[t])) sketch_start(f, s, t);
    }
    return true;
}

static bool begins_varied(const finder *f, const name_start *start) {
    for (uint32_t n = 0; n < CQ_VARIANT_TOKENS; n++)
        if (start->names[n] && is_varied(f, start->names[n])) return true;
    return false;
}

/* The names that are written in several ways; one of a single word for all its places at once. */
static bool add_names(finder *f) {
    name_hash forms[CQ_VARIANT_TOKENS];
    for (uint32_t i = 0; i < f->starts.len; i++) {
        if (cq_patience_is_over_at(f->patience, i)) return false;
        const name_start *start = &f->starts.at[i];
        if (!begins_varied(f, start)) continue;
        uint32_t first = start->token, count = list_forms(forms, f, first);
        uint32_t words = get_word(f, f->doc->tokens.at[first].word)->count;
        for (uint32_t n = 0; n < count; n++)
            if (start->names[n] && is_varied(f, start->names[n]))
                add_form(f, &forms[n],
                         (cq_variant_place){start->sentence, first, first + n + 1, n ? 1 : words});
    }
    return true;
}

static int compare_variants(const void *left, const void *right) {
    const cq_variant *a = left, *b = right;
    return (a->other.first > b->other.first) - (a->other.first < b->other.first);
}

static void push_pair(cq_variants *out, cq_arena *arena, const cq_variant_place *a,
                      const cq_variant_place *b) {
    bool is_swapped = b->count > a->count;
    *CQ_ARRAY_PUSH(arena, out) = (cq_variant){is_swapped ? *b : *a, is_swapped ? *a : *b};
}

/* Every other form of a name makes a pair with its first. */
static void push_pairs(cq_variants *out, cq_arena *arena, const finder *f) {
    for (uint32_t i = 0; i < f->slot_count; i++) {
        if (!f->slots[i]) continue;
        const name_form *first = &f->forms.at[f->slots[i] - 1];
        for (uint32_t k = first->next; k; k = f->forms.at[k - 1].next)
            push_pair(out, arena, &first->place, &f->forms.at[k - 1].place);
    }
}

bool cq_variant_find(cq_variants *out, cq_arena *arena, const cq_doc *doc,
                     const cq_patience *patience) {
    finder f = {.doc = doc, .patience = patience};
    uint32_t from = out->len;
    cq_arena_init(&f.scratch);
    f.varied = CQ_ARENA_NEW_ARRAY(&f.scratch, uint64_t, (1u << VARIED_BITS) / 64);
    f.is_function = cq_function_word_mark(&f.scratch, doc->words, doc->language);
    f.hashes = CQ_ARENA_NEW_ARRAY(&f.scratch, name_hash, doc->words->entries.len);
    bool is_done = sketch_names(&f);
    if (is_done && f.has_varied) {
        grow_slots(&f);
        is_done = add_names(&f);
        push_pairs(out, arena, &f);
    }
    if (out->len > from) qsort(out->at + from, out->len - from, sizeof *out->at, compare_variants);
    cq_arena_release(&f.scratch);
    return is_done;
}
