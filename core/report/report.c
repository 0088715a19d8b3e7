#include "report/report.h"

/* The build writes the list from the names of the files in report/format/. */
#define CQ_REPORT(stem) extern const cq_report cq_report_##stem;
#include "gen/reports.def"
#undef CQ_REPORT

static const cq_report *const all_reports[] = {
#define CQ_REPORT(stem) &cq_report_##stem,
#include "gen/reports.def"
#undef CQ_REPORT
    NULL,
};

const cq_report *const *cq_report_all(void) {
    return all_reports;
}

const cq_report *cq_report_of_name(cq_str name) {
    for (const cq_report *const *report = all_reports; *report; report++)
        if (cq_str_is_equal(name, cq_str_of((*report)->name))) return *report;
    return NULL;
}
