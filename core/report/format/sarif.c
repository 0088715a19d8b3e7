/* SARIF 2.1.0, for code scanning. Results come first and the tool with its rules last: an object's
   members have no order, and nothing has to be held back. */
#include "base/json.h"
#include "check/fingerprint.h"
#include "report/report.h"
#include "report/uri.h"

#include <inttypes.h>

/* "off" is a rule's only, which says so by `enabled`. */
static const char *name_level(cq_level level) {
    return level == CQ_LEVEL_ERROR ? "error" : level == CQ_LEVEL_HINT ? "note" : "warning";
}

/* A message's text: braces are doubled, since single ones are placeholders (3.11.5). */
static void push_message(cq_buf *out, const char *key, cq_str text) {
    cq_buf doubled = {0};
    for (size_t i = 0; i < text.len; i++) {
        cq_buf_push(&doubled, text.ptr[i]);
        if (text.ptr[i] == '{' || text.ptr[i] == '}') cq_buf_push(&doubled, text.ptr[i]);
    }
    cq_json_push_key(out, key);
    cq_buf_push(out, '{');
    cq_json_push_str(out, "text", cq_buf_get(&doubled));
    cq_buf_push(out, '}');
    cq_buf_release(&doubled);
}

/* Lines and columns for viewers, bytes for programs: both say the same place. */
static void push_region(cq_buf *out, const char *key, cq_source *source, cq_span at) {
    cq_position start = cq_source_locate(source, at.start);
    cq_position end = cq_source_locate(source, at.end);
    cq_json_push_key(out, key);
    cq_buf_push(out, '{');
    cq_json_push_number(out, "startLine", start.line);
    cq_json_push_number(out, "startColumn", start.column);
    cq_json_push_number(out, "endLine", end.line);
    cq_json_push_number(out, "endColumn", end.column);
    cq_json_push_number(out, "byteOffset", at.start);
    cq_json_push_number(out, "byteLength", at.end - at.start);
}

static void push_artifact(cq_buf *out, cq_str path) {
    cq_buf uri = {0};
    cq_uri_push(&uri, path);
    cq_json_push_key(out, "artifactLocation");
    cq_buf_push(out, '{');
    cq_json_push_str(out, "uri", cq_buf_get(&uri));
    if (!cq_uri_is_absolute(path)) cq_json_push_str(out, "uriBaseId", CQ_STR("%SRCROOT%"));
    cq_buf_push(out, '}');
    cq_buf_release(&uri);
}

/* Leaves the location open. */
static void begin_location(cq_buf *out, cq_source *source, cq_span at, bool has_snippet) {
    cq_json_push_comma(out);
    cq_buf_push_str(out, CQ_STR("{\"physicalLocation\":{"));
    push_artifact(out, source->path);
    push_region(out, "region", source, at);
    if (has_snippet) {
        cq_json_push_key(out, "snippet");
        cq_buf_push(out, '{');
        cq_json_push_str(out, "text", cq_source_slice(source, at));
        cq_buf_push(out, '}');
    }
    cq_buf_push_str(out, CQ_STR("}}"));
}

static void push_related(cq_buf *out, cq_source *source, const cq_finding *finding) {
    if (!finding->related.len) return;
    cq_json_push_key(out, "relatedLocations");
    cq_buf_push(out, '[');
    for (uint32_t i = 0; i < finding->related.len; i++) {
        begin_location(out, source, finding->related.at[i].at, false);
        push_message(out, "message", finding->related.at[i].message);
        cq_buf_push(out, '}');
    }
    cq_buf_push(out, ']');
}

static void push_replacement(cq_buf *out, cq_source *source, const cq_edit *edit) {
    cq_json_push_comma(out);
    cq_buf_push(out, '{');
    push_region(out, "deletedRegion", source, edit->at);
    cq_buf_push(out, '}');
    cq_json_push_key(out, "insertedContent");
    cq_buf_push(out, '{');
    cq_json_push_str(out, "text", edit->text);
    cq_buf_push_str(out, CQ_STR("}}"));
}

static void push_fix(cq_buf *out, cq_source *source, const cq_fix *fix) {
    if (!fix->edits.len) return;
    cq_json_push_comma(out);
    cq_buf_push(out, '{');
    push_message(out, "description", fix->title);
    cq_json_push_key(out, "artifactChanges");
    cq_buf_push_str(out, CQ_STR("[{"));
    push_artifact(out, source->path);
    cq_json_push_key(out, "replacements");
    cq_buf_push(out, '[');
    for (uint32_t i = 0; i < fix->edits.len; i++) push_replacement(out, source, &fix->edits.at[i]);
    cq_buf_push_str(out, CQ_STR("]}]}"));
}

