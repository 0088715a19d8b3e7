#include "check/memo.h"

#include "base/little.h"
#include "base/utf8.h"

/* --- writing --- */

static void push_text(cq_buf *out, cq_str text) {
    cq_little_push(out, (uint32_t)text.len);
    cq_buf_push_str(out, text);
}

static void push_span(cq_buf *out, cq_span span) {
    cq_little_push(out, span.start);
    cq_little_push(out, span.end);
}

static void push_fix(cq_buf *out, const cq_fix *fix) {
    push_text(out, fix->title);
    cq_little_push(out, fix->is_safe);
    cq_little_push(out, fix->edits.len);
    for (uint32_t i = 0; i < fix->edits.len; i++) {
        push_span(out, fix->edits.at[i].at);
        push_text(out, fix->edits.at[i].text);
    }
}

static void push_finding(cq_buf *out, const cq_finding *finding) {
    push_text(out, finding->rule->id);
    cq_little_push(out, finding->level);
    cq_little_push(out, finding->block);
    push_span(out, finding->at);
    push_text(out, finding->message);
    cq_little_push(out, finding->fixes.len);
    for (uint32_t i = 0; i < finding->fixes.len; i++) push_fix(out, &finding->fixes.at[i]);
    cq_little_push(out, finding->related.len);
    for (uint32_t i = 0; i < finding->related.len; i++) {
        push_span(out, finding->related.at[i].at);
        push_text(out, finding->related.at[i].message);
    }
}

void cq_memo_push(cq_buf *out, const cq_findings *findings, uint32_t words) {
    cq_little_push(out, words);
    cq_little_push(out, findings->list.len);
    for (uint32_t i = 0; i < findings->list.len; i++) push_finding(out, &findings->list.at[i]);
}

/* --- reading --- */

typedef struct reader {
    cq_str left;
    uint32_t size; /* of the document, bytes */
    cq_arena *arena;
    bool is_good;
} reader;

static uint32_t read_number(reader *r) {
    r->is_good = r->is_good && r->left.len >= 4;
    if (!r->is_good) return 0;
    uint32_t number = cq_little_at(r->left.ptr);
    r->left = cq_str_slice(r->left, 4, r->left.len);
    return number;
}

/* How many items follow; each takes some bytes, so that there are not more of them than bytes. */
static uint32_t read_count(reader *r) {
    uint32_t count = read_number(r);
    r->is_good = r->is_good && count <= r->left.len;
    return r->is_good ? count : 0;
}

static cq_str borrow_text(reader *r) {
    uint32_t len = read_count(r);
    cq_str text = cq_str_slice(r->left, 0, len);
    r->left = cq_str_slice(r->left, len, r->left.len);
    r->is_good = r->is_good && cq_utf8_find_invalid(text) == SIZE_MAX;
    return text;
}

static cq_str read_text(reader *r) {
    return cq_str_dup(r->arena, borrow_text(r));
}

static cq_span read_span(reader *r) {
    uint32_t start = read_number(r), end = read_number(r);
    r->is_good = r->is_good && start <= end && end <= r->size;
    return (cq_span){start, end};
}

static void read_fix(reader *r, cq_fix *fix) {
    fix->title = read_text(r);
    fix->is_safe = read_number(r) != 0;
    uint32_t count = read_count(r), reached = 0;
    for (uint32_t i = 0; i < count && r->is_good; i++) {
        cq_edit *edit = CQ_ARRAY_PUSH(r->arena, &fix->edits);
        edit->at = read_span(r);
        edit->text = read_text(r);
        r->is_good = r->is_good && edit->at.start >= reached;
        reached = edit->at.end;
    }
}

static cq_level read_level(reader *r) {
    uint32_t level = read_number(r);
    r->is_good = r->is_good && level > CQ_LEVEL_OFF && level <= CQ_LEVEL_ERROR;
    return r->is_good ? (cq_level)level : CQ_LEVEL_OFF;
}

static void read_finding(reader *r, cq_finding *finding, cq_memo_rule *rule_of,
                         const void *context) {
    finding->rule = rule_of(context, borrow_text(r));
    r->is_good = r->is_good && finding->rule;
    finding->level = read_level(r);
    finding->block = read_number(r);
    finding->at = read_span(r);
    finding->message = read_text(r);
    uint32_t fixes = read_count(r);
    for (uint32_t i = 0; i < fixes && r->is_good; i++)
        read_fix(r, CQ_ARRAY_PUSH(r->arena, &finding->fixes));
    uint32_t related = read_count(r);
    for (uint32_t i = 0; i < related && r->is_good; i++) {
        cq_related *place = CQ_ARRAY_PUSH(r->arena, &finding->related);
        place->at = read_span(r);
        place->message = read_text(r);
    }
}

bool cq_memo_read(cq_findings *out, uint32_t *words, cq_str bytes, uint32_t size,
                  cq_memo_rule *rule_of, const void *context) {
    reader r = {.left = bytes, .size = size, .arena = &out->arena, .is_good = true};
    *words = read_number(&r);
    uint32_t count = read_count(&r);
    for (uint32_t i = 0; i < count && r.is_good; i++)
        read_finding(&r, cq_findings_push(out), rule_of, context);
    return r.is_good && r.left.len == 0;
}
