#include "text/intern.h"

#include "base/utf8.h"
#include "text/ascii_word.h"
#include "text/unicode.h"

#include <stdlib.h>

#ifdef CQ_STRESS
#define FIRST_SLOTS 4u
#else
#define FIRST_SLOTS 8192u
#endif

/* What a word is looked up by. Up to eight bytes the hash and the length say which word it is: the
   mixing below can be undone, so no two short words of one length share a hash. */
typedef struct key {
    uint64_t hash;
    const char *text;
    uint32_t len;
} key;

#define DECIDED_BY_HASH 8u

/* The first byte lowest on every machine; compilers make one load of it. */
static uint64_t load4(const char *p) {
    const unsigned char *b = (const unsigned char *)p;
    return (uint32_t)b[0] | (uint32_t)b[1] << 8 | (uint32_t)b[2] << 16 | (uint32_t)b[3] << 24;
}

static uint64_t load2(const char *p) {
    const unsigned char *b = (const unsigned char *)p;
    return (uint32_t)b[0] | (uint32_t)b[1] << 8;
}

/* Up to eight bytes as one number, without reading behind them: two loads that overlap. */
static uint64_t load_short(const char *p, size_t len) {
    if (len >= 4) return load4(p) | load4(p + len - 4) << (len - 4) * 8;
    if (len >= 2) return load2(p) | load2(p + len - 2) << (len - 2) * 8;
    return len ? (unsigned char)*p : 0;
}

/* Multiplications by odd numbers and shifts folded in: each step can be undone. */
static uint64_t mix(uint64_t hash, uint64_t word) {
    hash = (hash ^ word) * 0x9E3779B97F4A7C15u;
    return hash ^ hash >> 32;
}

static uint64_t finish(uint64_t hash, size_t len) {
    hash = (hash ^ len) * 0xD6E8FEB86659FD93u;
    return hash ^ hash >> 29;
}

/* Eight bytes a step; the last step takes the last eight, whether read already or not. */
static uint64_t hash_of(cq_str folded) {
    if (folded.len <= 8) return finish(mix(0, load_short(folded.ptr, folded.len)), folded.len);
    uint64_t hash = 0;
    size_t at = 0;
    for (; folded.len - at > 8; at += 8) hash = mix(hash, cq_pack_load(folded.ptr + at));
    hash = mix(hash, cq_pack_load(folded.ptr + folded.len - 8));
    return finish(hash, folded.len);
}

static cq_intern_slot *new_slots(uint32_t count) {
    cq_intern_slot *slots = calloc(count, sizeof *slots);
    if (!slots) cq_arena_exhausted();
    return slots;
}

void cq_intern_init(cq_intern *words) {
    *words = (cq_intern){.slot_count = FIRST_SLOTS, .slots = new_slots(FIRST_SLOTS)};
    cq_arena_init(&words->arena);
    cq_arena_init(&words->texts);
    CQ_ARRAY_PUSH(&words->arena, &words->entries)->text = CQ_STR("");
    for (char c = 1; c > 0 && c < 127; c++) cq_intern_get(words, (cq_str){&c, 1});
    char last = 127;
    cq_intern_get(words, (cq_str){&last, 1});
}

void cq_intern_init_from(cq_intern *words, const cq_intern *model) {
    *words = *model;
    words->entries.cap = words->entries.len; /* one more, and there is a copy */
    words->slots = malloc(words->slot_count * sizeof *words->slots);
    if (!words->slots) cq_arena_exhausted();
    memcpy(words->slots, model->slots, words->slot_count * sizeof *words->slots);
    cq_arena_init(&words->arena);
    cq_arena_init(&words->texts);
}

void cq_intern_release(cq_intern *words) {
    free(words->slots);
    cq_arena_release(&words->arena);
    cq_arena_release(&words->texts);
    *words = (cq_intern){0};
}

/* The slot where the word is, or the free one where it would go. */
static uint32_t find_slot(const cq_intern *words, const key *wanted) {
    uint32_t mask = words->slot_count - 1;
    for (uint32_t at = (uint32_t)wanted->hash & mask;; at = (at + 1) & mask) {
        const cq_intern_slot *slot = &words->slots[at];
        if (!slot->word) return at;
        if (slot->hash != wanted->hash || slot->len != wanted->len) continue;
        if (wanted->len <= DECIDED_BY_HASH ||
            memcmp(words->entries.at[slot->word].text.ptr, wanted->text, wanted->len) == 0)
            return at;
    }
}

static key key_of_entry(const cq_intern *words, cq_word word) {
    const cq_intern_entry *entry = &words->entries.at[word];
    return (key){entry->hash, entry->text.ptr, (uint32_t)entry->text.len};
}

