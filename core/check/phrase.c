#include "check/phrase.h"

#include "check/pattern.h"
#include "text/lexicon_model.h"

#include <stdlib.h>

/* Edges leave a node by a symbol: a word's id, or a class behind this bit. */
#define CLASS_SYMBOL 0x80000000u
#define MOST_PHRASES 65536u

/* Where phrases begin: anywhere, or only at a sentence's first token. */
enum { ROOT_ANYWHERE = 0, ROOT_AT_START = 1, ROOT_COUNT };

typedef struct phrase_end {
    uint32_t owner;
    uint32_t next; /* another phrase that ends here: its index + 1, 0 is none */
    bool at_end;
} phrase_end;

typedef struct phrase_node {
    uint64_t words; /* bits of the words that edges leave by, see bit_of: no edge without its bit */
    uint32_t classes; /* bit set of the classes that edges leave by */
    uint32_t ends;    /* index + 1 of the first phrase that ends here */
} phrase_node;

typedef struct phrase_edge {
    uint32_t from, symbol;
    uint32_t to; /* 0: a free slot, since no edge leads to a root */
} phrase_edge;

struct cq_phrase_set {
    cq_arena *arena;
    cq_intern *words;
    CQ_ARRAY(phrase_node) nodes;
    CQ_ARRAY(phrase_end) ends;
    phrase_edge *edges; /* open addressing, linear probing */
    uint32_t edge_slots, edge_count;
    uint8_t *starts;      /* by word id: bit ROOT_* is set when an edge leaves that root by it */
    uint32_t start_count; /* word ids that `starts` covers; later ids start nothing */
};

typedef CQ_ARRAY(uint32_t) node_list;

cq_phrase_set *cq_phrase_new(cq_arena *arena, cq_intern *words) {
    cq_phrase_set *set = CQ_ARENA_NEW(arena, cq_phrase_set);
    *set = (cq_phrase_set){.arena = arena, .words = words, .edge_slots = 64};
    set->edges = CQ_ARENA_NEW_ARRAY(arena, phrase_edge, set->edge_slots);
    for (int root = 0; root < ROOT_COUNT; root++) CQ_ARRAY_PUSH(arena, &set->nodes);
    return set;
}

static phrase_edge *find_edge(const cq_phrase_set *set, uint32_t from, uint32_t symbol) {
    uint64_t hash = ((uint64_t)from << 32 | symbol) * 0x9E3779B97F4A7C15u;
    uint32_t mask = set->edge_slots - 1;
    uint32_t slot = (uint32_t)(hash >> 32) & mask;
    while (set->edges[slot].to &&
           (set->edges[slot].from != from || set->edges[slot].symbol != symbol))
        slot = (slot + 1) & mask;
    return &set->edges[slot];
}

static void grow_edges(cq_phrase_set *set) {
    phrase_edge *old = set->edges;
    uint32_t count = set->edge_slots;
    set->edge_slots *= 2;
    set->edges = CQ_ARENA_NEW_ARRAY(set->arena, phrase_edge, set->edge_slots);
    for (uint32_t i = 0; i < count; i++)
        if (old[i].to) *find_edge(set, old[i].from, old[i].symbol) = old[i];
}

/* A word's bit in phrase_node.words. Most words that come by lead nowhere, and this says so without
   a look into the table of edges. */
static uint64_t bit_of(cq_word word) {
    return 1ull << (word * 0x9E3779B1u >> 26);
}

static void mark_start(cq_phrase_set *set, uint32_t root, cq_word word) {
    if (word >= set->start_count) {
        uint32_t count = word * 2 + 64;
        set->starts = cq_arena_grow(set->arena, set->starts, set->start_count, count);
        set->start_count = count;
    }
    set->starts[word] |= (uint8_t)(1u << root);
}

static uint32_t add_edge(cq_phrase_set *set, uint32_t from, uint32_t symbol) {
    phrase_edge *edge = find_edge(set, from, symbol);
    if (edge->to) return edge->to;
    *edge = (phrase_edge){from, symbol, set->nodes.len};
    CQ_ARRAY_PUSH(set->arena, &set->nodes);
    phrase_node *node = &set->nodes.at[from];
    if (symbol & CLASS_SYMBOL)
        node->classes |= 1u << (symbol & ~CLASS_SYMBOL);
    else
        node->words |= bit_of(symbol);
    if (from < ROOT_COUNT && !(symbol & CLASS_SYMBOL)) mark_start(set, from, symbol);
    uint32_t to = edge->to;
    if (++set->edge_count > set->edge_slots / 2) grow_edges(set);
    return to;
}

