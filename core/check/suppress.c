#include "check/suppress.h"

#include <stdlib.h>

#define WORD "calque-ignore"

typedef enum ignore_scope {
    SCOPE_BLOCK,
    SCOPE_LINE,
    SCOPE_START,
    SCOPE_END,
    SCOPE_FILE,
    SCOPE_COUNT,
} ignore_scope;

static const char *const suffixes[SCOPE_COUNT] = {
    [SCOPE_BLOCK] = "",   [SCOPE_LINE] = "-line", [SCOPE_START] = "-start",
    [SCOPE_END] = "-end", [SCOPE_FILE] = "-file",
};

typedef struct reader {
    cq_ignores *out;
    cq_arena *arena;
    cq_doc *doc;
    const uint32_t *starts; /* of the blocks, sorted; by `order`. NULL: nobody asked yet */
    const uint32_t *order;
    cq_span line, next_line;         /* the last ones that were asked about; see find_whole_line */
    uint32_t line_start, line_first; /* of the last line that was asked about; see find_first */
    bool first_is_known;
    CQ_ARRAY(uint32_t) open; /* indices of ignores that wait for their calque-ignore-end */
} reader;

/* A line of a comment that is for calque. */
typedef struct directive {
    ignore_scope scope;
    cq_span comment, word, range;
    cq_str reason;
} directive;

static bool is_blank(char c) {
    return c == ' ' || c == '\t';
}

static bool is_letter_or_digit(char c) {
    return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') ||
           (unsigned char)c >= 0x80;
}

static bool is_word_byte(char c) {
    return is_letter_or_digit(c) || c == '-' || c == '_';
}

static char byte_at(const reader *r, uint32_t at) {
    return at < r->doc->source.text.len ? r->doc->source.text.ptr[at] : '\n';
}

static cq_str slice(const reader *r, cq_span span) {
    return cq_str_slice(r->doc->source.text, span.start, span.end);
}

/* Places ------------------------------------------------------------------ */

/* Behind the line end that comes next, at most `limit`. */
static uint32_t find_line_end(const reader *r, uint32_t at, uint32_t limit) {
    while (at < limit && byte_at(r, at) != '\n' && byte_at(r, at) != '\r') at++;
    if (at + 1 < limit && byte_at(r, at) == '\r' && byte_at(r, at + 1) == '\n') at++;
    return at < limit ? at + 1 : limit;
}

static bool is_line_end(char c) {
    return c == '\n' || c == '\r';
}

/* The whole line that holds `at`, without its line end. `known` is such a line: there may be many
   comments on a long one. */
static cq_span find_whole_line(const reader *r, cq_span *known, uint32_t at) {
    uint32_t start = at, end = at, body = r->doc->source.body;
    uint32_t len = (uint32_t)r->doc->source.text.len;
    if (at >= known->start && at < known->end) return *known;
    while (start > body && !is_line_end(byte_at(r, start - 1))) start--;
    while (end < len && !is_line_end(byte_at(r, end))) end++;
    return *known = (cq_span){start, end};
}

static uint32_t skip_white(const reader *r, uint32_t at, uint32_t end) {
    while (at < end &&
           (is_blank(byte_at(r, at)) || byte_at(r, at) == '\n' || byte_at(r, at) == '\r'))
        at++;
    return at;
}

/* The first byte of a line that is no white space; many comments may ask about one line. */
static uint32_t find_first(reader *r, cq_span line) {
    if (!r->first_is_known || r->line_start != line.start) {
        r->line_start = line.start;
        r->line_first = skip_white(r, line.start, line.end);
        r->first_is_known = true;
    }
    return r->line_first;
}

/* The directive's line, or the one behind the comment where there is nothing else on it. */
static cq_span find_line(reader *r, const directive *d) {
    cq_span line = find_whole_line(r, &r->line, d->word.start);
    uint32_t first = d->comment.start > line.start ? d->comment.start : line.start;
    uint32_t last = d->comment.end < line.end ? d->comment.end : line.end;
    if (find_first(r, line) < first || skip_white(r, last, line.end) < line.end) return line;
    uint32_t all = (uint32_t)r->doc->source.text.len;
    uint32_t next = find_line_end(r, d->comment.end ? d->comment.end - 1 : 0, all);
    return next < all ? find_whole_line(r, &r->next_line, next) : (cq_span){all, all};
}

