#include "check/regex.h"

#include <assert.h>
#include <stdlib.h>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

enum { MOST_HEAP = 1024 /* KiB */, MOST_DEPTH = 20000, DEEPEST_GROUP = 50 };

struct cq_regex {
    pcre2_code *code;
    pcre2_match_context *context;
};

/* A search that goes on. */
typedef struct search {
    const volatile sig_atomic_t *is_over;
    unsigned steps;
    bool is_interrupted;
} search;

/* PCRE2's own limit begins anew at each place where a match may start: this one does not. */
static int count_step(pcre2_callout_block *block, void *context) {
    search *s = context;
    (void)block;
    s->is_interrupted = s->is_over && *s->is_over;
    return s->is_interrupted || ++s->steps > CQ_REGEX_MOST_STEPS ? PCRE2_ERROR_CALLOUT : 0;
}

static pcre2_code *compile(cq_str pattern, cq_err *err) {
    int code = 0;
    PCRE2_SIZE at = 0;
    PCRE2_UCHAR what[128];
    pcre2_compile_context *context = pcre2_compile_context_create(NULL);
    if (!context) cq_arena_exhausted();
    pcre2_set_max_pattern_length(context, CQ_REGEX_MOST_PATTERN);
    pcre2_set_parens_nest_limit(context, DEEPEST_GROUP);
    pcre2_code *made = pcre2_compile(
        (PCRE2_SPTR)pattern.ptr, pattern.len,
        PCRE2_UTF | PCRE2_UCP | PCRE2_NEVER_BACKSLASH_C | PCRE2_AUTO_CALLOUT, &code, &at, context);
    pcre2_compile_context_free(context);
    if (made) return made;
    pcre2_get_error_message(code, what, sizeof what);
    cq_fail(err, CQ_EINVAL, "regular expression \"%.*s\": %s (behind %zu bytes)",
            pattern.len < 200 ? (int)pattern.len : 200, pattern.ptr, (const char *)what, at);
    return NULL;
}

bool cq_regex_new(cq_regex **out, cq_str pattern, cq_err *err) {
    pcre2_code *code = compile(pattern, err);
    if (!code) return false;
    cq_regex *regex = calloc(1, sizeof *regex);
    if (!regex) cq_arena_exhausted();
    regex->code = code;
    regex->context = pcre2_match_context_create(NULL);
    if (!regex->context) cq_arena_exhausted();
    pcre2_set_match_limit(regex->context, CQ_REGEX_MOST_STEPS);
    pcre2_set_depth_limit(regex->context, MOST_DEPTH);
    pcre2_set_heap_limit(regex->context, MOST_HEAP);
    *out = regex;
    return true;
}

void cq_regex_free(cq_regex *regex) {
    if (!regex) return;
    pcre2_match_context_free(regex->context);
    pcre2_code_free(regex->code);
    free(regex);
}

/* Groups behind the last one that is set are not spoken of by PCRE2: they are unset. */
static void read_groups(cq_regex_match *out, const cq_regex *regex, pcre2_match_data *data) {
    const PCRE2_SIZE *at = pcre2_get_ovector_pointer(data);
    uint32_t groups = 0;
    pcre2_pattern_info(regex->code, PCRE2_INFO_CAPTURECOUNT, &groups);
    out->count = groups + 1 < CQ_REGEX_MOST_GROUPS ? groups + 1 : CQ_REGEX_MOST_GROUPS;
    for (unsigned i = 0; i < out->count; i++) {
        out->groups[i] = (cq_regex_group){at[2 * i], at[2 * i + 1], at[2 * i] != PCRE2_UNSET};
        /* \K may put the start behind the end. */
        if (out->groups[i].start > out->groups[i].end) out->groups[i].start = out->groups[i].end;
    }
}

cq_regex_end cq_regex_search(cq_regex_match *out, const cq_regex *regex, cq_str subject,
                             const volatile sig_atomic_t *is_over) {
    search s = {.is_over = is_over};
    assert(subject.len <= CQ_REGEX_MOST_SUBJECT);
    pcre2_set_callout(regex->context, count_step, &s);
    /* It keeps the memory of its deepest search, up to MOST_HEAP: nothing to hold on to. */
    pcre2_match_data *data = pcre2_match_data_create(CQ_REGEX_MOST_GROUPS, NULL);
    if (!data) cq_arena_exhausted();
    int count = pcre2_match(regex->code, (PCRE2_SPTR)subject.ptr, subject.len, 0, PCRE2_NOTEMPTY,
                            data, regex->context);
    if (count >= 0) read_groups(out, regex, data);
    pcre2_match_data_free(data);
    if (count >= 0) {
        bool is_empty = out->groups[0].start == out->groups[0].end; /* by \K, all the same */
        return is_empty ? CQ_REGEX_NOT_FOUND : CQ_REGEX_FOUND;
    }
    if (count == PCRE2_ERROR_NOMATCH) return CQ_REGEX_NOT_FOUND;
    return s.is_interrupted ? CQ_REGEX_INTERRUPTED : CQ_REGEX_TOO_LONG;
}