static void fill_slots(cq_intern *words) {
    for (cq_word word = 1; word < words->entries.len; word++) {
        key own = key_of_entry(words, word);
        words->slots[find_slot(words, &own)] = (cq_intern_slot){own.hash, word, own.len};
    }
}

static void grow_slots(cq_intern *words) {
    free(words->slots);
    words->slot_count *= 2;
    words->slots = new_slots(words->slot_count);
    fill_slots(words);
}

static cq_word add_word(cq_intern *words, const key *wanted, uint32_t slot) {
    if (words->entries.len >= words->slot_count / 2) {
        grow_slots(words);
        slot = find_slot(words, wanted);
    }
    cq_word word = words->entries.len;
    cq_intern_entry *entry = CQ_ARRAY_PUSH(&words->arena, &words->entries);
    entry->text = cq_str_dup(&words->texts, (cq_str){wanted->text, wanted->len});
    entry->hash = wanted->hash;
    words->slots[slot] = (cq_intern_slot){wanted->hash, word, wanted->len};
    return word;
}

cq_word cq_intern_get(cq_intern *words, cq_str folded) {
    key wanted = {hash_of(folded), folded.ptr, (uint32_t)folded.len};
    uint32_t slot = find_slot(words, &wanted);
    return words->slots[slot].word ? words->slots[slot].word : add_word(words, &wanted, slot);
}

cq_word cq_intern_find(const cq_intern *words, cq_str folded) {
    key wanted = {hash_of(folded), folded.ptr, (uint32_t)folded.len};
    return words->slots[find_slot(words, &wanted)].word;
}

static uint32_t fold_code_point(uint32_t code_point) {
    switch (code_point) {
    case 0x2019: /* right single quotation mark */
    case 0x02BC: /* modifier letter apostrophe */ return '\'';
    case 0x2010: /* hyphen */
    case 0x2011: /* non-breaking hyphen */ return '-';
    default: return cq_unicode_fold(code_point);
    }
}

cq_word cq_intern_pack(cq_intern *words, uint64_t folded, unsigned len) {
    key wanted = {finish(mix(0, folded), len), NULL, len};
    uint32_t mask = words->slot_count - 1, at = (uint32_t)wanted.hash & mask;
    for (; words->slots[at].word; at = (at + 1) & mask) {
        const cq_intern_slot *slot = &words->slots[at];
        if (slot->hash == wanted.hash && slot->len == len) return slot->word;
    }
    char text[8];
    for (size_t i = 0; i < len; i++) text[i] = (char)(folded >> i * 8);
    wanted.text = text;
    return add_word(words, &wanted, at);
}

/* Writes `written` folded and returns its length. `out` has room for three times the bytes: a byte
   that is no text becomes U+FFFD, and simple folding makes two bytes three at most. */
static size_t fold_into(char *out, cq_str written) {
    const char *p = written.ptr, *end = written.ptr + written.len;
    size_t used = 0;
    while (p < end) {
        if (!(*p & 0x80)) {
            out[used++] = (char)cq_intern_of_ascii(*p++);
            continue;
        }
        uint32_t length;
        uint32_t code_point = cq_utf8_decode(p, end, &length);
        p += length;
        if (code_point != 0x00AD) /* soft hyphen */
            used += cq_utf8_encode(fold_code_point(code_point), out + used);
    }
    return used;
}

/* Nine to sixteen ASCII bytes, folded as two packs that overlap. False where they are not ASCII. */
static bool fold_middling(char out[16], cq_str written) {
    uint64_t head = cq_pack_load(written.ptr), tail = cq_pack_load(written.ptr + written.len - 8);
    if ((head | tail) & CQ_PACK_HIGHS) return false;
    cq_pack_store(out, cq_pack_fold(head));
    cq_pack_store(out + written.len - 8, cq_pack_fold(tail));
    return true;
}

cq_word cq_intern_fold(cq_intern *words, cq_str written) {
    if (written.len <= 8) {
        uint64_t pack = load_short(written.ptr, written.len);
        if (!(pack & CQ_PACK_HIGHS))
            return cq_intern_pack(words, cq_pack_fold(pack), (unsigned)written.len);
    }
    char room[256];
    char *folded = room;
    if (written.len > 8 && written.len <= 16 && fold_middling(room, written))
        return cq_intern_get(words, (cq_str){room, written.len});
    size_t wanted = written.len * 3;
    if (wanted > sizeof room && !(folded = malloc(wanted))) cq_arena_exhausted();
    cq_word word = cq_intern_get(words, (cq_str){folded, fold_into(folded, written)});
    if (folded != room) free(folded);
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
            key own = key_of_entry(words, last);
            words->slots[find_slot(words, &own)] = (cq_intern_slot){0};
            words->entries.len = last;
        }
    }
    cq_arena_rewind(&words->texts, mark.texts);
}