static uint32_t symbol_of(cq_phrase_set *set, const cq_pattern_choice *choice) {
    return choice->is_class ? CLASS_SYMBOL | (uint32_t)choice->token_class
                            : cq_intern_fold(set->words, choice->word);
}

/* The nodes reached from `frontier` by one element; false where they would be too many. */
static bool add_element(node_list *reached, cq_phrase_set *set, cq_arena *scratch,
                        const node_list *frontier, const cq_pattern_element *element) {
    uint64_t branches = element->choices.len + (element->is_optional ? 1u : 0u);
    if (frontier->len * branches > MOST_PHRASES) return false;
    for (uint32_t c = 0; c < element->choices.len; c++) {
        uint32_t symbol = symbol_of(set, &element->choices.at[c]);
        for (uint32_t i = 0; i < frontier->len; i++)
            *CQ_ARRAY_PUSH(scratch, reached) = add_edge(set, frontier->at[i], symbol);
    }
    if (element->is_optional)
        for (uint32_t i = 0; i < frontier->len; i++)
            *CQ_ARRAY_PUSH(scratch, reached) = frontier->at[i];
    return true;
}

static void add_end(cq_phrase_set *set, uint32_t node, uint32_t owner, bool at_end) {
    phrase_end *end = CQ_ARRAY_PUSH(set->arena, &set->ends);
    *end = (phrase_end){owner, set->nodes.at[node].ends, at_end};
    set->nodes.at[node].ends = set->ends.len;
}

static bool add_pattern(cq_phrase_set *set, cq_arena *scratch, cq_str text, uint32_t owner,
                        cq_err *err) {
    cq_pattern pattern;
    if (!cq_pattern_read(&pattern, scratch, text, err)) return false;
    node_list frontier = {0};
    *CQ_ARRAY_PUSH(scratch, &frontier) = pattern.at_start ? ROOT_AT_START : ROOT_ANYWHERE;
    for (uint32_t i = 0; i < pattern.elements.len; i++) {
        node_list reached = {0};
        if (!add_element(&reached, set, scratch, &frontier, &pattern.elements.at[i]))
            return cq_fail(err, CQ_EINVAL, "more than %u phrases in pattern \"%.*s\"", MOST_PHRASES,
                           CQ_FMT(text));
        frontier = reached;
    }
    for (uint32_t i = 0; i < frontier.len; i++) add_end(set, frontier.at[i], owner, pattern.at_end);
    return true;
}

bool cq_phrase_add(cq_phrase_set *set, cq_str pattern, uint32_t owner, cq_err *err) {
    cq_arena scratch;
    cq_arena_init(&scratch);
    bool ok = add_pattern(set, &scratch, pattern, owner, err);
    cq_arena_release(&scratch);
    return ok;
}

static uint32_t classes_of_kind(const cq_token *token) {
    static const uint8_t by_kind[] = {
        [CQ_TOKEN_WORD] = CQ_CLASS_WORD,
        [CQ_TOKEN_NUMBER] = CQ_CLASS_NUMBER,
        [CQ_TOKEN_PUNCTUATION] = CQ_CLASS_PUNCTUATION,
        [CQ_TOKEN_QUOTE] = CQ_CLASS_QUOTE,
        [CQ_TOKEN_SYMBOL] = CQ_CLASS_SYMBOL,
        [CQ_TOKEN_URL] = CQ_CLASS_URL,
        [CQ_TOKEN_EMAIL] = CQ_CLASS_EMAIL,
        [CQ_TOKEN_HANDLE] = CQ_CLASS_OTHER,
        [CQ_TOKEN_HASHTAG] = CQ_CLASS_HASHTAG,
        [CQ_TOKEN_PATH] = CQ_CLASS_OTHER,
        [CQ_TOKEN_PLACEHOLDER] = CQ_CLASS_PLACEHOLDER,
        [CQ_TOKEN_EMOJI] = CQ_CLASS_EMOJI,
        [CQ_TOKEN_IDEOGRAPH] = CQ_CLASS_IDEOGRAPH,
        [CQ_TOKEN_OTHER] = CQ_CLASS_OTHER,
    };
    static const uint8_t by_role[] = {
        [CQ_QUOTE_NONE] = CQ_CLASS_QUOTE,  [CQ_QUOTE_OPEN] = CQ_CLASS_OPEN,
        [CQ_QUOTE_CLOSE] = CQ_CLASS_CLOSE, [CQ_QUOTE_APOSTROPHE] = CQ_CLASS_APOSTROPHE,
        [CQ_QUOTE_PRIME] = CQ_CLASS_PRIME,
    };
    uint32_t classes = 1u << CQ_CLASS_ANY | 1u << by_kind[token->kind];
    return token->kind == CQ_TOKEN_QUOTE ? classes | 1u << by_role[token->role] : classes;
}

