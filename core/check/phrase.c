#include "check/phrase.h"

#include "check/phrase_set.h"
#include "text/tag.h"

#include <stdlib.h>
#include <string.h>

/* A way from a root: where it has come to. */
typedef struct phrase_way {
    uint32_t node;
    uint32_t length; /* tokens */
    uint32_t checks, parts;
} phrase_way;

typedef CQ_ARRAY(phrase_way) phrase_ways;

cq_phrase_set *cq_phrase_new(cq_arena *arena, cq_intern *words) {
    cq_phrase_set *set = CQ_ARENA_NEW(arena, cq_phrase_set);
    *set = (cq_phrase_set){.arena = arena, .words = words, .edge_slots = 64};
    set->edges = CQ_ARENA_NEW_ARRAY(arena, cq_phrase_edge, set->edge_slots);
    for (int root = 0; root < CQ_PHRASE_ROOT_COUNT; root++) CQ_ARRAY_PUSH(arena, &set->nodes);
    return set;
}

cq_phrase_set *cq_phrase_new_from(cq_arena *arena, cq_intern *words, const cq_phrase_set *model) {
    cq_phrase_set *set = CQ_ARENA_NEW(arena, cq_phrase_set);
    *set = *model;
    set->arena = arena;
    set->words = words;
    set->is_borrowed = true;
    return set;
}

static void *copy_items(cq_arena *arena, const void *items, size_t size) {
    return size ? memcpy(cq_arena_take(arena, size), items, size) : NULL;
}

/* `len` is all that is borrowed, whatever room there was behind it. */
#define OWN_ARRAY(set, array)                                                                      \
    ((set)->array.at =                                                                             \
         copy_items((set)->arena, (set)->array.at, (set)->array.len * sizeof *(set)->array.at),    \
     (set)->array.cap = (set)->array.len)

/* What is borrowed becomes the set's own, to be added to. */
static void own_all(cq_phrase_set *set) {
    OWN_ARRAY(set, nodes);
    OWN_ARRAY(set, ends);
    OWN_ARRAY(set, guards);
    OWN_ARRAY(set, checks);
    OWN_ARRAY(set, parts);
    set->edges = copy_items(set->arena, set->edges, set->edge_slots * sizeof *set->edges);
    for (int root = 0; root < CQ_PHRASE_ROOT_COUNT; root++)
        set->starts[root] = copy_items(set->arena, set->starts[root],
                                       set->start_count[root] * sizeof *set->starts[root]);
    set->is_borrowed = false;
}

static cq_phrase_edge *find_edge(const cq_phrase_set *set, uint32_t from, uint32_t symbol) {
    uint64_t hash = ((uint64_t)from << 32 | symbol) * 0x9E3779B97F4A7C15u;
    uint32_t mask = set->edge_slots - 1;
    uint32_t slot = (uint32_t)(hash >> 32) & mask;
    while (set->edges[slot].to &&
           (set->edges[slot].from != from || set->edges[slot].symbol != symbol))
        slot = (slot + 1) & mask;
    return &set->edges[slot];
}

static void grow_edges(cq_phrase_set *set) {
    cq_phrase_edge *old = set->edges;
    uint32_t count = set->edge_slots;
    set->edge_slots *= 2;
    set->edges = CQ_ARENA_NEW_ARRAY(set->arena, cq_phrase_edge, set->edge_slots);
    for (uint32_t i = 0; i < count; i++)
        if (old[i].to) *find_edge(set, old[i].from, old[i].symbol) = old[i];
}

/* A word's bit in one of cq_phrase_node.words. Most words that come by lead nowhere, and these say so
   without a look into the table of edges. */
static inline uint64_t bit_of(cq_word word, int which) {
    return 1ull << (word * 0x9E3779B1u >> (which ? 20 : 26) & 63);
}

static void set_start(cq_phrase_set *set, uint32_t root, cq_word word, uint32_t node) {
    if (word >= set->start_count[root]) {
        size_t old_size = set->start_count[root] * sizeof node;
        set->start_count[root] = word * 2 + 64;
        set->starts[root] = cq_arena_grow(set->arena, set->starts[root], old_size,
                                          set->start_count[root] * sizeof node);
    }
    set->starts[root][word] = node;
}

