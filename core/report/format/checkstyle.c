/* Checkstyle's XML, which build servers and reviewdog read. */
#include "report/report.h"
#include "report/xml.h"

static const char *name_severity(cq_level level) {
    return level == CQ_LEVEL_ERROR ? "error" : level == CQ_LEVEL_WARNING ? "warning" : "info";
}

static void push_finding(cq_buf *out, cq_source *source, const cq_finding *finding) {
    cq_position at = cq_source_locate(source, finding->at.start);
    cq_buf_push_str(out, CQ_STR("<error"));
    cq_xml_push_number(out, "line", at.line);
    cq_xml_push_number(out, "column", at.column);
    cq_xml_push_attribute(out, "severity", cq_str_of(name_severity(finding->level)));
    cq_xml_push_attribute(out, "message", finding->message);
    cq_buf_push_str(out, CQ_STR(" source=\"calque."));
    cq_xml_push(out, finding->rule->id);
    cq_buf_push_str(out, CQ_STR("\"/>\n"));
}

static void push_file(cq_buf *out, cq_source *source, const cq_findings *findings,
                      const cq_report_options *options) {
    (void)options;
    cq_buf_push_str(out, CQ_STR("<file"));
    cq_xml_push_attribute(out, "name", source->path);
    cq_buf_push_str(out, CQ_STR(">\n"));
    for (uint32_t i = 0; i < findings->list.len; i++)
        push_finding(out, source, &findings->list.at[i]);
    cq_buf_push_str(out, CQ_STR("</file>\n"));
}

static void push_end(cq_buf *out, const cq_report_totals *totals,
                     const cq_report_options *options) {
    (void)totals, (void)options;
    cq_buf_push_str(out, CQ_STR("</checkstyle>\n"));
}

const cq_report cq_report_checkstyle = {
    .name = "checkstyle",
    .summary = "Checkstyle's XML, for build servers",
    .begin = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
             "<checkstyle version=\"4.3\">\n",
    .file = push_file,
    .end = push_end,
};
