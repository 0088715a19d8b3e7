#include "text/stage.h"

#include "base/json.h"
#include "text/dump.h"
#include "text/language_reader.h"

static void push_fields(cq_buf *out, const cq_language_guess *guess, bool as_json) {
    if (!as_json) {
        cq_buf_push_format(out, "  %s  margin %.1f", *guess->code ? guess->code : "unknown",
                           (double)guess->margin);
        if (guess->foreign > 0) cq_buf_push_format(out, "  foreign %.1f", (double)guess->foreign);
        cq_dump_line_end(out);
        return;
    }
    cq_json_push_str(out, "language", cq_str_of(guess->code));
    cq_json_push_key(out, "margin");
    cq_buf_push_format(out, "%.2f", (double)guess->margin);
    cq_json_push_key(out, "foreign");
    cq_buf_push_format(out, "%.2f", (double)guess->foreign);
    cq_json_push_number(out, "words", guess->words);
    cq_dump_json_end(out);
}

static void dump_language(cq_buf *out, cq_language_reader *reader, uint32_t index, bool as_json) {
    const cq_doc *doc = reader->doc;
    const cq_sentence *sentence = &doc->sentences.at[index];
    const cq_block *block = &doc->blocks.at[sentence->block];
    cq_span span = cq_doc_locate(doc, block, sentence->first_token, sentence->end_token);
    cq_str text = cq_dump_text(doc, block, sentence->first_token, sentence->end_token);
    cq_language_guess guess = cq_language_reader_get(reader, index);
    if (as_json)
        cq_dump_json_begin(out, span, text);
    else
        cq_dump_line_begin(out, "language", span, text);
    push_fields(out, &guess, as_json);
}

static void dump_languages(cq_buf *out, cq_doc *doc, bool as_json) {
    cq_language_reader reader;
    cq_language_reader_init(&reader, doc);
    for (uint32_t i = 0; i < doc->sentences.len; i++) dump_language(out, &reader, i, as_json);
    cq_language_reader_release(&reader);
}

const cq_stage cq_stage_languages = {
    .name = "languages",
    .summary = "sentences with the language of their author's own words, and how sure that is",
    .dump = dump_languages,
};
