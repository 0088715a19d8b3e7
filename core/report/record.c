#include "report/record.h"

#include "base/json.h"

static void push_span(cq_buf *out, cq_span at) {
    cq_json_push_number(out, "start", at.start);
    cq_json_push_number(out, "end", at.end);
}

static void push_position(cq_buf *out, cq_source *source, cq_span at) {
    cq_position start = cq_source_locate(source, at.start);
    cq_position end = cq_source_locate(source, at.end);
    cq_json_push_number(out, "line", start.line);
    cq_json_push_number(out, "column", start.column);
    cq_json_push_number(out, "end_line", end.line);
    cq_json_push_number(out, "end_column", end.column);
}

static void push_fix(cq_buf *out, const cq_fix *fix) {
    cq_json_push_comma(out);
    cq_buf_push(out, '{');
    cq_json_push_str(out, "title", fix->title);
    cq_json_push_bool(out, "safe", fix->is_safe);
    cq_json_push_key(out, "edits");
    cq_buf_push(out, '[');
    for (uint32_t i = 0; i < fix->edits.len; i++) {
        cq_json_push_comma(out);
        cq_buf_push(out, '{');
        push_span(out, fix->edits.at[i].at);
        cq_json_push_str(out, "text", fix->edits.at[i].text);
        cq_buf_push(out, '}');
    }
    cq_buf_push_str(out, CQ_STR("]}"));
}

static void push_related(cq_buf *out, cq_source *source, const cq_related *related) {
    cq_json_push_comma(out);
    cq_buf_push(out, '{');
    cq_json_push_str(out, "path", source->path);
    push_span(out, related->at);
    push_position(out, source, related->at);
    cq_json_push_str(out, "message", related->message);
    cq_buf_push(out, '}');
}

void cq_record_push(cq_buf *out, cq_source *source, const cq_finding *finding) {
    cq_buf_push(out, '{');
    cq_json_push_str(out, "path", source->path);
    cq_json_push_str(out, "rule", finding->rule->id);
    cq_json_push_str(out, "level", cq_str_of(cq_level_name(finding->level)));
    cq_json_push_str(out, "mqm", finding->rule->mqm);
    cq_json_push_str(out, "message", finding->message);
    push_span(out, finding->at);
    push_position(out, source, finding->at);
    cq_json_push_str(out, "text", cq_source_slice(source, finding->at));
    cq_json_push_key(out, "fixes");
    cq_buf_push(out, '[');
    for (uint32_t i = 0; i < finding->fixes.len; i++) push_fix(out, &finding->fixes.at[i]);
    cq_buf_push(out, ']');
    cq_json_push_key(out, "related");
    cq_buf_push(out, '[');
    for (uint32_t i = 0; i < finding->related.len; i++)
        push_related(out, source, &finding->related.at[i]);
    cq_buf_push_str(out, CQ_STR("]}"));
}
