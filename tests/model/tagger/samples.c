#include "samples.h"

#include "storage.h"
#include "text/tagger.h"

static void fill_token(sample *s, uint32_t i, const lexicon *l, corpus_doc *doc, uint32_t token) {
    sample_token *t = &s->tokens[i];
    cq_tagger_word *word = &s->words[i + CQ_TAGGER_EDGES];
    t->label = &doc->labels[token];
    t->folded = cq_intern_text(&doc->words, doc->doc.tokens.at[token].word);
    t->class = t->label->upos ? inventory_classify(l->inventory, t->label) : CQ_TAGGER_EDGE;
    t->count = lexicon_count(l, word->form);
    t->given = lexicon_look_up(l, word, t->folded, false);
    if (s->hidden) lexicon_look_up(l, &s->hidden[i + CQ_TAGGER_EDGES], t->folded, true);
}

static void fill_sample(sample *s, const lexicon *l, corpus_doc *doc, const cq_sentence *sentence,
                        bool with_hidden) {
    s->count = sentence->end_token - sentence->first_token;
    size_t words = s->count + 2 * CQ_TAGGER_EDGES;
    s->tokens = storage_new(s->count, sizeof *s->tokens);
    s->words = storage_new(words, sizeof *s->words);
    s->hidden = with_hidden ? storage_new(words, sizeof *s->hidden) : NULL;
    corpus_read_words(s->words, doc, sentence);
    if (with_hidden) memcpy(s->hidden, s->words, words * sizeof *s->words);
    for (uint32_t i = 0; i < s->count; i++) fill_token(s, i, l, doc, sentence->first_token + i);
}

void samples_init(samples *s, const lexicon *l, const corpus *c, bool with_hidden) {
    *s = (samples){0};
    for (uint32_t d = 0; d < c->docs.len; d++) s->count += c->docs.at[d]->doc.sentences.len;
    s->at = storage_new(s->count, sizeof *s->at);
    for (uint32_t d = 0, i = 0; d < c->docs.len; d++) {
        const cq_sentences *sentences = &c->docs.at[d]->doc.sentences;
        for (uint32_t n = 0; n < sentences->len; n++)
            fill_sample(&s->at[i++], l, c->docs.at[d], &sentences->at[n], with_hidden);
    }
}
