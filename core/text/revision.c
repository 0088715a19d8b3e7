#include "text/revision.h"

#define PIECE 4096u /* bytes that are compared at once */

/* The change, in bytes: [start, end_before) of the text as it was became [start, end). */
typedef struct edit {
    uint32_t start, end_before, end;
    int64_t shift;
} edit;

/* Blocks that were read anew, in place of blocks [first, end_before) of the document. */
typedef struct reading {
    cq_arena arena;
    cq_blocks blocks;
    uint32_t first, end_before;
    cq_span part;             /* bytes of the new source that were read */
    uint32_t part_end_before; /* where they ended in the old one */
} reading;

/* What has changed ------------------------------------------------------------------------------ */

static size_t get_least(size_t a, size_t b) {
    return a < b ? a : b;
}

/* At most `limit`, of which `i` are known. */
static uint32_t count_equal_start(cq_str a, cq_str b, size_t limit, size_t i) {
    while (i + PIECE <= limit && memcmp(a.ptr + i, b.ptr + i, PIECE) == 0) i += PIECE;
    while (i + 64 <= limit && memcmp(a.ptr + i, b.ptr + i, 64) == 0) i += 64;
    while (i < limit && a.ptr[i] == b.ptr[i]) i++;
    return (uint32_t)i;
}

static uint32_t count_equal_end(cq_str a, cq_str b, size_t limit, size_t i) {
    const char *p = a.ptr + a.len, *q = b.ptr + b.len;
    while (i + PIECE <= limit && memcmp(p - i - PIECE, q - i - PIECE, PIECE) == 0) i += PIECE;
    while (i + 64 <= limit && memcmp(p - i - 64, q - i - 64, 64) == 0) i += 64;
    while (i < limit && p[-1 - (ptrdiff_t)i] == q[-1 - (ptrdiff_t)i]) i++;
    return (uint32_t)i;
}

static edit find_edit(cq_str before, cq_str now, cq_revision_same known) {
    size_t limit = get_least(before.len, now.len);
    uint32_t start = count_equal_start(before, now, limit, get_least(known.start, limit));
    limit -= start;
    uint32_t same = count_equal_end(before, now, limit, get_least(known.end, limit));
    return (edit){start, (uint32_t)before.len - same, (uint32_t)now.len - same,
                  (int64_t)now.len - (int64_t)before.len};
}

static cq_span shift_span(cq_span span, int64_t shift) {
    return (cq_span){(uint32_t)(span.start + shift), (uint32_t)(span.end + shift)};
}

static bool is_same_span(cq_span before, cq_span now, int64_t shift) {
    cq_span moved = shift_span(before, shift);
    return moved.start == now.start && moved.end == now.end;
}

static bool is_same_segment(const cq_segment *before, const cq_segment *now, int64_t shift) {
    return before->text_start == now->text_start && before->is_verbatim == now->is_verbatim &&
           before->inline_kind == now->inline_kind && before->emphasis == now->emphasis &&
           is_same_span(before->source, now->source, shift);
}

/* Whether a block is what it was, `shift` bytes further on. */
static bool is_same_block(const cq_block *before, const cq_block *now, int64_t shift) {
    if (before->kind != now->kind || before->depth != now->depth || before->is_cut != now->is_cut ||
        before->partner != now->partner || before->blank_lines_before != now->blank_lines_before ||
        before->segment_count != now->segment_count ||
        !is_same_span(before->source, now->source, shift) ||
        !cq_str_is_equal(before->language, now->language) ||
        !cq_str_is_equal(before->text, now->text))
        return false;
    for (uint32_t i = 0; i < before->segment_count; i++)
        if (!is_same_segment(&before->segments[i], &now->segments[i], shift)) return false;
    return true;
}

/* Reading blocks -------------------------------------------------------------------------------- */

/* The start of the line that a block begins in. */
static uint32_t find_line(const cq_doc *doc, uint32_t block) {
    uint32_t at = doc->blocks.at[block].source.start;
    const char *text = doc->source.text.ptr;
    while (at > doc->source.body && text[at - 1] != '\n' && text[at - 1] != '\r') at--;
    return at;
}

