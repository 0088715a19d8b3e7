/* All findings as one JSON array. */
#include "report/record.h"
#include "report/report.h"

static void push_file(cq_buf *out, cq_source *source, const cq_findings *findings,
                      const cq_report_options *options) {
    (void)options;
    for (uint32_t i = 0; i < findings->list.len; i++) {
        if (i) cq_buf_push_str(out, CQ_STR(",\n"));
        cq_record_push(out, source, &findings->list.at[i]);
    }
}

static void push_end(cq_buf *out, const cq_report_totals *totals,
                     const cq_report_options *options) {
    (void)totals, (void)options;
    cq_buf_push_str(out, CQ_STR("\n]\n"));
}

const cq_report cq_report_json = {
    .name = "json",
    .summary = "one JSON array, for programs",
    .between = ",\n",
    .begin = "[\n",
    .file = push_file,
    .end = push_end,
};