static uint32_t add_edge(cq_phrase_set *set, uint32_t from, uint32_t symbol) {
    cq_phrase_edge *edge = find_edge(set, from, symbol);
    if (edge->to) return edge->to;
    *edge = (cq_phrase_edge){from, symbol, set->nodes.len};
    CQ_ARRAY_PUSH(set->arena, &set->nodes);
    cq_phrase_node *node = &set->nodes.at[from];
    if (symbol & CQ_PHRASE_CLASS_SYMBOL)
        node->classes |= 1u << (symbol & ~CQ_PHRASE_CLASS_SYMBOL);
    else
        for (int which = 0; which < 2; which++) node->words[which] |= bit_of(symbol, which);
    if (from < CQ_PHRASE_ROOT_COUNT && !(symbol & CQ_PHRASE_CLASS_SYMBOL))
        set_start(set, from, symbol, edge->to);
    else if (!(symbol & CQ_PHRASE_CLASS_SYMBOL) && symbol >= set->inner_count)
        set->inner_count = symbol + 1;
    uint32_t to = edge->to;
    if (++set->edge_count > set->edge_slots / 2) grow_edges(set);
    return to;
}

static uint32_t add_guard(cq_phrase_set *set, uint32_t from, uint32_t required) {
    for (uint32_t i = set->nodes.at[from].guards; i; i = set->guards.at[i - 1].next)
        if (set->guards.at[i - 1].required == required) return set->guards.at[i - 1].to;
    uint32_t to = set->nodes.len;
    *CQ_ARRAY_PUSH(set->arena, &set->guards) =
        (cq_phrase_guard){required, to, set->nodes.at[from].guards};
    set->nodes.at[from].guards = set->guards.len;
    CQ_ARRAY_PUSH(set->arena, &set->nodes);
    return to;
}

static uint32_t symbol_of(cq_phrase_set *set, const cq_pattern_choice *choice) {
    return choice->is_class ? CQ_PHRASE_CLASS_SYMBOL | (uint32_t)choice->token_class
                            : cq_intern_fold(set->words, choice->word);
}

static uint32_t add_check(cq_phrase_set *set, const phrase_way *way, uint32_t checks,
                          const cq_pattern_test *test) {
    if (!test->tags && !test->is_quoted && !test->is_unquoted) return checks;
    *CQ_ARRAY_PUSH(set->arena, &set->checks) = (cq_phrase_check){way->length, *test, checks};
    return set->checks.len;
}

/* A set that is being added to. */
typedef struct builder {
    cq_phrase_set *set;
    cq_arena *scratch;
} builder;

/* On from `way` by a token that is one of the item's choices. */
static void add_token(phrase_ways *out, builder *b, const phrase_way *way,
                      const cq_pattern_item *item) {
    uint32_t required = add_check(b->set, way, way->checks, &item->test);
    for (uint32_t c = 0; c < item->choices.len; c++) {
        phrase_way on = *way;
        on.node = add_edge(b->set, way->node, symbol_of(b->set, &item->choices.at[c]));
        if (item->required) on.node = add_guard(b->set, on.node, item->required);
        on.checks = add_check(b->set, way, required, &item->choices.at[c].test);
        on.length++;
        *CQ_ARRAY_PUSH(b->scratch, out) = on;
    }
}

static phrase_ways add_sequence(builder *b, phrase_ways from, const cq_pattern_sequence *sequence);

static phrase_ways add_once(builder *b, const phrase_ways *from, const cq_pattern_item *item) {
    phrase_ways out = {0};
    if (item->choices.len)
        for (uint32_t i = 0; i < from->len; i++) add_token(&out, b, &from->at[i], item);
    for (uint32_t k = 0; k < item->branches.len; k++) {
        phrase_ways branch = add_sequence(b, *from, &item->branches.at[k]);
        for (uint32_t i = 0; i < branch.len; i++) *CQ_ARRAY_PUSH(b->scratch, &out) = branch.at[i];
    }
    return out;
}