/* Not behind a lone CR: an edit may put an LF behind it. */
static bool may_cut(const cq_doc *doc, uint32_t block) {
    uint32_t at = find_line(doc, block);
    return at > doc->source.body && doc->source.text.ptr[at - 1] == '\n';
}

/* The last block to read from: the change lies behind its line's start. 0 is the source's start. */
static uint32_t find_first(const cq_doc *doc, const edit *e) {
    uint32_t found = 0;
    for (uint32_t i = 0; i < doc->blocks.len; i++) {
        const cq_block *block = &doc->blocks.at[i];
        if (block->kind != CQ_BLOCK_META && block->source.start > e->start) break;
        if (block->is_cut) found = i;
    }
    while (found > 0 && (!doc->blocks.at[found].is_cut || !may_cut(doc, found) ||
                         find_line(doc, found) > e->start))
        found--;
    return found;
}

/* The `count`th block from `from` on that a part may end in front of, wholly behind the change; the
   number of blocks where there are not so many. */
static uint32_t find_cut(const cq_doc *doc, const edit *e, uint32_t from, uint32_t count) {
    for (uint32_t i = from; i < doc->blocks.len; i++) {
        if (!doc->blocks.at[i].is_cut || doc->blocks.at[i].source.start <= e->end_before) continue;
        if (may_cut(doc, i) && find_line(doc, i) > e->end_before && !--count) return i;
    }
    return doc->blocks.len;
}

/* Whether the last blocks of a reading are blocks [first, end) of the document, moved. */
static bool ends_with(const reading *r, const cq_doc *doc, uint32_t first, uint32_t end,
                      int64_t shift) {
    uint32_t count = end - first;
    if (r->blocks.len < count) return false;
    const cq_block *last = r->blocks.at + (r->blocks.len - count);
    for (uint32_t i = 0; i < count; i++)
        if (!is_same_block(&doc->blocks.at[first + i], &last[i], shift)) return false;
    return true;
}

/* Reads from block r->first on, up to `end`; where what was read ends with the blocks from `same` on,
   those are left out, and it is good. */
static bool read_until(reading *r, const cq_doc *doc, const cq_source *source, const edit *e,
                       uint32_t same, uint32_t end, bool *is_good, cq_err *err) {
    cq_format_part part = {{source->body, (uint32_t)source->text.len}, 0, r->first == 0};
    if (r->first) {
        part.span.start = find_line(doc, r->first);
        part.blank_lines = doc->blocks.at[r->first].blank_lines_before;
    }
    if (end < doc->blocks.len) part.span.end = (uint32_t)(find_line(doc, end) + e->shift);
    r->blocks.len = r->blocks.comments.len = 0;
    r->part = part.span;
    r->part_end_before = (uint32_t)(part.span.end - e->shift);
    if (!doc->format->read_part(&r->blocks, &r->arena, source, &part, err)) return false;
    *is_good = same == doc->blocks.len || ends_with(r, doc, same, end, e->shift);
    if (*is_good) r->blocks.len -= end - same;
    r->end_before = same;
    return true;
}

static bool read_changed(reading *r, const cq_doc *doc, const cq_source *source, const edit *e,
                         cq_err *err) {
    bool is_good = false;
    r->first = find_first(doc, e);
    for (uint32_t reach = 1; !is_good; reach *= 4) {
        uint32_t same = find_cut(doc, e, r->first + 1, reach);
        uint32_t end = same < doc->blocks.len ? find_cut(doc, e, same + 1, 1) : same;
        if (!read_until(r, doc, source, e, same, end, &is_good, err)) return false;
    }
    return true;
}

static bool read_blocks(reading *r, const cq_doc *doc, const cq_source *source, const edit *e,
                        cq_err *err) {
    const cq_format *format = doc->format;
    bool is_entangled = format->is_entangled &&
                        (format->is_entangled(&doc->source) || format->is_entangled(source));
    if (format->read_part && !is_entangled && doc->blocks.len)
        return read_changed(r, doc, source, e, err);
    r->first = 0;
    r->end_before = doc->blocks.len;
    r->part = (cq_span){0, (uint32_t)source->text.len};
    r->part_end_before = (uint32_t)doc->source.text.len;
    return format->read(&r->blocks, &r->arena, source, err);
}