typedef struct block_place {
    uint32_t start, index;
} block_place;

static int compare_places(const void *left, const void *right) {
    const block_place *a = left, *b = right;
    if (a->start != b->start) return a->start < b->start ? -1 : 1;
    return (a->index > b->index) - (a->index < b->index);
}

static bool are_sorted(const block_place *places, uint32_t count) {
    for (uint32_t i = 1; i < count; i++)
        if (places[i].start < places[i - 1].start) return false;
    return true;
}

/* Only where somebody asks: most documents have no ignores. */
static void sort_blocks(reader *r) {
    uint32_t count = r->doc->blocks.len;
    block_place *places = CQ_ARENA_NEW_ARRAY(r->arena, block_place, count + 1u);
    uint32_t *starts = CQ_ARENA_NEW_ARRAY(r->arena, uint32_t, count + 1u);
    uint32_t *order = CQ_ARENA_NEW_ARRAY(r->arena, uint32_t, count + 1u);
    for (uint32_t i = 0; i < count; i++)
        places[i] = (block_place){r->doc->blocks.at[i].source.start, i};
    if (!are_sorted(places, count)) qsort(places, count, sizeof *places, compare_places);
    for (uint32_t i = 0; i < count; i++) {
        starts[i] = places[i].start;
        order[i] = places[i].index;
    }
    r->starts = starts;
    r->order = order;
}

/* The block whose prose starts next behind the directive's line or its comment. */
static cq_span find_block(reader *r, const directive *d) {
    uint32_t behind = find_line_end(r, d->word.end, d->comment.end);
    uint32_t first = 0, end = r->doc->blocks.len;
    if (!r->starts) sort_blocks(r);
    while (first < end) {
        uint32_t middle = first + (end - first) / 2;
        if (r->starts[middle] < behind)
            first = middle + 1;
        else
            end = middle;
    }
    if (first == r->doc->blocks.len) return (cq_span){behind, behind};
    cq_span span = r->doc->blocks.at[r->order[first]].source;
    return (cq_span){span.start, span.end + 1}; /* what is missing at its end is found there */
}

static cq_span find_range(reader *r, const directive *d) {
    uint32_t end = (uint32_t)r->doc->source.text.len + 1;
    switch (d->scope) {
    case SCOPE_LINE: return find_line(r, d);
    case SCOPE_START: return (cq_span){d->word.start, end};
    case SCOPE_FILE: return (cq_span){0, end};
    default: return find_block(r, d);
    }
}

/* Directives -------------------------------------------------------------- */

static void push_error(reader *r, cq_span at, cq_str message) {
    *CQ_ARRAY_PUSH(r->arena, &r->out->errors) = (cq_ignore_error){at, message};
}

/* Ends the open ignores of a name, or all of them for the empty one. */
static void end_ignores(reader *r, cq_str name, cq_span at) {
    uint32_t kept = 0, open = r->open.len;
    for (uint32_t i = 0; i < open; i++) {
        cq_ignore *ignore = &r->out->list.at[r->open.at[i]];
        if (!name.len || cq_str_is_equal(ignore->name, name))
            ignore->range.end = at.start;
        else
            r->open.at[kept++] = r->open.at[i];
    }
    r->open.len = kept;
    if (kept == open)
        push_error(r, at, CQ_STR("Nothing is ended here: no ignore of this name is open."));
}

static void push_name(reader *r, const directive *d, cq_str name, cq_span at) {
    if (d->scope == SCOPE_END) {
        end_ignores(r, name, at);
        return;
    }
    if (d->scope == SCOPE_START) *CQ_ARRAY_PUSH(r->arena, &r->open) = r->out->list.len;
    *CQ_ARRAY_PUSH(r->arena, &r->out->list) =
        (cq_ignore){cq_str_dup(r->arena, name), d->reason, at, d->range, false};
}