/* Appends the ways on from one, the longest first. */
static void add_times(phrase_ways *out, builder *b, const phrase_way *way,
                      const cq_pattern_item *item) {
    phrase_ways *by_times = CQ_ARENA_NEW_ARRAY(b->scratch, phrase_ways, item->most + 1);
    *CQ_ARRAY_PUSH(b->scratch, &by_times[0]) = *way;
    for (uint32_t time = 1; time <= item->most; time++)
        by_times[time] = add_once(b, &by_times[time - 1], item);
    for (uint32_t time = item->most + 1; time-- > item->least;)
        for (uint32_t i = 0; i < by_times[time].len; i++)
            *CQ_ARRAY_PUSH(b->scratch, out) = by_times[time].at[i];
}

static void add_part(builder *b, phrase_way *way, uint32_t first, cq_word name) {
    if (way->length == first) return;
    *CQ_ARRAY_PUSH(b->set->arena, &b->set->parts) =
        (cq_phrase_capture){name, first, way->length, way->parts};
    way->parts = b->set->parts.len;
}

/* On from each way by an item, with what it captures. */
static phrase_ways add_item(builder *b, const phrase_ways *from, const cq_pattern_item *item) {
    phrase_ways out = {0};
    cq_word name = item->is_named ? cq_intern_fold(b->set->words, item->name) : CQ_WORD_NONE;
    for (uint32_t i = 0; i < from->len; i++) {
        uint32_t next = out.len;
        add_times(&out, b, &from->at[i], item);
        for (; next < out.len; next++) {
            if (item->is_named) add_part(b, &out.at[next], from->at[i].length, name);
            if (!item->least) add_part(b, &out.at[next], from->at[i].length, CQ_WORD_NONE);
        }
    }
    return out;
}

/* Recursion is as deep as groups are in each other. */
static phrase_ways add_sequence(builder *b, phrase_ways from, const cq_pattern_sequence *sequence) {
    for (uint32_t i = 0; i < sequence->items.len; i++)
        from = add_item(b, &from, &sequence->items.at[i]);
    return from;
}

static void add_end(cq_phrase_set *set, const phrase_way *way, uint32_t owner,
                    const cq_pattern *pattern) {
    cq_phrase_end *end = CQ_ARRAY_PUSH(set->arena, &set->ends);
    *end = (cq_phrase_end){.owner = owner,
                           .next = set->nodes.at[way->node].ends,
                           .checks = way->checks,
                           .parts = way->parts,
                           .at_end = pattern->at_end,
                           .at_block_start = pattern->at_block_start,
                           .at_block_end = pattern->at_block_end};
    set->nodes.at[way->node].ends = set->ends.len;
}

static bool add_pattern(cq_phrase_set *set, cq_arena *scratch, cq_str text, uint32_t owner,
                        cq_err *err) {
    cq_pattern pattern;
    builder b = {set, scratch};
    phrase_ways ways = {0};
    if (!cq_pattern_read(&pattern, scratch, text, err)) return false;
    CQ_ARRAY_PUSH(scratch, &ways)->node =
        pattern.at_start ? CQ_PHRASE_ROOT_AT_START : CQ_PHRASE_ROOT_ANYWHERE;
    ways = add_sequence(&b, ways, &pattern.sequence);
    for (uint32_t i = 0; i < ways.len; i++) add_end(set, &ways.at[i], owner, &pattern);
    return true;
}

bool cq_phrase_add(cq_phrase_set *set, cq_str pattern, uint32_t owner, cq_err *err) {
    cq_arena scratch;
    cq_arena_init(&scratch);
    if (set->is_borrowed) own_all(set);
    bool ok = add_pattern(set, &scratch, pattern, owner, err);
    cq_arena_release(&scratch);
    return ok;
}

/* One walk down the trie from a token, branching where both a word and classes lead on. */
typedef struct phrase_walk {
    cq_phrase_hits *out;
    cq_arena *arena;
    const cq_phrase_set *set;
    cq_doc *doc;
    const cq_token *tokens; /* the document's */
    cq_token_classifier classifier;
    uint32_t sentence, first, sentence_first, sentence_end;
    bool asks_tags;
    cq_arena scratch;
    CQ_ARRAY(uint32_t) classes; /* of the sentence's tokens; 0: not asked for yet */
    /* By root and class: where its edge leads. Every token asks. */
    uint32_t class_starts[CQ_PHRASE_ROOT_COUNT][CQ_CLASS_COUNT];
    /* Where any word leads from anywhere, if that is all that an ordinary word can do; NULL: it can do more. */
    const cq_phrase_node *behind_word;
} phrase_walk;

