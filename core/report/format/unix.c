/* A line a finding, as compilers write them, for editors and grep. */
#include "report/printable.h"
#include "report/report.h"

#include <inttypes.h>

static void push_file(cq_buf *out, cq_source *source, const cq_findings *findings,
                      const cq_report_options *options) {
    (void)options;
    for (uint32_t i = 0; i < findings->list.len; i++) {
        const cq_finding *finding = &findings->list.at[i];
        cq_position at = cq_source_locate(source, finding->at.start);
        cq_printable_push(out, source->path);
        cq_buf_push_format(out, ":%" PRIu32 ":%" PRIu32 ": %s: ", at.line, at.column,
                           cq_level_name(finding->level));
        cq_printable_push(out, finding->message);
        cq_buf_push_format(out, " [%s]\n", finding->rule->id.ptr);
    }
}

const cq_report cq_report_unix = {
    .name = "unix",
    .summary = "path:line:column: level: message [rule], a line a finding",
    .file = push_file,
};