/* Leaves out the blocks at both ends that are what they were. */
static void trim(reading *r, const cq_doc *doc, const edit *e) {
    uint32_t same = 0, most = r->end_before - r->first;
    if (most > r->blocks.len) most = r->blocks.len;
    while (same < most && doc->blocks.at[r->first + same].source.end <= e->start &&
           is_same_block(&doc->blocks.at[r->first + same], &r->blocks.at[same], 0))
        same++;
    r->first += same;
    if (same) r->blocks.at += same; /* where there are no blocks, there is no storage */
    r->blocks.len -= same;
    most -= same;
    for (; most > 0; most--) {
        const cq_block *before = &doc->blocks.at[r->end_before - 1];
        if (before->source.start < e->end_before ||
            !is_same_block(before, &r->blocks.at[r->blocks.len - 1], e->shift))
            return;
        r->end_before--;
        r->blocks.len--;
    }
}

/* Taking the new blocks in ---------------------------------------------------------------------- */

static bool is_inside(cq_str part, cq_str whole) {
    return part.ptr >= whole.ptr && part.ptr + part.len <= whole.ptr + whole.len;
}

/* Lets blocks [first, end) stand `shift` bytes further on in another source. */
static void move_blocks(cq_doc *doc, const cq_source *source, uint32_t first, uint32_t end,
                        int64_t shift) {
    for (uint32_t i = first; i < end; i++) {
        cq_block *block = &doc->blocks.at[i];
        bool is_borrowed = is_inside(block->text, doc->source.text);
        block->source = shift_span(block->source, shift);
        if (is_borrowed) block->text.ptr = source->text.ptr + block->source.start;
        cq_segment *segments = (cq_segment *)(uintptr_t)block->segments; /* the document's own */
        for (uint32_t k = 0; shift && k < block->segment_count; k++)
            segments[k].source = shift_span(segments[k].source, shift);
    }
}

/* A block of a reading with what it holds in the document's arena. */
static cq_block adopt_block(cq_doc *doc, const cq_source *source, const cq_block *read) {
    cq_block block = *read;
    size_t size = read->segment_count * sizeof *read->segments;
    cq_segment *segments = cq_arena_take(&doc->arena, size);
    if (size) memcpy(segments, read->segments, size);
    block.segments = segments;
    block.language = cq_str_dup(&doc->arena, read->language);
    if (!is_inside(read->text, source->text)) block.text = cq_str_dup(&doc->arena, read->text);
    return block;
}

/* What was read of the new blocks, with indices that count from their first. */
typedef struct contents {
    cq_arena arena;
    cq_tokens tokens;
    cq_sentences sentences;
} contents;

static void read_contents(contents *c, cq_doc *doc, uint32_t first, uint32_t end) {
    for (uint32_t i = first; i < end; i++) {
        cq_block *block = &doc->blocks.at[i];
        cq_str language = cq_doc_language_of(doc, block);
        cq_token_read(&c->tokens, &c->arena, doc->words, block, language);
        cq_sentence_read(&c->sentences, &c->arena, doc->words, block, i, c->tokens.at, language);
    }
}

/* How far indices behind the new blocks move. */
typedef struct moves {
    uint32_t blocks, tokens, sentences; /* modulo 2^32: they may go down */
} moves;

static void move_indices(cq_block *block, uint32_t tokens, uint32_t sentences) {
    block->first_token += tokens;
    block->end_token += tokens;
    block->first_sentence += sentences;
    block->end_sentence += sentences;
}

static uint32_t move_token(uint32_t token, uint32_t by) {
    return token == CQ_NO_TOKEN ? token : token + by;
}