static uint32_t classes_of(phrase_walk *walk, uint32_t token) {
    uint32_t *classes = &walk->classes.at[token - walk->sentence_first];
    if (!*classes) *classes = cq_token_classifier_get(&walk->classifier, token);
    return *classes;
}

static bool has_quotation(const phrase_walk *walk, const cq_phrase_check *check) {
    bool is_quoted = walk->tokens[walk->first + check->offset].flags & CQ_TOKEN_QUOTED;
    return (!check->test.is_quoted || is_quoted) && (!check->test.is_unquoted || !is_quoted);
}

static bool has_tag(const phrase_walk *walk, const cq_phrase_check *check) {
    if (!check->test.tags) return true;
    if (!walk->asks_tags) return false;
    const cq_tag *tags = cq_tag_of_sentence(walk->doc, walk->sentence);
    uint32_t token = walk->first + check->offset - walk->sentence_first;
    return tags && check->test.tags >> tags[token].upos & 1;
}

/* Do all checks of a phrase say so? */
static bool passes(const phrase_walk *walk, const cq_phrase_end *phrase,
                   bool (*says)(const phrase_walk *walk, const cq_phrase_check *check)) {
    for (uint32_t i = phrase->checks; i; i = walk->set->checks.at[i - 1].before)
        if (!says(walk, &walk->set->checks.at[i - 1])) return false;
    return true;
}

/* Does the block begin, end with the sentence, where the phrase asks for that? */
static bool is_at_edges(const phrase_walk *walk, const cq_phrase_end *phrase) {
    if (!phrase->at_block_start && !phrase->at_block_end) return true;
    const cq_sentence *sentence = &walk->doc->sentences.at[walk->sentence];
    const cq_block *block = &walk->doc->blocks.at[sentence->block];
    return (!phrase->at_block_start || walk->sentence == block->first_sentence) &&
           (!phrase->at_block_end || walk->sentence + 1 == block->end_sentence);
}

/* What the trie does not know of a phrase, the cheapest first: tags are made only for a sentence where
   all the rest is right. */
static bool is_right(const phrase_walk *walk, const cq_phrase_end *phrase) {
    return is_at_edges(walk, phrase) && passes(walk, phrase, has_quotation) &&
           passes(walk, phrase, has_tag);
}

static void push_hits(const phrase_walk *walk, uint32_t node, uint32_t end) {
    for (uint32_t i = walk->set->nodes.at[node].ends; i; i = walk->set->ends.at[i - 1].next) {
        const cq_phrase_end *phrase = &walk->set->ends.at[i - 1];
        if ((phrase->at_end && end != walk->sentence_end) || !is_right(walk, phrase)) continue;
        *CQ_ARRAY_PUSH(walk->arena, walk->out) =
            (cq_phrase_hit){phrase->owner, walk->sentence, walk->first, end, i - 1};
    }
}

/* Can an edge by this word leave a node? Words that only the document has are on none. */
static inline bool may_leave_by(const phrase_walk *walk, const cq_phrase_node *node, cq_word word) {
    return node->words[0] & bit_of(word, 0) && node->words[1] & bit_of(word, 1) &&
           word < walk->set->inner_count;
}

/* Does anything end or go on at a node, with `token` as the next one? */
static inline bool is_live(phrase_walk *walk, uint32_t node, uint32_t token) {
    const cq_phrase_node *here = &walk->set->nodes.at[node];
    if (here->ends | here->guards) return true;
    if (token >= walk->sentence_end) return false;
    return may_leave_by(walk, here, walk->tokens[token].word) ||
           (here->classes && here->classes & classes_of(walk, token));
}

static void walk_from(phrase_walk *walk, uint32_t node, uint32_t token);