/* A name without the marks that a comment ends with: "-->", "*" and "/". */
static cq_span trim_name(const reader *r, cq_span name) {
    static const char *const ends[] = {"-->", "*/", "#}", "}", NULL};
    for (const char *const *end = ends; *end; end++) {
        size_t found = cq_str_find(slice(r, name), cq_str_of(*end));
        if (found != SIZE_MAX) name.end = name.start + (uint32_t)found;
    }
    while (name.start < name.end && byte_at(r, name.end - 1) == ',') name.end--;
    return name;
}

static void read_names(reader *r, const directive *d, cq_span rest) {
    bool has_name = false;
    uint32_t at = rest.start;
    while (at < rest.end) {
        uint32_t start = at;
        while (at < rest.end && !is_blank(byte_at(r, at)) && byte_at(r, at) != ',') at++;
        cq_span name = trim_name(r, (cq_span){start, at});
        at += at < rest.end;
        if (name.start == name.end) continue;
        push_name(r, d, slice(r, name), name);
        has_name = true;
    }
    if (!has_name) push_name(r, d, CQ_STR(""), d->word);
}

/* The text without what a comment ends with. */
static cq_str trim_reason(cq_str reason) {
    static const char *const ends[] = {"-->", "*/", "#}", "*/}", "}}", NULL};
    reason = cq_str_trim(reason);
    for (const char *const *end = ends; *end; end++)
        if (cq_str_has_suffix(reason, cq_str_of(*end)))
            reason = cq_str_trim(cq_str_slice(reason, 0, reason.len - strlen(*end)));
    return reason;
}

static void read_directive(reader *r, cq_span comment, cq_span word, uint32_t end) {
    directive d = {.scope = SCOPE_COUNT, .comment = comment, .word = word};
    cq_str suffix = cq_str_slice(slice(r, word), strlen(WORD), SIZE_MAX);
    for (int scope = 0; scope < SCOPE_COUNT; scope++)
        if (cq_str_is_equal(suffix, cq_str_of(suffixes[scope]))) d.scope = (ignore_scope)scope;
    if (d.scope == SCOPE_COUNT) {
        push_error(r, word,
                   cq_str_format(r->arena,
                                 "There is no “" WORD "%.*s”; there are " WORD
                                 ", -line, -start, -end and -file.",
                                 CQ_FMT(suffix)));
        return;
    }
    d.range = find_range(r, &d);
    cq_str rest = slice(r, (cq_span){word.end, end});
    const char *colon = rest.len ? memchr(rest.ptr, ':', rest.len) : NULL;
    size_t names = colon ? (size_t)(colon - rest.ptr) : rest.len;
    if (colon) d.reason = trim_reason(cq_str_slice(rest, names + 1, rest.len));
    read_names(r, &d, (cq_span){word.end, word.end + (uint32_t)names});
}

/* A line of a comment is for calque where the word is the first in it. */
static void read_line(reader *r, cq_span comment, cq_span line) {
    uint32_t at = line.start;
    while (at < line.end && !is_letter_or_digit(byte_at(r, at))) at++;
    if (!cq_str_has_prefix(slice(r, (cq_span){at, line.end}), CQ_STR(WORD))) return;
    uint32_t end = at;
    while (end < line.end && is_word_byte(byte_at(r, end))) end++;
    while (byte_at(r, end - 1) == '-') end--; /* <!--calque-ignore--> */
    read_directive(r, comment, (cq_span){at, end}, line.end);
}

static void read_comment(reader *r, cq_span comment) {
    if (cq_str_find(slice(r, comment), CQ_STR(WORD)) == SIZE_MAX) return;
    for (uint32_t at = comment.start; at < comment.end;) {
        uint32_t end = find_line_end(r, at, comment.end);
        cq_span line = {at, end};
        while (line.end > line.start &&
               (byte_at(r, line.end - 1) == '\n' || byte_at(r, line.end - 1) == '\r'))
            line.end--;
        read_line(r, comment, line);
        at = end;
    }
}

/* Reading ----------------------------------------------------------------- */