static void push_fixes(cq_buf *out, cq_source *source, const cq_finding *finding) {
    if (!finding->fixes.len) return;
    cq_json_push_key(out, "fixes");
    cq_buf_push(out, '[');
    for (uint32_t i = 0; i < finding->fixes.len; i++) push_fix(out, source, &finding->fixes.at[i]);
    cq_buf_push(out, ']');
}

static void push_result(cq_buf *out, cq_source *source, const cq_finding *finding, uint64_t print) {
    cq_buf_push(out, '{');
    cq_json_push_str(out, "ruleId", finding->rule->id);
    cq_json_push_number(out, "ruleIndex", finding->rule->index);
    cq_json_push_str(out, "level", cq_str_of(name_level(finding->level)));
    push_message(out, "message", finding->message);
    cq_json_push_key(out, "locations");
    cq_buf_push(out, '[');
    begin_location(out, source, finding->at, true);
    cq_buf_push_str(out, CQ_STR("}]"));
    push_related(out, source, finding);
    push_fixes(out, source, finding);
    cq_json_push_key(out, "partialFingerprints");
    cq_buf_push_format(out, "{\"calque/v1\":\"%016" PRIx64 "\"}}", print);
}

static void push_file(cq_buf *out, cq_source *source, const cq_findings *findings,
                      const cq_report_options *options) {
    (void)options;
    cq_arena arena;
    cq_arena_init(&arena);
    const uint64_t *prints = cq_fingerprint_all(&arena, source, findings, CQ_STR(""));
    for (uint32_t i = 0; i < findings->list.len; i++) {
        if (i) cq_buf_push_str(out, CQ_STR(",\n"));
        push_result(out, source, &findings->list.at[i], prints[i]);
    }
    cq_arena_release(&arena);
}

static void push_rule(cq_buf *out, const cq_rule *rule) {
    cq_buf_push(out, '{');
    cq_json_push_str(out, "id", rule->id);
    push_message(out, "shortDescription", rule->summary);
    push_message(out, "fullDescription", rule->why);
    push_message(out, "help", rule->why);
    cq_json_push_key(out, "defaultConfiguration");
    cq_buf_push(out, '{');
    cq_json_push_bool(out, "enabled", rule->level != CQ_LEVEL_OFF);
    cq_json_push_str(out, "level", cq_str_of(name_level(rule->level)));
    cq_buf_push(out, '}');
    cq_json_push_key(out, "properties");
    cq_buf_push(out, '{');
    cq_json_push_str(out, "mqm", rule->mqm);
    cq_json_push_key(out, "tags");
    cq_buf_push(out, '[');
    cq_json_push_string(out, rule->language);
    if (rule->group.len) {
        cq_json_push_comma(out);
        cq_json_push_string(out, rule->group);
    }
    cq_buf_push_str(out, CQ_STR("]}}"));
}

static void push_end(cq_buf *out, const cq_report_totals *totals,
                     const cq_report_options *options) {
    (void)options;
    const cq_tally *tally = totals->tally;
    cq_buf_push_format(out,
                       "\n],\"tool\":{\"driver\":{\"name\":\"calque\",\"version\":\"%s\","
                       "\"rules\":[\n",
                       CQ_VERSION);
    for (uint32_t i = 0; i < tally->rule_count; i++) {
        if (i) cq_buf_push_str(out, CQ_STR(",\n"));
        push_rule(out, &tally->rules[i]);
    }
    /* Lines end where cq_source says; a byte order mark is no column, as SARIF wants it. */
    cq_buf_push_format(out,
                       "\n]}},\"invocations\":[{\"executionSuccessful\":%s}],"
                       "\"columnKind\":\"unicodeCodePoints\","
                       "\"newlineSequences\":[\"\\r\\n\",\"\\n\",\"\\r\"]}]}\n",
                       totals->had_trouble ? "false" : "true");
}

const cq_report cq_report_sarif = {
    .name = "sarif",
    .summary = "SARIF 2.1.0, for code scanning",
    .between = ",\n",
    .begin = "{\"$schema\":\"https://docs.oasis-open.org/sarif/sarif/v2.1.0/"
             "errata01/os/schemas/sarif-schema-2.1.0.json\","
             "\"version\":\"2.1.0\",\"runs\":[{\"results\":[\n",
    .file = push_file,
    .end = push_end,
};
