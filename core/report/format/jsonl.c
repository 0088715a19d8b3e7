/* One JSON object a line and finding; nothing else is printed, so streams can be joined. */
#include "report/record.h"
#include "report/report.h"

static void push_file(cq_buf *out, cq_source *source, const cq_findings *findings,
                      const cq_report_options *options) {
    (void)options;
    for (uint32_t i = 0; i < findings->list.len; i++) {
        cq_record_push(out, source, &findings->list.at[i]);
        cq_buf_push(out, '\n');
    }
}

const cq_report cq_report_jsonl = {
    .name = "jsonl",
    .summary = "one JSON object a line, for programs",
    .file = push_file,
};