/* On by the guards of a node that let its last token, the one before `token`, pass. */
static void walk_guards(phrase_walk *walk, uint32_t node, uint32_t token) {
    uint32_t classes = classes_of(walk, token - 1);
    for (uint32_t i = walk->set->nodes.at[node].guards; i;) {
        const cq_phrase_guard *guard = &walk->set->guards.at[i - 1];
        if ((guard->required & ~classes) == 0) walk_from(walk, guard->to, token);
        i = guard->next;
    }
}

static void walk_classes(phrase_walk *walk, uint32_t node, uint32_t token) {
    uint32_t classes = walk->set->nodes.at[node].classes & classes_of(walk, token);
    for (; classes; classes &= classes - 1) {
        uint32_t next =
            find_edge(walk->set, node, CQ_PHRASE_CLASS_SYMBOL | (uint32_t)__builtin_ctz(classes))
                ->to;
        if (is_live(walk, next, token + 1)) walk_from(walk, next, token + 1);
    }
}

/* Recursion is as deep as the longest phrase, and its guards. */
static void walk_from(phrase_walk *walk, uint32_t node, uint32_t token) {
    const cq_phrase_node *here = &walk->set->nodes.at[node];
    if (here->ends) push_hits(walk, node, token);
    if (here->guards) walk_guards(walk, node, token);
    if (token >= walk->sentence_end) return;
    if (may_leave_by(walk, here, walk->tokens[token].word)) {
        uint32_t next = find_edge(walk->set, node, walk->tokens[token].word)->to;
        if (next && is_live(walk, next, token + 1)) walk_from(walk, next, token + 1);
    }
    if (here->classes) walk_classes(walk, node, token);
}

/* On by those of a token's classes that phrases begin with. */
static void walk_class_starts(phrase_walk *walk, uint32_t root, uint32_t classes, uint32_t at) {
    for (; classes; classes &= classes - 1) {
        uint32_t next = walk->class_starts[root][__builtin_ctz(classes)];
        if (is_live(walk, next, at + 1)) walk_from(walk, next, at + 1);
    }
}

/* Those of `classes` that a token is in. What every ordinary word is in need not be found out. */
static uint32_t choose_classes(phrase_walk *walk, uint32_t classes, uint32_t token) {
    if (cq_token_classifier_is_ordinary(&walk->classifier, token)) {
        classes &= CQ_CLASSES_OF_ORDINARY_WORDS;
        if (!(classes & ~(uint32_t)CQ_CLASSES_OF_ALL_WORDS)) return classes;
    }
    return classes ? classes & classes_of(walk, token) : 0;
}

/* The common token starts no phrase: one look at its word, one at its kind. */
static void walk_root(phrase_walk *walk, uint32_t root, uint32_t at) {
    const cq_phrase_set *set = walk->set;
    const cq_token *token = &walk->tokens[at];
    uint32_t next = token->word < set->start_count[root] ? set->starts[root][token->word] : 0;
    if (next && is_live(walk, next, at + 1)) walk_from(walk, next, at + 1);
    walk_class_starts(walk, root, choose_classes(walk, set->nodes.at[root].classes, at), at);
}

static int compare_hits(const void *left, const void *right) {
    const cq_phrase_hit *a = left, *b = right;
    if (a->owner != b->owner) return a->owner < b->owner ? -1 : 1;
    if (a->end != b->end) return a->end < b->end ? -1 : 1;
    return (a->phrase > b->phrase) - (a->phrase < b->phrase);
}

/* Hits that start at one token, in order and each once: by the phrase that was added first. */
static void sort_hits(cq_phrase_hits *hits, uint32_t from) {
    if (hits->len - from < 2) return;
    qsort(hits->at + from, hits->len - from, sizeof *hits->at, compare_hits);
    uint32_t kept = from + 1;
    for (uint32_t i = from + 1; i < hits->len; i++)
        if (hits->at[kept - 1].owner != hits->at[i].owner ||
            hits->at[kept - 1].end != hits->at[i].end)
            hits->at[kept++] = hits->at[i];
    hits->len = kept;
}

static void begin_sentence(phrase_walk *walk, uint32_t index) {
    const cq_doc *doc = walk->classifier.doc;
    const cq_sentence *sentence = &doc->sentences.at[index];
    uint32_t count = sentence->end_token - sentence->first_token;
    walk->sentence = index;
    walk->sentence_first = sentence->first_token;
    walk->sentence_end = sentence->end_token;
    cq_token_classifier_enter(&walk->classifier, &doc->blocks.at[sentence->block]);
    CQ_ARRAY_RESERVE(&walk->scratch, &walk->classes, count);
    memset(walk->classes.at, 0, count * sizeof *walk->classes.at);
}

