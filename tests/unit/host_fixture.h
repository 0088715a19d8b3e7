/* A folder of rules written by a test, a host over it, and a document's findings as lines. */
#ifndef TESTS_UNIT_HOST_FIXTURE_H
#define TESTS_UNIT_HOST_FIXTURE_H

#include "lua/host.h"

/* clang-format off: cmocka.h needs these before it */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
/* clang-format on */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct host_fixture {
    char folder[64];
    cq_host *host;
    cq_troubles troubles;
    cq_host_options options;
    cq_arena arena;
    const char *source_language, *path; /* of the documents; NULL: none, "test.txt" */
    const char *only;                   /* the one rule to lint with; NULL: all */
} host_fixture;

static inline void begin_fixture(host_fixture *f) {
    memset(f, 0, sizeof *f);
    snprintf(f->folder, sizeof f->folder, "/tmp/calque-test-XXXXXX");
    assert_non_null(mkdtemp(f->folder));
    cq_arena_init(&f->arena);
    cq_troubles_init(&f->troubles);
    f->options.library = CQ_STR("lua");
    *CQ_ARRAY_PUSH(&f->arena, &f->options.rule_folders) = cq_str_of(f->folder);
}

/* Writes a file below the folder, making the folders on its way. */
static inline void write_file(const host_fixture *f, const char *name, const char *text) {
    char path[512];
    snprintf(path, sizeof path, "%s/%s", f->folder, name);
    for (char *p = path + strlen(f->folder) + 1; *p; p++) {
        if (*p != '/') continue;
        *p = '\0';
        mkdir(path, 0700);
        *p = '/';
    }
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

/* Writes rule en/x/<name>.lua with `fields` in its table and `code` behind it. */
static inline void write_rule(const host_fixture *f, const char *name, const char *fields,
                              const char *code) {
    char path[128], text[16384];
    snprintf(path, sizeof path, "en/x/%s.lua", name);
    snprintf(text, sizeof text,
             "local rule = { api = 1, summary = 'summary', why = 'why', level = 'error', "
             "mqm = 'grammar', bad = { '<<x>>' }, good = { 'x' }, %s }\n%s\nreturn rule\n",
             fields, code);
    write_file(f, path, text);
}

/* Likewise one whose check has the body `code`, with `s`, `i`, `j` from its match. */
static inline void write_check(const host_fixture *f, const char *name, const char *fields,
                               const char *code) {
    char text[8192];
    snprintf(text, sizeof text,
             "function rule.check(match, report, options) local s, i, j = match.sentence or "
             "match.block, match.first, match.last %s\nend",
             code);
    write_rule(f, name, fields, text);
}

static inline void open_host(host_fixture *f) {
    assert_true(cq_host_new(&f->host, &f->options, &f->troubles));
}

/* Appends to a line that stays one. */
__attribute__((format(printf, 3, 4))) static inline void add(char *out, size_t size,
                                                             const char *format, ...) {
    va_list args;
    va_start(args, format);
    size_t used = strlen(out);
    vsnprintf(out + used, size - used, format, args);
    va_end(args);
}

/* A finding as id[text]message{fixes}; an edit as start-end=text. */
static inline void show_finding(char *out, size_t size, const cq_finding *finding,
                                const cq_source *source) {
    add(out, size, "%s%s[%.*s]%s", *out ? "\n" : "", finding->rule->id.ptr,
        CQ_FMT(cq_source_slice(source, finding->at)), finding->message.ptr);
    for (uint32_t i = 0; i < finding->fixes.len; i++) {
        const cq_fix *fix = &finding->fixes.at[i];
        add(out, size, "{%s%s:", fix->is_safe ? "safe " : "", fix->title.ptr);
        for (uint32_t k = 0; k < fix->edits.len; k++)
            add(out, size, " %u-%u=%s", fix->edits.at[k].at.start, fix->edits.at[k].at.end,
                fix->edits.at[k].text.ptr);
        add(out, size, "}");
    }
    for (uint32_t i = 0; i < finding->related.len; i++)
        add(out, size, "(%.*s: %s)", CQ_FMT(cq_source_slice(source, finding->related.at[i].at)),
            finding->related.at[i].message.ptr);
}

/* The findings in a text, a line each. */
static inline const char *lint(host_fixture *f, const char *text) {
    static char out[65536];
    cq_doc doc;
    cq_err err;
    cq_findings findings;
    cq_doc_options options = {.source_language = cq_str_of(f->source_language)};
    cq_str path = cq_str_of(f->path ? f->path : "test.txt");
    if (!cq_doc_open(&doc, cq_host_words(f->host), path, cq_str_of(text), &options, &err))
        fail_msg("%s", err.message);
    cq_findings_init(&findings);
    if (f->only)
        cq_host_lint_with(f->host, cq_host_rule(f->host, cq_str_of(f->only)), &doc, &findings,
                          &f->troubles);
    else
        cq_host_lint(f->host, &doc, &findings, &f->troubles);
    *out = '\0';
    for (uint32_t i = 0; i < findings.list.len && i < 100; i++)
        show_finding(out, sizeof out, &findings.list.at[i], &doc.source);
    cq_findings_release(&findings);
    cq_doc_close(&doc);
    return out;
}

/* The troubles so far, a line each; they are forgotten. */
static inline const char *take_troubles(host_fixture *f) {
    static char out[65536];
    *out = '\0';
    for (uint32_t i = 0; i < f->troubles.list.len; i++)
        add(out, sizeof out, "%s%s", i ? "\n" : "", f->troubles.list.at[i].ptr);
    cq_troubles_release(&f->troubles);
    cq_troubles_init(&f->troubles);
    return out;
}

static inline void assert_no_troubles(host_fixture *f) {
    const char *troubles = take_troubles(f);
    if (*troubles) fail_msg("%s", troubles);
}

static inline void close_host(host_fixture *f) {
    cq_host_free(f->host);
    f->host = NULL;
}

static inline void end_fixture(host_fixture *f) {
    char command[128];
    close_host(f);
    cq_troubles_release(&f->troubles);
    cq_arena_release(&f->arena);
    snprintf(command, sizeof command, "rm -rf %s", f->folder);
    assert_int_equal(system(command), 0);
}

#endif