static int compare_spans(const void *left, const void *right) {
    const cq_span *a = left, *b = right;
    return (a->start > b->start) - (a->start < b->start);
}

static int compare_ignores(const void *left, const void *right) {
    const cq_ignore *a = left, *b = right;
    if (a->range.start != b->range.start) return a->range.start < b->range.start ? -1 : 1;
    return (a->at.start > b->at.start) - (a->at.start < b->at.start);
}

void cq_suppress_read(cq_ignores *out, cq_arena *arena, cq_doc *doc) {
    reader r = {.out = out, .arena = arena, .doc = doc};
    uint32_t count = doc->blocks.comments.len;
    cq_span *comments = doc->blocks.comments.at;
    if (!count) return;
    qsort(comments, count, sizeof *comments, compare_spans);
    for (uint32_t i = 0; i < count; i++)
        if (!i || comments[i].start != comments[i - 1].start) read_comment(&r, comments[i]);
    if (out->list.len) qsort(out->list.at, out->list.len, sizeof *out->list.at, compare_ignores);
}

/* Applying ---------------------------------------------------------------- */

/* Whether a name is a rule's. */
typedef struct answer {
    const cq_rule *rule;
    bool is_named;
} answer;

enum { ANSWERS = 64 }; /* a power of two */

/* The ignores of one name: those that have begun and not ended, the latest at the top. */
typedef struct name_stack {
    cq_str name;
    CQ_ARRAY(cq_ignore *) ignores;
    answer answers[ANSWERS]; /* to the last questions, by the rule's address */
} name_stack;

typedef struct sweep {
    cq_arena arena;
    CQ_ARRAY(name_stack) names;
    cq_suppress_is_named *is_named;
    const void *context;
    uint32_t next; /* ignore that has not begun yet */
} sweep;

static name_stack *find_stack(sweep *s, cq_str name) {
    for (uint32_t i = 0; i < s->names.len; i++)
        if (cq_str_is_equal(s->names.at[i].name, name)) return &s->names.at[i];
    name_stack *stack = CQ_ARRAY_PUSH(&s->arena, &s->names);
    *stack = (name_stack){.name = name};
    return stack;
}

static void begin_ignores(sweep *s, cq_ignores *ignores, uint32_t at) {
    for (; s->next < ignores->list.len; s->next++) {
        cq_ignore *ignore = &ignores->list.at[s->next];
        if (ignore->range.start > at) return;
        *CQ_ARRAY_PUSH(&s->arena, &find_stack(s, ignore->name)->ignores) = ignore;
    }
}

static bool is_for(sweep *s, name_stack *stack, const cq_rule *rule) {
    answer *known = &stack->answers[(uintptr_t)rule / sizeof *rule % ANSWERS];
    if (known->rule != rule)
        *known = (answer){rule, !stack->name.len || s->is_named(s->context, rule, stack->name)};
    return known->is_named;
}

static bool is_ignored(sweep *s, const cq_finding *finding) {
    bool is_ignored = false;
    for (uint32_t i = 0; i < s->names.len; i++) {
        name_stack *stack = &s->names.at[i];
        while (stack->ignores.len &&
               stack->ignores.at[stack->ignores.len - 1]->range.end <= finding->at.start)
            stack->ignores.len--;
        if (!stack->ignores.len || !is_for(s, stack, finding->rule)) continue;
        stack->ignores.at[stack->ignores.len - 1]->is_used = true;
        is_ignored = true;
    }
    return is_ignored;
}

void cq_suppress_apply(cq_findings *findings, cq_ignores *ignores, cq_suppress_is_named *is_named,
                       const void *context) {
    sweep s = {.is_named = is_named, .context = context};
    uint32_t kept = 0;
    cq_arena_init(&s.arena);
    for (uint32_t i = 0; i < findings->list.len; i++) {
        const cq_finding *finding = &findings->list.at[i];
        begin_ignores(&s, ignores, finding->at.start);
        if (!is_ignored(&s, finding)) findings->list.at[kept++] = *finding;
    }
    findings->list.len = kept;
    cq_arena_release(&s.arena);
}