/* Puts the contents of blocks [first, end) in the place of some tokens and sentences. */
static void splice_contents(cq_doc *doc, const contents *c, uint32_t first, uint32_t end,
                            cq_span tokens, cq_span sentences) {
    CQ_ARRAY_SPLICE(&doc->arena, &doc->tokens, tokens.start, tokens.end - tokens.start,
                    c->tokens.len);
    CQ_ARRAY_SPLICE(&doc->arena, &doc->sentences, sentences.start, sentences.end - sentences.start,
                    c->sentences.len);
    if (c->tokens.len)
        memcpy(doc->tokens.at + tokens.start, c->tokens.at, c->tokens.len * sizeof *c->tokens.at);
    if (c->sentences.len)
        memcpy(doc->sentences.at + sentences.start, c->sentences.at,
               c->sentences.len * sizeof *c->sentences.at);
    for (uint32_t i = sentences.start; i < sentences.start + c->sentences.len; i++) {
        doc->sentences.at[i].first_token += tokens.start;
        doc->sentences.at[i].end_token += tokens.start;
    }
    for (uint32_t i = first; i < end; i++)
        move_indices(&doc->blocks.at[i], tokens.start, sentences.start);
}

static void move_sentences(cq_doc *doc, uint32_t first, const moves *by) {
    for (uint32_t i = first; i < doc->sentences.len; i++) {
        cq_sentence *sentence = &doc->sentences.at[i];
        sentence->block += by->blocks;
        sentence->first_token += by->tokens;
        sentence->end_token += by->tokens;
    }
}

static void move_quotations(cq_doc *doc, uint32_t first, const moves *by) {
    for (uint32_t i = first; i < doc->quotations.len; i++) {
        cq_quotation *quotation = &doc->quotations.at[i];
        quotation->block += by->blocks;
        quotation->open_token = move_token(quotation->open_token, by->tokens);
        quotation->close_token = move_token(quotation->close_token, by->tokens);
    }
}

