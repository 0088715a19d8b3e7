#include "corpus.h"

#include "base/io.h"
#include "storage.h"

#include <stdio.h>
#include <stdlib.h>

/* A word of the treebank; those of a multi-word token share its span. */
typedef struct treebank_word {
    uint32_t start, end; /* bytes in the document's text; 0, 0 where it is not found */
    int id, head;
    const char *upos, *xpos, *feats, *lemma, *relation;
} treebank_word;

/* A document being put together. */
typedef struct builder {
    corpus *corpus;
    cq_buf text;
    CQ_ARRAY(treebank_word) words;
    size_t sentence_start, at; /* bytes in the text: the sentence's, and where to look on */
    bool is_paragraph;
    int inside; /* the id up to which words belong to the multi-word token at `start` */
    uint32_t start, end;
} builder;

static const char *dup_field(builder *b, cq_str field) {
    return cq_str_dup(&b->corpus->arena, field).ptr;
}

static void begin_sentence(builder *b, cq_str text) {
    if (b->text.len) cq_buf_push_str(&b->text, b->is_paragraph ? CQ_STR("\n\n") : CQ_STR(" "));
    b->sentence_start = b->at = b->text.len;
    b->inside = 0;
    cq_buf_push_str(&b->text, text);
}

/* The next place of a form in the text. */
static bool locate_form(builder *b, cq_str form) {
    size_t found = cq_str_find(cq_str_slice(cq_buf_get(&b->text), b->at, b->text.len), form);
    if (found == SIZE_MAX) return false;
    b->start = (uint32_t)(b->at + found);
    b->end = b->start + (uint32_t)form.len;
    b->at = b->end;
    return true;
}

static void split_fields(cq_str fields[10], cq_str line) {
    for (int i = 0; i < 10; i++) {
        size_t tab = cq_str_find(line, CQ_STR("\t"));
        size_t end = tab == SIZE_MAX ? line.len : tab;
        fields[i] = cq_str_slice(line, 0, end);
        line = cq_str_slice(line, end + 1, line.len);
    }
}

static void read_word(builder *b, cq_str line) {
    cq_str f[10];
    split_fields(f, line);
    int id = atoi(f[0].ptr);
    size_t dash = cq_str_find(f[0], CQ_STR("-"));
    if (cq_str_find(f[0], CQ_STR(".")) != SIZE_MAX) return;
    if (dash != SIZE_MAX) {
        b->inside = locate_form(b, f[1]) ? atoi(f[0].ptr + dash + 1) : 0;
        return;
    }
    if (id > b->inside && !locate_form(b, f[1])) return;
    treebank_word *w = CQ_ARRAY_PUSH(&b->corpus->arena, &b->words);
    *w = (treebank_word){b->start, b->end, id, atoi(f[6].ptr), NULL, NULL, "", NULL, NULL};
    w->upos = dup_field(b, f[3]);
    w->xpos = dup_field(b, f[4]);
    if (!cq_str_is_equal(f[5], CQ_STR("_"))) w->feats = dup_field(b, f[5]);
    w->lemma = dup_field(b, f[2]);
    w->relation = dup_field(b, f[7]);
}

static bool is_of(const char *upos, const char *name) {
    return strcmp(upos, name) == 0;
}

static bool is_modifying(const treebank_word *w, const treebank_word *end) {
    static const char *const relations[] = {"amod", "compound", "nmod", "nummod", "advmod"};
    if (w->head <= end[-1].id || is_of(w->upos, "PROPN") || is_of(w->upos, "PUNCT")) return false;
    for (size_t i = 0; i < sizeof relations / sizeof *relations; i++)
        if (strncmp(w->relation, relations[i], strlen(relations[i])) == 0) return true;
    return false;
}

/* The word of a run that the others depend on: its head stands outside. */
static const treebank_word *find_head(const treebank_word *first, const treebank_word *end) {
    for (const treebank_word *w = first; w < end; w++)
        if (!is_of(w->upos, "PUNCT") && (w->head < first->id || w->head > end[-1].id)) return w;
    return first;
}

static const char *format(builder *b, const char *start, const char *middle, const char *end) {
    return cq_str_format(&b->corpus->arena, "%s%s%s", start, middle, end).ptr;
}

/* it's, don't, Biden's: the host's tag, and what leans on it as one more feature. */
static void label_clitic(builder *b, corpus_label *label, const treebank_word *host,
                         const treebank_word *end) {
    const treebank_word *clitic = end - 1;
    const char *feature = is_of(clitic->xpos, "POS")    ? "Case=Gen"
                          : is_of(clitic->upos, "PART") ? "Polarity=Neg"
                                                        : "Clitic=Aux";
    *label = (corpus_label){host->upos, host->feats, host->lemma, false};
    if (is_of(clitic->upos, "AUX") || is_of(clitic->upos, "PART"))
        label->feats = *host->feats ? format(b, host->feats, "|", feature) : feature;
}

