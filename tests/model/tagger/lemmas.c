#include "lemmas.h"

#include "base/io.h"
#include "storage.h"
#include "text/lemma.h"

#include <stdio.h>

enum { COMMON = 2 /* an ending must be seen with so many forms */ };

/* How often a script goes with a form or an ending, of one kind. A list, as there are few. */
typedef struct vote {
    uint16_t script;
    uint32_t count;
    struct vote *next;
} vote;

/* Votes under keys, in the order of their first use. */
typedef struct ballot {
    table keys;
    vote **votes;
    uint32_t *lengths; /* of the form or ending, bytes */
    uint32_t capacity;
} ballot;

/* A form of a kind. */
typedef struct form {
    uint32_t key, kind;
    cq_str folded;
} form;

typedef struct work {
    packer *packer;
    inventory *inventory;
    ballot forms, endings;
    form *list;      /* by number in forms.keys */
    uint32_t *rules; /* by number in endings.keys: the script + 1 of what is packed, or 0 */
} work;

static uint32_t cast(ballot *b, uint32_t key, uint16_t script, uint32_t count, uint32_t length) {
    uint32_t before = b->keys.count, at = table_get(&b->keys, key);
    if (at >= b->capacity) {
        b->capacity = b->capacity ? b->capacity * 2 : 1024;
        b->votes = storage_resize(b->votes, b->capacity, sizeof *b->votes);
        b->lengths = storage_resize(b->lengths, b->capacity, sizeof *b->lengths);
    }
    if (b->keys.count > before) b->votes[at] = NULL;
    b->lengths[at] = length;
    vote **v = &b->votes[at];
    while (*v && (*v)->script != script) v = &(*v)->next;
    if (!*v) {
        *v = storage_new(1, sizeof **v);
        (*v)->script = script;
    }
    (*v)->count += count;
    return at;
}

/* The script with the most votes; of equals the one that came first. */
static const vote *find_winner(const ballot *b, uint32_t at) {
    const vote *best = b->votes[at];
    for (const vote *v = best; v; v = v->next)
        if (v->count > best->count) best = v;
    return best;
}

static uint32_t form_key(uint32_t kind, cq_str folded) {
    return cq_tagger_key(CQ_TAGGER_SPACE_LEMMA, cq_tagger_hash(folded), kind);
}

static uint32_t ending_key(uint32_t kind, cq_str folded, size_t length) {
    cq_str ending = cq_str_slice(folded, folded.len - length, folded.len);
    return cq_tagger_key(CQ_TAGGER_SPACE_LEMMA_ENDING, cq_tagger_hash(ending), kind);
}

/* From a word to its lemma: what is behind their common start is cut, and put there. */
static uint16_t make_script(packer *p, cq_str folded, cq_str lemma) {
    size_t same = 0;
    while (same < folded.len && same < lemma.len && folded.ptr[same] == lemma.ptr[same]) same++;
    cq_str append = cq_str_slice(lemma, same, lemma.len);
    if (append.len > CQ_LEMMA_GROWTH - 1 || folded.len - same > UINT8_MAX) return 0;
    return packer_script(p, (uint8_t)(folded.len - same), append);
}

static void count_token(work *w, cq_intern *words, const sample_token *t) {
    if (t->class == CQ_TAGGER_EDGE) return;
    uint32_t kind = w->inventory->classes[t->class].lemma_kind, before = w->forms.keys.count;
    cq_str lemma = cq_intern_text(words, cq_intern_fold(words, cq_str_of(t->label->lemma)));
    uint16_t script = make_script(w->packer, t->folded, lemma);
    uint32_t key = form_key(kind, t->folded);
    uint32_t at = cast(&w->forms, key, script, 1, (uint32_t)t->folded.len);
    if (w->forms.keys.count == before) return;
    if ((at & (at + 1)) == 0)
        w->list = storage_resize(w->list, ((size_t)at + 1) * 2, sizeof *w->list);
    w->list[at] = (form){key, kind, t->folded};
}

static void count_endings(work *w) {
    for (uint32_t i = 0; i < w->forms.keys.count; i++) {
        const form *f = &w->list[i];
        uint16_t script = find_winner(&w->forms, i)->script;
        for (size_t n = 0; n <= CQ_LEMMA_ENDING && n <= f->folded.len; n++)
            cast(&w->endings, ending_key(f->kind, f->folded, n), script, 1, (uint32_t)n);
    }
}