/* Is it quickly seen that no phrase begins at a token? It is an ordinary word that none begins with, and the
   next one stands behind no word in any: two of three are such. */
static inline bool is_quiet(const phrase_walk *walk, uint32_t token) {
    const cq_phrase_set *set = walk->set;
    const cq_token *t = &walk->tokens[token];
    if (!walk->behind_word || token == walk->sentence_first) return false;
    if (t->word < set->start_count[CQ_PHRASE_ROOT_ANYWHERE] &&
        set->starts[CQ_PHRASE_ROOT_ANYWHERE][t->word])
        return false;
    if (token + 1 < walk->sentence_end && may_leave_by(walk, walk->behind_word, t[1].word))
        return false;
    return cq_token_classifier_is_ordinary(&walk->classifier, token);
}

static void scan_sentence(phrase_walk *walk) {
    for (uint32_t t = walk->sentence_first; t < walk->sentence_end; t++) {
        if (is_quiet(walk, t)) continue;
        uint32_t from = walk->out->len;
        walk->first = t;
        walk_root(walk, CQ_PHRASE_ROOT_ANYWHERE, t);
        if (t == walk->sentence_first) walk_root(walk, CQ_PHRASE_ROOT_AT_START, t);
        sort_hits(walk->out, from);
    }
}

static void find_class_starts(phrase_walk *walk) {
    for (uint32_t root = 0; root < CQ_PHRASE_ROOT_COUNT; root++)
        for (uint32_t classes = walk->set->nodes.at[root].classes; classes;
             classes &= classes - 1) {
            uint32_t class = (uint32_t)__builtin_ctz(classes);
            walk->class_starts[root][class] =
                find_edge(walk->set, root, CQ_PHRASE_CLASS_SYMBOL | class)->to;
        }
}

static void find_behind_word(phrase_walk *walk) {
    static const cq_phrase_node nowhere;
    const cq_phrase_node *root = &walk->set->nodes.at[CQ_PHRASE_ROOT_ANYWHERE];
    uint32_t classes = root->classes & CQ_CLASSES_OF_ORDINARY_WORDS;
    uint32_t next = walk->class_starts[CQ_PHRASE_ROOT_ANYWHERE][CQ_CLASS_WORD];
    const cq_phrase_node *node = next ? &walk->set->nodes.at[next] : &nowhere;
    bool is_all =
        !(classes & ~(1u << CQ_CLASS_WORD)) && !node->ends && !node->guards && !node->classes;
    walk->behind_word = is_all ? node : NULL;
}

bool cq_phrase_scan(cq_phrase_hits *out, cq_arena *arena, const cq_phrase_set *set, cq_doc *doc,
                    uint32_t first, uint32_t end, bool asks_tags, const cq_patience *patience) {
    phrase_walk walk = {.out = out,
                        .arena = arena,
                        .set = set,
                        .doc = doc,
                        .tokens = doc->tokens.at,
                        .asks_tags = asks_tags};
    cq_arena_init(&walk.scratch);
    cq_token_classifier_init(&walk.classifier, &walk.scratch, doc);
    find_class_starts(&walk);
    find_behind_word(&walk);
    bool is_done = true;
    for (uint32_t s = first; s < end && is_done; s++) {
        begin_sentence(&walk, s);
        scan_sentence(&walk);
        is_done = !cq_patience_is_over_at(patience, s);
    }
    cq_arena_release(&walk.scratch);
    return is_done;
}

bool cq_phrase_next_part(cq_phrase_part *out, const cq_phrase_set *set, const cq_phrase_hit *hit,
                         uint32_t *next) {
    if (!*next) *next = set->ends.at[hit->phrase].parts + 1;
    if (*next == 1) return false;
    const cq_phrase_capture *part = &set->parts.at[*next - 2];
    *out = (cq_phrase_part){part->name, hit->first + part->first, hit->first + part->end};
    *next = part->before + 1;
    return true;
}
