/* JUnit's XML: a file is a test suite, a finding a failed test case; a file without any passes. */
#include "report/report.h"
#include "report/xml.h"

#include <inttypes.h>

static bool is_failure(const cq_finding *finding) {
    return finding->level > CQ_LEVEL_HINT;
}

static uint32_t count_failures(const cq_findings *findings) {
    uint32_t count = 0;
    for (uint32_t i = 0; i < findings->list.len; i++) count += is_failure(&findings->list.at[i]);
    return count;
}

static void push_case(cq_buf *out, cq_str name, cq_str path) {
    cq_buf_push_str(out, CQ_STR("<testcase"));
    cq_xml_push_attribute(out, "name", name);
    cq_xml_push_attribute(out, "classname", path);
    cq_xml_push_number(out, "time", 0);
}

/* The place and the text that it is about, as the failure's details. */
static void push_details(cq_buf *out, cq_source *source, const cq_finding *finding) {
    cq_position at = cq_source_locate(source, finding->at.start);
    cq_xml_push(out, source->path);
    cq_buf_push_format(out, ":%" PRIu32 ":%" PRIu32 ": %s: “", at.line, at.column,
                       cq_level_name(finding->level));
    cq_xml_push(out, cq_source_slice(source, finding->at));
    cq_buf_push_str(out, CQ_STR("”"));
}

static void push_finding(cq_buf *out, cq_source *source, const cq_finding *finding) {
    cq_position at = cq_source_locate(source, finding->at.start);
    cq_buf name = {0};
    cq_buf_push_format(&name, "%" PRIu32 ":%" PRIu32 " %s", at.line, at.column,
                       finding->rule->id.ptr);
    push_case(out, cq_buf_get(&name), source->path);
    cq_buf_release(&name);
    if (is_failure(finding)) {
        cq_buf_push_str(out, CQ_STR("><failure"));
        cq_xml_push_attribute(out, "message", finding->message);
        cq_xml_push_attribute(out, "type", finding->rule->id);
        cq_buf_push(out, '>');
        push_details(out, source, finding);
        cq_buf_push_str(out, CQ_STR("</failure></testcase>\n"));
    } else {
        cq_buf_push_str(out, CQ_STR("><system-out>"));
        push_details(out, source, finding);
        cq_buf_push_str(out, CQ_STR(": "));
        cq_xml_push(out, finding->message);
        cq_buf_push_str(out, CQ_STR("</system-out></testcase>\n"));
    }
}

static void push_file(cq_buf *out, cq_source *source, const cq_findings *findings,
                      const cq_report_options *options) {
    (void)options;
    uint32_t count = findings->list.len;
    cq_buf_push_str(out, CQ_STR("<testsuite"));
    cq_xml_push_attribute(out, "name", source->path);
    cq_xml_push_number(out, "tests", count ? count : 1);
    cq_xml_push_number(out, "failures", count_failures(findings));
    cq_xml_push_number(out, "errors", 0);
    cq_xml_push_number(out, "skipped", 0);
    cq_xml_push_number(out, "time", 0);
    cq_buf_push_str(out, CQ_STR(">\n"));
    for (uint32_t i = 0; i < count; i++) push_finding(out, source, &findings->list.at[i]);
    if (!count) {
        push_case(out, CQ_STR("nothing found"), source->path);
        cq_buf_push_str(out, CQ_STR("/>\n"));
    }
    cq_buf_push_str(out, CQ_STR("</testsuite>\n"));
}

static void push_end(cq_buf *out, const cq_report_totals *totals,
                     const cq_report_options *options) {
    (void)totals, (void)options;
    cq_buf_push_str(out, CQ_STR("</testsuites>\n"));
}

const cq_report cq_report_junit = {
    .name = "junit",
    .summary = "JUnit's XML, a file a test suite",
    .begin = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
             "<testsuites name=\"calque\">\n",
    .file = push_file,
    .end = push_end,
};