/* What the lexicon says of the document's words, each asked about once. */
typedef struct word_memo {
    const cq_intern *words;
    uint8_t *known;   /* by word id: a memo_state */
    bool has_lexicon; /* for the block at hand */
} word_memo;

enum memo_state { MEMO_NEW, MEMO_KNOWN, MEMO_UNKNOWN };

static bool is_unknown(const word_memo *memo, const cq_token *token) {
    if (!memo->has_lexicon || token->end - token->start < 2) return false;
    if (token->flags & (CQ_TOKEN_HAS_DIGIT | CQ_TOKEN_ABBREVIATION)) return false;
    uint8_t *state = &memo->known[token->word];
    if (*state == MEMO_NEW) {
        bool is_known = cq_lexicon_model_has(cq_intern_text(memo->words, token->word));
        *state = is_known ? MEMO_KNOWN : MEMO_UNKNOWN;
    }
    return *state == MEMO_UNKNOWN;
}

static bool is_loose(const cq_token *token) {
    if (!(token->flags & CQ_TOKEN_GAP) || token->kind != CQ_TOKEN_PUNCTUATION) return false;
    cq_word word = token->word;
    return word < 0x80 && strchr(".,;:!?)]", (int)word);
}

static bool is_repeated(const cq_token *token) {
    if (token->flags & CQ_TOKEN_SENTENCE_FIRST || token[-1].word != token->word) return false;
    return token->kind == CQ_TOKEN_WORD || token->kind == CQ_TOKEN_NUMBER;
}

static uint32_t classes_of_word(const word_memo *memo, const cq_token *token) {
    uint32_t classes = 0;
    if (token->flags & CQ_TOKEN_UPPER_ALL)
        classes = 1u << CQ_CLASS_UPPER;
    else if (token->flags & CQ_TOKEN_UPPER_FIRST)
        classes = 1u << CQ_CLASS_CAPITALIZED;
    else if (!(token->flags & CQ_TOKEN_UPPER_INNER)) {
        classes = 1u << CQ_CLASS_LOWER;
        if (is_unknown(memo, token)) classes |= 1u << CQ_CLASS_UNKNOWN;
    }
    return classes;
}

static uint32_t classes_of(const word_memo *memo, const cq_token *token) {
    uint32_t classes = classes_of_kind(token);
    if (token->kind == CQ_TOKEN_WORD) classes |= classes_of_word(memo, token);
    if (is_repeated(token)) classes |= 1u << CQ_CLASS_REPEATED;
    if (is_loose(token)) classes |= 1u << CQ_CLASS_LOOSE;
    if (token->flags & CQ_TOKEN_GAP_ODD) classes |= 1u << CQ_CLASS_ODD_GAP;
    if (token->flags & CQ_TOKEN_ODD_END) classes |= 1u << CQ_CLASS_ODD_END;
    return classes;
}

/* One walk down the trie from a token, branching where both a word and classes lead on. */
typedef struct phrase_walk {
    cq_phrase_hits *out;
    cq_arena *arena;
    const cq_phrase_set *set;
    const cq_token *tokens;
    word_memo memo;
    uint32_t sentence, first, sentence_end;
} phrase_walk;