/* The first quotation of a block at or behind `block`. */
static uint32_t search_quotation(const cq_doc *doc, uint32_t block) {
    uint32_t low = 0, high = doc->quotations.len;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (doc->quotations.at[middle].block < block)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Pairs the marks again, from the last block before which nothing is open. */
static void read_quotations(cq_revision *out, cq_doc *doc, cq_arena *scratch) {
    cq_quotations read = {0};
    uint32_t first = out->first;
    while (first > 0 && (first == out->first || !doc->blocks.at[first].is_fresh_start)) first--;
    uint32_t end = cq_quote_read_part(&read, scratch, &doc->blocks, &doc->tokens, first, out->end);
    uint32_t from = search_quotation(doc, first), to = search_quotation(doc, end);
    CQ_ARRAY_SPLICE(&doc->arena, &doc->quotations, from, to - from, read.len);
    if (read.len) memcpy(doc->quotations.at + from, read.at, read.len * sizeof *read.at);
    out->end_before += end - out->end;
    out->first = first;
    out->end = end;
}

/* Tokens and sentences of blocks [first, end). */
static void measure_contents(cq_span *tokens, cq_span *sentences, const cq_doc *doc, uint32_t first,
                             uint32_t end) {
    bool is_last = first == doc->blocks.len;
    tokens->start = is_last ? doc->tokens.len : doc->blocks.at[first].first_token;
    sentences->start = is_last ? doc->sentences.len : doc->blocks.at[first].first_sentence;
    tokens->end = first < end ? doc->blocks.at[end - 1].end_token : tokens->start;
    sentences->end = first < end ? doc->blocks.at[end - 1].end_sentence : sentences->start;
}

/* Puts the blocks of a reading in the place of those that they were read for. */
static void replace_blocks(cq_doc *doc, const cq_source *source, const reading *r, int64_t shift) {
    move_blocks(doc, source, 0, r->first, 0);
    move_blocks(doc, source, r->end_before, doc->blocks.len, shift);
    CQ_ARRAY_SPLICE(&doc->arena, &doc->blocks, r->first, r->end_before - r->first, r->blocks.len);
    for (uint32_t i = 0; i < r->blocks.len; i++)
        doc->blocks.at[r->first + i] = adopt_block(doc, source, &r->blocks.at[i]);
    doc->source = *source;
}

/* Comments in front of what was read stay, those behind it move, those in it are new. */
static void replace_comments(cq_doc *doc, const reading *r, int64_t shift) {
    cq_blocks *blocks = &doc->blocks;
    uint32_t kept = 0;
    for (uint32_t i = 0; i < blocks->comments.len; i++) {
        cq_span span = blocks->comments.at[i];
        bool is_behind = span.start >= r->part_end_before;
        if (span.start < r->part.start || is_behind)
            blocks->comments.at[kept++] = is_behind ? shift_span(span, shift) : span;
    }
    blocks->comments.len = kept;
    for (uint32_t i = 0; i < r->blocks.comments.len; i++)
        *CQ_ARRAY_PUSH(&doc->arena, &blocks->comments) = r->blocks.comments.at[i];
}

/* Takes the new blocks in, and reads what they hold. */
static void take_in(cq_revision *out, cq_doc *doc, const cq_source *source, const reading *r) {
    cq_span tokens, sentences;
    contents c = {0};
    uint32_t gone = r->end_before - r->first, end = r->first + r->blocks.len;
    uint32_t from = search_quotation(doc, r->first), to = search_quotation(doc, r->end_before);
    cq_arena_init(&c.arena);
    measure_contents(&tokens, &sentences, doc, r->first, r->end_before);
    replace_comments(doc, r, out->shift);
    replace_blocks(doc, source, r, out->shift);
    read_contents(&c, doc, r->first, end);
    splice_contents(doc, &c, r->first, end, tokens, sentences);
    moves by = {r->blocks.len - gone, c.tokens.len - (tokens.end - tokens.start),
                c.sentences.len - (sentences.end - sentences.start)};
    for (uint32_t i = end; i < doc->blocks.len; i++)
        move_indices(&doc->blocks.at[i], by.tokens, by.sentences);
    move_sentences(doc, sentences.start + c.sentences.len, &by);
    move_quotations(doc, to, &by);
    CQ_ARRAY_SPLICE(&doc->arena, &doc->quotations, from, to - from, 0);
    doc->tags = NULL; /* of sentences by number; what rules ask for again is computed again */
    cq_arena_release(&doc->tag_arena);
    out->first = r->first;
    out->end = end;
    out->end_before = r->end_before;
    read_quotations(out, doc, &c.arena);
    cq_arena_release(&c.arena);
}

/* Words are cut and counted otherwise in another language: all is read again. */
static bool open_anew(cq_revision *out, cq_doc *doc, cq_str bytes, cq_err *err) {
    cq_doc before = *doc;
    uint32_t end_before = before.blocks.len;
    bool ok = cq_doc_open(doc, before.words, before.source.path, bytes, &before.options, err);
    cq_doc_close(&before); /* the options were its own */
    out->first = 0;
    out->end = ok ? doc->blocks.len : 0;
    out->end_before = end_before;
    return ok;
}

static bool init_source(cq_source *source, cq_doc *doc, cq_str bytes, const edit *e, cq_err *err) {
    cq_str path = doc->source.path;
    if (doc->source.invalid_count) return cq_source_init(source, &doc->arena, path, bytes, err);
    cq_span changed = {e->start, e->end};
    return cq_source_init_changed(source, &doc->arena, path, bytes, changed, err);
}

bool cq_revision_read(cq_revision *out, cq_doc *doc, cq_str bytes, cq_revision_same same,
                      cq_err *err) {
    cq_source source;
    reading r = {0};
    cq_arena_init(&r.arena);
    edit e = find_edit(doc->source.bytes, bytes, same);
    *out = (cq_revision){.bytes = {e.start, e.end_before}, .shift = e.shift};
    bool ok = init_source(&source, doc, bytes, &e, err) && read_blocks(&r, doc, &source, &e, err);
    if (ok) {
        trim(&r, doc, &e);
        take_in(out, doc, &source, &r);
    }
    cq_arena_release(&r.arena);
    if (!ok) cq_doc_close(doc);
    return ok && (cq_doc_settle_languages(doc) || open_anew(out, doc, bytes, err));
}