/* What the rules for endings shorter than `length` say of a form. */
static uint32_t predict(const work *w, const form *f, size_t length) {
    for (size_t n = length < f->folded.len + 1 ? length : f->folded.len + 1; n-- > 0;) {
        uint32_t at = table_find(&w->endings.keys, ending_key(f->kind, f->folded, n));
        if (at != TABLE_NONE && w->rules[at]) return w->rules[at] - 1;
    }
    return 0;
}

static uint32_t sum_votes(const ballot *b, uint32_t at) {
    uint32_t sum = 0;
    for (const vote *v = b->votes[at]; v; v = v->next) sum += v->count;
    return sum;
}

static void note_ending(inventory *v, uint32_t kind, size_t length) {
    for (uint32_t c = 0; c < v->count; c++)
        if (v->classes[c].lemma_kind == kind)
            v->classes[c].lemma_endings |= (uint8_t)(1u << length);
}

/* Rules from the shortest ending on, each only where the shorter one says otherwise. */
static void choose_rules(work *w) {
    w->rules = storage_new(w->endings.keys.count, sizeof *w->rules);
    for (size_t n = 0; n <= CQ_LEMMA_ENDING; n++)
        for (uint32_t i = 0; i < w->forms.keys.count; i++) {
            const form *f = &w->list[i];
            uint32_t key = n <= f->folded.len ? ending_key(f->kind, f->folded, n) : 0;
            uint32_t at = key ? table_find(&w->endings.keys, key) : TABLE_NONE;
            if (at == TABLE_NONE || w->rules[at] || (n > 0 && sum_votes(&w->endings, at) < COMMON))
                continue;
            uint16_t script = find_winner(&w->endings, at)->script;
            if (n > 0 && predict(w, f, n) == script) continue;
            w->rules[at] = script + 1u;
            packer_put(w->packer, key, script);
            note_ending(w->inventory, f->kind, n);
        }
}

static uint32_t pack_exceptions(work *w) {
    uint32_t count = 0;
    for (uint32_t i = 0; i < w->forms.keys.count; i++) {
        uint16_t script = find_winner(&w->forms, i)->script;
        if (predict(w, &w->list[i], CQ_LEMMA_ENDING + 1) == script) continue;
        count++;
        packer_put(w->packer, w->list[i].key, script);
    }
    return count;
}

/* Forms and their lemmas, a pair a line; those that the samples have are known already. */
static uint32_t pack_list(work *w, const char *path, const char *kind) {
    cq_buf bytes = {0};
    cq_err err;
    char *rest = NULL;
    uint32_t number = 0, count = 0;
    while (number < w->inventory->kind_count && strcmp(w->inventory->kinds[number], kind) != 0)
        number++;
    if (!cq_io_read_file(&bytes, path, &err)) {
        fprintf(stderr, "%s\n", err.message);
        exit(2);
    }
    cq_buf_push(&bytes, 0);
    for (char *at = strtok_r(bytes.ptr, " \n", &rest); at; at = strtok_r(NULL, " \n", &rest)) {
        char *lemma = strtok_r(NULL, " \n", &rest);
        uint32_t key = form_key(number, cq_str_of(at));
        if (!lemma || table_find(&w->forms.keys, key) != TABLE_NONE) continue;
        packer_put(w->packer, key, make_script(w->packer, cq_str_of(at), cq_str_of(lemma)));
        count++;
    }
    cq_buf_release(&bytes);
    return count;
}

static uint32_t pack_lists(work *w, const char *folder) {
    cq_arena arena;
    cq_arena_init(&arena);
    cq_str verbs = cq_str_format(&arena, "%s/irregular-verbs.txt", folder);
    cq_str plurals = cq_str_format(&arena, "%s/irregular-plurals.txt", folder);
    uint32_t count = pack_list(w, verbs.ptr, "VERB|past");
    count += pack_list(w, plurals.ptr, "NOUN|Number=Plur");
    cq_arena_release(&arena);
    return count;
}

void lemmas_pack(packer *p, inventory *v, const samples *s, const char *folder) {
    work w = {.packer = p, .inventory = v};
    cq_intern words;
    cq_intern_init(&words);
    for (uint32_t i = 0; i < s->count; i++)
        for (uint32_t t = 0; t < s->at[i].count; t++) count_token(&w, &words, &s->at[i].tokens[t]);
    count_endings(&w);
    uint32_t before = p->value_keys.count;
    choose_rules(&w);
    uint32_t rules = p->value_keys.count - before, exceptions = pack_exceptions(&w);
    uint32_t listed = pack_lists(&w, folder);
    printf("lemmas: %u scripts, %u endings, %u forms and %u from lists\n", p->scripts.len, rules,
           exceptions, listed);
    cq_intern_release(&words);
}