/* well-known, 15-year: an adjective where the whole modifies what follows. */
static void label_run(builder *b, corpus_label *label, const treebank_word *first,
                      const treebank_word *end, cq_str folded) {
    const treebank_word *head = find_head(first, end), *last = end - 1;
    *label = (corpus_label){head->upos, head->feats, dup_field(b, folded), false};
    if (is_modifying(head, end)) {
        label->upos = "ADJ";
        label->feats = "Degree=Pos";
    } else if (head == last && last->end - last->start < folded.len) {
        cq_str start = cq_str_slice(folded, 0, folded.len - (last->end - last->start));
        label->lemma = format(b, dup_field(b, start), last->lemma, "");
    }
}

static void label_token(builder *b, corpus_label *label, const treebank_word *first,
                        const treebank_word *end, cq_str folded) {
    if (end - first == 1)
        *label = (corpus_label){first->upos, first->feats, first->lemma, true};
    else if (end[-1].start == first->start)
        label_clitic(b, label, first, end);
    else
        label_run(b, label, first, end, folded);
}

static void label_doc(builder *b, corpus_doc *d, const cq_block *block) {
    uint32_t next = 0;
    while (next < b->words.len && b->words.at[next].start < block->source.start) next++;
    for (uint32_t i = block->first_token; i < block->end_token; i++) {
        const cq_token *token = &d->doc.tokens.at[i];
        cq_span span = cq_block_locate(block, cq_token_span(token));
        while (next < b->words.len && b->words.at[next].start < span.start) next++;
        uint32_t end = next;
        while (end < b->words.len && b->words.at[end].end <= span.end) end++;
        if (end > next && b->words.at[next].start == span.start &&
            b->words.at[end - 1].end == span.end)
            label_token(b, &d->labels[i], &b->words.at[next], &b->words.at[end],
                        cq_intern_text(&d->words, token->word));
    }
}

static void end_doc(builder *b) {
    if (b->text.len == 0) return;
    cq_err err;
    cq_arena *arena = &b->corpus->arena;
    corpus_doc *d = CQ_ARENA_NEW(arena, corpus_doc);
    cq_str text = cq_str_dup(arena, cq_buf_get(&b->text));
    cq_intern_init(&d->words);
    if (!cq_doc_open(&d->doc, &d->words, CQ_STR("treebank.txt"), text, &(cq_doc_options){0},
                     &err)) {
        fprintf(stderr, "%s\n", err.message);
        exit(2);
    }
    cq_casing_read(&d->casing, arena, &d->doc);
    d->labels = CQ_ARENA_NEW_ARRAY(arena, corpus_label, d->doc.tokens.len);
    for (uint32_t i = 0; i < d->doc.blocks.len; i++) label_doc(b, d, &d->doc.blocks.at[i]);
    *CQ_ARRAY_PUSH(arena, &b->corpus->docs) = d;
    b->text.len = 0;
    b->words.len = 0;
}

static void read_line(builder *b, cq_str line) {
    cq_str text = CQ_STR("# text = ");
    if (cq_str_has_prefix(line, CQ_STR("# newdoc")))
        end_doc(b);
    else if (cq_str_has_prefix(line, CQ_STR("# newpar")))
        b->is_paragraph = true;
    else if (cq_str_has_prefix(line, text))
        begin_sentence(b, cq_str_slice(line, text.len, line.len));
    else if (line.len == 0)
        b->is_paragraph = false;
    else if (line.ptr[0] != '#')
        read_word(b, line);
}

void corpus_open(corpus *out, const char *path) {
    builder b = {.corpus = out};
    cq_buf bytes = {0};
    cq_err err;
    *out = (corpus){0};
    cq_arena_init(&out->arena);
    if (!cq_io_read_file(&bytes, path, &err)) {
        fprintf(stderr, "%s\n", err.message);
        exit(2);
    }
    for (cq_str rest = cq_buf_get(&bytes); rest.len;) {
        size_t newline = cq_str_find(rest, CQ_STR("\n"));
        size_t end = newline == SIZE_MAX ? rest.len : newline;
        read_line(&b, cq_str_slice(rest, 0, end));
        rest = cq_str_slice(rest, end + 1, rest.len);
    }
    end_doc(&b);
    cq_buf_release(&bytes);
    cq_buf_release(&b.text);
}

void corpus_close(corpus *set) {
    for (uint32_t i = 0; i < set->docs.len; i++) {
        cq_doc_close(&set->docs.at[i]->doc);
        cq_intern_release(&set->docs.at[i]->words);
    }
    cq_arena_release(&set->arena);
}

void corpus_read_words(cq_tagger_word *out, const corpus_doc *doc, const cq_sentence *sentence) {
    uint32_t count = sentence->end_token - sentence->first_token;
    uint8_t *shapes = storage_new(count, 1);
    cq_tagger_read_shapes(shapes, &doc->doc, &doc->casing, sentence);
    out[0] = out[1] = out[count + 2] = out[count + 3] = cq_tagger_edge();
    for (uint32_t i = 0; i < count; i++) {
        cq_word id = doc->doc.tokens.at[sentence->first_token + i].word;
        cq_tagger_word_init(&out[i + CQ_TAGGER_EDGES], cq_intern_text(&doc->words, id), shapes[i]);
    }
    free(shapes);
}
