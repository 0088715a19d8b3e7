#include "lua/vocabulary.h"

#include <stdlib.h>

#define CAPITALS (CQ_TOKEN_UPPER_FIRST | CQ_TOKEN_UPPER_ALL | CQ_TOKEN_UPPER_INNER)

void cq_vocabulary_release(cq_vocabulary *vocabulary) {
    cq_arena_release(&vocabulary->arena);
    *vocabulary = (cq_vocabulary){0};
}

static void push_entry(cq_vocabulary *vocabulary, cq_intern *words, cq_str text) {
    cq_block block = {.text = cq_str_dup(&vocabulary->arena, text)};
    cq_vocabulary_entry entry = {.first = vocabulary->tokens.len};
    cq_token_read(&vocabulary->tokens, &vocabulary->arena, words, &block, CQ_STR("en"));
    entry.end = vocabulary->tokens.len;
    for (uint32_t i = entry.first; i < entry.end; i++)
        entry.has_capital = entry.has_capital || vocabulary->tokens.at[i].flags & CAPITALS;
    if (entry.end - entry.first > vocabulary->longest)
        vocabulary->longest = entry.end - entry.first;
    if (entry.end > entry.first) *CQ_ARRAY_PUSH(&vocabulary->arena, &vocabulary->entries) = entry;
}

/* The entries are told apart by their first words, which they do not hold themselves. */
typedef struct sort_item {
    cq_word word;
    cq_vocabulary_entry entry;
} sort_item;

static int compare_items(const void *left, const void *right) {
    const sort_item *a = left, *b = right;
    if (a->word != b->word) return a->word < b->word ? -1 : 1;
    return (a->entry.first > b->entry.first) - (a->entry.first < b->entry.first);
}

static void sort_entries(cq_vocabulary *vocabulary) {
    uint32_t count = vocabulary->entries.len;
    sort_item *items = CQ_ARENA_NEW_ARRAY(&vocabulary->arena, sort_item, count + 1u);
    for (uint32_t i = 0; i < count; i++) {
        cq_vocabulary_entry entry = vocabulary->entries.at[i];
        items[i] = (sort_item){vocabulary->tokens.at[entry.first].word, entry};
    }
    qsort(items, count, sizeof *items, compare_items);
    for (uint32_t i = 0; i < count; i++) vocabulary->entries.at[i] = items[i].entry;
}

void cq_vocabulary_set(cq_vocabulary *vocabulary, cq_intern *words, const cq_strs *entries) {
    cq_vocabulary_release(vocabulary);
    cq_arena_init(&vocabulary->arena);
    for (uint32_t i = 0; i < entries->len; i++) push_entry(vocabulary, words, entries->at[i]);
    sort_entries(vocabulary);
}

static cq_word first_word(const cq_vocabulary *vocabulary, uint32_t entry) {
    return vocabulary->tokens.at[vocabulary->entries.at[entry].first].word;
}

/* The first entry whose first word is not before `word`. */
static uint32_t find_entry(const cq_vocabulary *vocabulary, cq_word word) {
    uint32_t first = 0, end = vocabulary->entries.len;
    while (first < end) {
        uint32_t middle = first + (end - first) / 2;
        if (first_word(vocabulary, middle) < word)
            first = middle + 1;
        else
            end = middle;
    }
    return first;
}

static bool stands_at(const cq_vocabulary *vocabulary, const cq_vocabulary_entry *entry,
                      const cq_doc *doc, const cq_block *block, uint32_t token) {
    uint32_t count = entry->end - entry->first;
    if (block->end_token - token < count) return false;
    for (uint32_t i = 0; i < count; i++) {
        const cq_token *wanted = &vocabulary->tokens.at[entry->first + i];
        const cq_token *found = &doc->tokens.at[token + i];
        if (wanted->word != found->word) return false;
        if (entry->has_capital && (wanted->flags & CAPITALS) != (found->flags & CAPITALS))
            return false;
    }
    return true;
}

/* Where the longest entry that stands at a token ends; `token` itself: none does. */
static uint32_t find_end(const cq_vocabulary *vocabulary, const cq_doc *doc, const cq_block *block,
                         uint32_t token) {
    cq_word word = doc->tokens.at[token].word;
    uint32_t end = token;
    for (uint32_t i = find_entry(vocabulary, word);
         i < vocabulary->entries.len && first_word(vocabulary, i) == word; i++) {
        const cq_vocabulary_entry *entry = &vocabulary->entries.at[i];
        uint32_t behind = token + (entry->end - entry->first);
        if (behind > end && stands_at(vocabulary, entry, doc, block, token)) end = behind;
    }
    return end;
}

static bool is_word(const cq_token *token) {
    return token->kind == CQ_TOKEN_WORD || token->kind == CQ_TOKEN_NUMBER ||
           token->kind == CQ_TOKEN_IDEOGRAPH;
}

bool cq_vocabulary_covers(const cq_vocabulary *vocabulary, const cq_doc *doc, const cq_block *block,
                          uint32_t first, uint32_t end) {
    if (!vocabulary->entries.len) return false;
    uint32_t token = block->first_token, covered = 0;
    bool has_word = false;
    if (first - token >= vocabulary->longest) token = first - vocabulary->longest + 1;
    for (; token < end; token++) {
        uint32_t behind = find_end(vocabulary, doc, block, token);
        if (behind > token && behind > covered) covered = behind;
        if (token < first || !is_word(&doc->tokens.at[token])) continue;
        has_word = true;
        if (covered <= token) return false;
    }
    return has_word;
}