static void push_hits(const phrase_walk *walk, uint32_t node, uint32_t end) {
    for (uint32_t i = walk->set->nodes.at[node].ends; i; i = walk->set->ends.at[i - 1].next) {
        const phrase_end *phrase = &walk->set->ends.at[i - 1];
        if (phrase->at_end && end != walk->sentence_end) continue;
        *CQ_ARRAY_PUSH(walk->arena, walk->out) =
            (cq_phrase_hit){phrase->owner, walk->sentence, walk->first, end};
    }
}

static bool starts_phrase(const cq_phrase_set *set, uint32_t root, cq_word word) {
    return word < set->start_count && set->starts[word] >> root & 1;
}

static bool may_lead(const cq_phrase_set *set, uint32_t node, cq_word word) {
    if (node < ROOT_COUNT) return starts_phrase(set, node, word);
    return set->nodes.at[node].words & bit_of(word);
}

/* Recursion is as deep as the longest phrase. */
static void walk_from(const phrase_walk *walk, uint32_t node, uint32_t token) {
    const phrase_node *here = &walk->set->nodes.at[node];
    if (here->ends && node >= ROOT_COUNT) push_hits(walk, node, token);
    if (token >= walk->sentence_end) return;
    if (may_lead(walk->set, node, walk->tokens[token].word)) {
        uint32_t next = find_edge(walk->set, node, walk->tokens[token].word)->to;
        if (next) walk_from(walk, next, token + 1);
    }
    uint32_t classes = here->classes;
    if (classes) classes &= classes_of(&walk->memo, &walk->tokens[token]);
    for (; classes; classes &= classes - 1) {
        uint32_t symbol = CLASS_SYMBOL | (uint32_t)__builtin_ctz(classes);
        walk_from(walk, find_edge(walk->set, node, symbol)->to, token + 1);
    }
}

/* The common token starts no phrase: one look at its word, one at the roots' classes. */
static bool may_start(const phrase_walk *walk, uint32_t root, const cq_token *token) {
    if (starts_phrase(walk->set, root, token->word)) return true;
    uint32_t classes = walk->set->nodes.at[root].classes;
    return classes && (classes & classes_of(&walk->memo, token));
}

static int compare_hits(const void *left, const void *right) {
    const cq_phrase_hit *a = left, *b = right;
    if (a->owner != b->owner) return a->owner < b->owner ? -1 : 1;
    return (a->end > b->end) - (a->end < b->end);
}

/* Hits that start at one token, in order and each once. */
static void sort_hits(cq_phrase_hits *hits, uint32_t from) {
    if (hits->len - from < 2) return;
    qsort(hits->at + from, hits->len - from, sizeof *hits->at, compare_hits);
    uint32_t kept = from + 1;
    for (uint32_t i = from + 1; i < hits->len; i++)
        if (compare_hits(&hits->at[kept - 1], &hits->at[i]) != 0) hits->at[kept++] = hits->at[i];
    hits->len = kept;
}

void cq_phrase_scan(cq_phrase_hits *out, cq_arena *arena, const cq_phrase_set *set,
                    const cq_doc *doc) {
    phrase_walk walk = {.out = out, .arena = arena, .set = set, .tokens = doc->tokens.at};
    walk.memo.words = doc->words;
    walk.memo.known = CQ_ARENA_NEW_ARRAY(arena, uint8_t, doc->words->entries.len + 1);
    for (uint32_t s = 0; s < doc->sentences.len; s++) {
        const cq_sentence *sentence = &doc->sentences.at[s];
        const cq_block *block = &doc->blocks.at[sentence->block];
        walk.memo.has_lexicon = cq_lexicon_model_is_for(cq_doc_language_of(doc, block));
        walk.sentence = s;
        walk.sentence_end = sentence->end_token;
        for (uint32_t t = sentence->first_token; t < sentence->end_token; t++) {
            uint32_t from = out->len;
            walk.first = t;
            if (may_start(&walk, ROOT_ANYWHERE, &doc->tokens.at[t]))
                walk_from(&walk, ROOT_ANYWHERE, t);
            if (t == sentence->first_token && may_start(&walk, ROOT_AT_START, &doc->tokens.at[t]))
                walk_from(&walk, ROOT_AT_START, t);
            sort_hits(out, from);
        }
    }
}
