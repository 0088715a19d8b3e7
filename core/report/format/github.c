/* Workflow commands of GitHub Actions: each finding becomes an annotation of the line it is on. */
#include "report/printable.h"
#include "report/report.h"
#include "report/uri.h"

#include <inttypes.h>

enum { MOST_MESSAGE = 4096 }; /* bytes: the runner cuts lines that are much longer */

/* Properties also end at a comma and a colon. */
static void push_escaped(cq_buf *out, cq_str s, bool is_property) {
    for (size_t i = 0; i < s.len; i++) {
        char c = s.ptr[i];
        if (c == '%' || c == '\n' || c == '\r' || (is_property && (c == ':' || c == ',')))
            cq_buf_push_format(out, "%%%02X", (unsigned char)c);
        else
            cq_buf_push(out, c);
    }
}

/* The runner's log is a terminal: nothing may act on it but the ends of lines. */
static void push_printable(cq_buf *out, cq_str text) {
    while (text.len) {
        const char *end = memchr(text.ptr, '\n', text.len);
        size_t len = end ? (size_t)(end - text.ptr) : text.len;
        cq_printable_push(out, cq_str_slice(text, 0, len));
        if (end) cq_buf_push(out, '\n');
        text = cq_str_slice(text, len + 1, text.len);
    }
}

static void push_text(cq_buf *out, cq_str text, bool is_property) {
    cq_buf printable = {0};
    push_printable(&printable, text);
    cq_str shown = cq_buf_get(&printable);
    size_t len = shown.len < MOST_MESSAGE ? shown.len : MOST_MESSAGE;
    while (len < shown.len && ((unsigned char)shown.ptr[len] & 0xC0) == 0x80) len--;
    push_escaped(out, cq_str_slice(shown, 0, len), is_property);
    if (len < shown.len) cq_buf_push_str(out, CQ_STR("…"));
    cq_buf_release(&printable);
}

static const char *name_command(cq_level level) {
    return level == CQ_LEVEL_ERROR ? "error" : level == CQ_LEVEL_WARNING ? "warning" : "notice";
}

/* Columns are for annotations of one line only. */
static void push_place(cq_buf *out, cq_source *source, cq_span at) {
    cq_position start = cq_source_locate(source, at.start);
    cq_position end = cq_source_locate(source, at.end);
    cq_buf_push_format(out, ",line=%" PRIu32, start.line);
    if (end.line == start.line)
        cq_buf_push_format(out, ",endLine=%" PRIu32 ",col=%" PRIu32 ",endColumn=%" PRIu32, end.line,
                           start.column, end.column);
    else
        cq_buf_push_format(out, ",endLine=%" PRIu32, end.line);
}

static void push_file(cq_buf *out, cq_source *source, const cq_findings *findings,
                      const cq_report_options *options) {
    (void)options;
    for (uint32_t i = 0; i < findings->list.len; i++) {
        const cq_finding *finding = &findings->list.at[i];
        cq_buf_push_format(out, "::%s file=", name_command(finding->level));
        push_escaped(out, cq_uri_trim(source->path), true);
        push_place(out, source, finding->at);
        cq_buf_push_str(out, CQ_STR(",title="));
        push_text(out, finding->rule->id, true);
        cq_buf_push_str(out, CQ_STR("::"));
        push_text(out, finding->message, false);
        cq_buf_push(out, '\n');
    }
}

const cq_report cq_report_github = {
    .name = "github",
    .summary = "annotations of GitHub Actions",
    .file = push_file,
};
