#include "text/intern.h"

#include "base/utf8.h"
#include "text/unicode.h"

#include <stdlib.h>

#ifdef CQ_STRESS
#define FIRST_SLOTS 4u
#else
#define FIRST_SLOTS 8192u
#endif

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

static bool is_entry(const cq_intern_entry *entry, const cq_word_key *key, const char *folded) {
    if (entry->head != key->head || entry->tail != key->tail) return false;
    return key->len <= CQ_WORD_KEY_WHOLE || memcmp(entry->text.ptr, folded, key->len) == 0;
}

/* The slot where the word is, or the free one where it would go. `folded`: its text, of which only what
   the key does not say is looked at. */
static cq_intern_slot *find_slot(const cq_intern *words, const cq_word_key *key,
                                 const char *folded) {
    cq_intern_slot *last = &words->slots[words->slot_count - 1];
    for (cq_intern_slot *slot = cq_intern_first_slot(words, key);;
         slot = slot == last ? words->slots : slot + 1) {
        if (!slot->word) return slot;
        if (slot->hash != key->hash || slot->len != key->len) continue;
        if (key->len <= CQ_WORD_KEY_DECIDED ||
            is_entry(&words->entries.at[slot->word], key, folded))
            return slot;
    }
}

static cq_intern_slot *find_slot_of(const cq_intern *words, cq_word word, cq_word_key *key) {
    cq_str text = cq_intern_text(words, word);
    *key = cq_word_key_of(text);
    return find_slot(words, key, text.ptr);
}

static void fill_slots(cq_intern *words) {
    for (cq_word word = 1; word < words->entries.len; word++) {
        cq_word_key key;
        cq_intern_slot *slot = find_slot_of(words, word, &key);
        *slot = (cq_intern_slot){key.hash, word, key.len};
    }
}

static void grow_slots(cq_intern *words) {
    free(words->slots);
    words->slot_count *= 2;
    words->slots = new_slots(words->slot_count);
    fill_slots(words);
}

static cq_word add_word(cq_intern *words, const cq_word_key *key, cq_str folded,
                        cq_intern_slot *slot) {
    if (words->entries.len >= words->slot_count / 2) {
        grow_slots(words);
        slot = find_slot(words, key, folded.ptr);
    }
    cq_word word = words->entries.len;
    *CQ_ARRAY_PUSH(&words->arena, &words->entries) =
        (cq_intern_entry){cq_str_dup(&words->texts, folded), key->head, key->tail};
    *slot = (cq_intern_slot){key->hash, word, key->len};
    return word;
}

cq_word cq_intern_get(cq_intern *words, cq_str folded) {
    cq_word_key key = cq_word_key_of(folded);
    cq_intern_slot *slot = find_slot(words, &key, folded.ptr);
    return slot->word ? slot->word : add_word(words, &key, folded, slot);
}

cq_word cq_intern_look_up(cq_intern *words, const cq_word_key *key) {
    cq_intern_slot *slot = find_slot(words, key, NULL);
    if (slot->word) return slot->word;
    char text[CQ_WORD_KEY_WHOLE];
    cq_pack_store(text, key->head);
    if (key->len > 8) cq_pack_store(text + key->len - 8, key->tail);
    return add_word(words, key, (cq_str){text, key->len}, slot);
}

cq_word cq_intern_find(const cq_intern *words, cq_str folded) {
    cq_word_key key = cq_word_key_of(folded);
    return find_slot(words, &key, folded.ptr)->word;
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

cq_word cq_intern_fold(cq_intern *words, cq_str written) {
    cq_word_key key;
    if (cq_word_key_fold(&key, written)) return cq_intern_look_up(words, &key);
    char room[256];
    char *folded = room;
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
            cq_word_key key;
            *find_slot_of(words, last, &key) = (cq_intern_slot){0};
            words->entries.len = last;
        }
    }
    cq_arena_rewind(&words->texts, mark.texts);
}
