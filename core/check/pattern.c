#include "check/pattern.h"

#include "text/tag.h"

#include <strings.h>

enum { DEEPEST_GROUP = 8, LONGEST_NAME = 32, MOST_SHOWN = 200 /* bytes */ };

typedef struct reader {
    cq_arena *arena;
    cq_str pattern; /* its beginning, for messages */
    cq_str left;    /* to be read */
    uint32_t depth; /* groups around it */
    cq_err *err;
} reader;

#define REFUSE(r, format, ...)                                                                     \
    cq_fail((r)->err, CQ_EINVAL, "pattern \"%.*s\": " format, CQ_FMT((r)->pattern), __VA_ARGS__)

static char next_of(const reader *r) {
    return cq_str_byte_at(r->left, 0);
}

static void skip(reader *r, size_t count) {
    r->left = cq_str_slice(r->left, count, r->left.len);
}

static void skip_spaces(reader *r) {
    while (next_of(r) == ' ') skip(r, 1);
}

/* Bytes of the first piece of `text`, which ends at an unescaped byte of `separators`. */
static size_t measure_piece(cq_str text, const char *separators) {
    size_t i = 0;
    while (i < text.len && !strchr(separators, text.ptr[i]))
        i += text.ptr[i] == '\\' && i + 1 < text.len ? 2 : 1;
    return i < text.len ? i : text.len;
}

static cq_str unescape(cq_arena *arena, cq_str text) {
    char *out = cq_arena_take(arena, text.len + 1);
    size_t len = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] == '\\' && i + 1 < text.len) i++;
        out[len++] = text.ptr[i];
    }
    out[len] = '\0';
    return (cq_str){out, len};
}

/* Tokens ------------------------------------------------------------------ */

/* What stands between < and >, where it is no class but asked when all the rest has matched. */
static bool find_test(cq_pattern_test *out, cq_str name) {
    cq_upos upos = cq_upos_of_name(name);
    if (upos != CQ_UPOS_COUNT)
        out->tags |= 1u << upos;
    else if (cq_str_is_equal(name, CQ_STR("quoted")))
        out->is_quoted = true;
    else if (cq_str_is_equal(name, CQ_STR("unquoted")))
        out->is_unquoted = true;
    else
        return false;
    return true;
}

static bool find_class(cq_token_class *out, reader *r, cq_str name) {
    if (cq_token_class_find(out, name)) return true;
    for (unsigned upos = 0; upos < CQ_UPOS_COUNT; upos++)
        if (strncasecmp(cq_upos_name((cq_upos)upos), name.ptr, name.len) == 0 &&
            strlen(cq_upos_name((cq_upos)upos)) == name.len)
            return REFUSE(r, "there is no token class <%.*s>; did you mean <%s>?", CQ_FMT(name),
                          cq_upos_name((cq_upos)upos));
    return REFUSE(r, "there is no token class <%.*s>", CQ_FMT(name));
}

static bool is_tag(const cq_pattern_choice *choice) {
    return choice->is_class && choice->token_class == CQ_CLASS_ANY && choice->test.tags;
}

/* A choice between tags is one question. */
static void push_choice(cq_pattern_item *item, cq_arena *arena, const cq_pattern_choice *choice) {
    cq_pattern_choice *last = item->choices.len ? &item->choices.at[item->choices.len - 1] : NULL;
    if (last && is_tag(last) && is_tag(choice))
        last->test.tags |= choice->test.tags;
    else
        *CQ_ARRAY_PUSH(arena, &item->choices) = *choice;
}

static bool read_choice(cq_pattern_item *item, reader *r, cq_str text) {
    cq_pattern_choice choice = {0};
    if (text.len == 0) return REFUSE(r, "an empty alternative%s", "");
    if (text.len > 2 && text.ptr[0] == '<' && text.ptr[text.len - 1] == '>') {
        cq_str name = cq_str_slice(text, 1, text.len - 1);
        choice.is_class = true;
        choice.token_class = CQ_CLASS_ANY;
        if (!find_test(&choice.test, name) && !find_class(&choice.token_class, r, name))
            return false;
    } else if (text.ptr[0] == '<' && cq_str_find(text, CQ_STR(">&")) < text.len) {
        return REFUSE(r, "%.*s stands before all alternatives, or in a group", CQ_FMT(text));
    } else {
        choice.word = unescape(r->arena, text);
    }
    push_choice(item, r->arena, &choice);
    return true;
}

/* Takes what stands before the choices, <class>& as often as it stands there, off *text. */
static bool read_required(cq_pattern_item *item, reader *r, cq_str *text) {
    for (;;) {
        size_t len = text->ptr[0] == '<' ? measure_piece(*text, "&") : text->len;
        if (len < 3 || len + 1 >= text->len || text->ptr[len - 1] != '>') return true;
        cq_str name = cq_str_slice(*text, 1, len - 1);
        cq_token_class required;
        uint32_t tags = item->test.tags;
        if (!find_test(&item->test, name)) {
            if (!find_class(&required, r, name)) return false;
            item->required |= 1u << required;
        } else if (tags && item->test.tags != tags) {
            return REFUSE(r, "a token has one tag, and not <%.*s> as well", CQ_FMT(name));
        }
        *text = cq_str_slice(*text, len + 1, text->len);
    }
}

static bool read_choices(cq_pattern_item *item, reader *r, cq_str text) {
    if (!read_required(item, r, &text)) return false;
    for (;;) {
        size_t len = text.len == 1 ? 1 : measure_piece(text, "|"); /* "|" alone is itself */
        if (!read_choice(item, r, cq_str_slice(text, 0, len))) return false;
        if (len >= text.len) return true;
        text = cq_str_slice(text, len + 1, text.len);
    }
}

/* How often ---------------------------------------------------------------- */

/* A number at *at; *at is then behind it. */
static uint32_t read_number(cq_str text, size_t *at) {
    uint32_t number = 0;
    for (; *at < text.len && text.ptr[*at] >= '0' && text.ptr[*at] <= '9'; (*at)++)
        if (number <= CQ_PATTERN_MOST_TOKENS)
            number = number * 10 + (uint32_t)(text.ptr[*at] - '0');
    return number;
}

/* {2}, {0,3}, {,3} at the end of `text`: where it begins, or text.len. */
static size_t find_braces(cq_str text) {
    size_t at = text.len;
    if (!at || text.ptr[--at] != '}') return text.len;
    while (at > 0 && strchr("0123456789,", text.ptr[at - 1])) at--;
    bool is_written = at > 0 && text.ptr[at - 1] == '{' && at < text.len - 1;
    if (!is_written || (at > 1 && text.ptr[at - 2] == '\\')) return text.len;
    return at - 1;
}

static bool read_braces(cq_pattern_item *item, reader *r, cq_str braces) {
    size_t at = 1;
    item->least = item->most = read_number(braces, &at);
    if (braces.ptr[at] == ',') {
        size_t from = ++at;
        item->most = read_number(braces, &at);
        if (at == from) return REFUSE(r, "%.*s has no upper bound", CQ_FMT(braces));
    }
    if (braces.ptr[at] != '}' || !item->most || item->least > item->most)
        return REFUSE(r, "%.*s says nothing of how often", CQ_FMT(braces));
    return true;
}

/* Takes ? or {2,3} off the end of *text; never all of it. */
static bool read_times(cq_pattern_item *item, reader *r, cq_str *text) {
    size_t len = text->len, braces = find_braces(*text);
    item->least = item->most = 1;
    if (braces > 0 && braces < len) {
        if (!read_braces(item, r, cq_str_slice(*text, braces, len))) return false;
        len = braces;
    } else if (len > 1 && text->ptr[len - 1] == '?' && text->ptr[len - 2] != '\\') {
        item->least = 0;
        len--;
    }
    *text = cq_str_slice(*text, 0, len);
    return true;
}

/* Items ------------------------------------------------------------------- */

/* name= before an item. */
static void read_name(cq_pattern_item *item, reader *r) {
    size_t len = 0;
    while (len < r->left.len &&
           ((r->left.ptr[len] >= 'a' && r->left.ptr[len] <= 'z') || r->left.ptr[len] == '_'))
        len++;
    if (!len || len > LONGEST_NAME || len + 1 >= r->left.len || r->left.ptr[len] != '=' ||
        r->left.ptr[len + 1] == ' ')
        return;
    item->is_named = true;
    item->name = cq_str_slice(r->left, 0, len);
    skip(r, len + 1);
}

static bool is_group(const reader *r) {
    return next_of(r) == '(' && r->left.len > 1 && r->left.ptr[1] != ' ';
}

/* A lone | between the branches of a group. */
static bool is_bar(const reader *r) {
    return r->depth && next_of(r) == '|' && (r->left.len == 1 || r->left.ptr[1] == ' ');
}

static bool read_sequence(cq_pattern_sequence *out, reader *r, cq_pattern *edges);

/* ( a b | c ) with what says how often. */
static bool read_group(cq_pattern_item *item, reader *r) {
    if (++r->depth > DEEPEST_GROUP)
        return REFUSE(r, "more than %d groups in each other", DEEPEST_GROUP);
    do {
        skip(r, 1); /* ( or | */
        cq_pattern_sequence branch = {0};
        if (!read_sequence(&branch, r, NULL)) return false;
        if (!branch.items.len) return REFUSE(r, "an empty alternative%s", "");
        *CQ_ARRAY_PUSH(r->arena, &item->branches) = branch;
    } while (is_bar(r));
    if (next_of(r) != ')') return REFUSE(r, "a ( without its )%s", "");
    r->depth--;
    size_t len = 1 + measure_piece(cq_str_slice(r->left, 1, r->left.len), r->depth ? " )" : " ");
    cq_str end = cq_str_slice(r->left, 0, len);
    skip(r, len);
    if (!read_times(item, r, &end)) return false;
    return end.len == 1 || REFUSE(r, "%.*s behind a group", CQ_FMT(cq_str_slice(end, 1, end.len)));
}

static bool read_item(cq_pattern_sequence *out, reader *r) {
    cq_pattern_item item = {0};
    read_name(&item, r);
    if (is_group(r)) {
        if (!read_group(&item, r)) return false;
    } else {
        size_t len = measure_piece(r->left, r->depth ? " )" : " ");
        cq_str text = cq_str_slice(r->left, 0, len);
        skip(r, len);
        if (!read_times(&item, r, &text) || !read_choices(&item, r, text)) return false;
    }
    *CQ_ARRAY_PUSH(r->arena, &out->items) = item;
    return true;
}

/* Whether the next piece is all of `mark`, and the one that `is_last` asks for. */
static bool take_edge(reader *r, const char *mark, bool is_last) {
    cq_str edge = cq_str_of(mark);
    if (!cq_str_has_prefix(r->left, edge)) return false;
    if (r->left.len > edge.len && (is_last || r->left.ptr[edge.len] != ' ')) return false;
    skip(r, edge.len);
    return true;
}

static void read_start(cq_pattern *out, reader *r) {
    out->at_block_start = take_edge(r, "^^", false);
    out->at_start = out->at_block_start || take_edge(r, "^", false);
}

static void read_end(cq_pattern *out, reader *r) {
    out->at_block_end = take_edge(r, "$$", true);
    out->at_end = out->at_block_end || take_edge(r, "$", true);
}

/* Up to the end of the pattern, or of the group's branch. `edges`: whose ^ and $ may stand there; NULL:
   nobody's. */
static bool read_sequence(cq_pattern_sequence *out, reader *r, cq_pattern *edges) {
    skip_spaces(r);
    if (edges) read_start(edges, r);
    for (;;) {
        skip_spaces(r);
        if (edges) read_end(edges, r);
        if (!r->left.len || (r->depth && next_of(r) == ')') || is_bar(r)) return true;
        if (!read_item(out, r)) return false;
    }
}

/* The whole --------------------------------------------------------------- */

/* What a sequence comes to. */
typedef struct extent {
    uint64_t phrases;     /* that it multiplies those before it to */
    uint64_t steps;       /* taken on the way, in all */
    uint64_t least, most; /* tokens */
} extent;

/* How many ways an item's choices are: all that are kept, ... */
static uint64_t count_kept(const cq_pattern_item *item) {
    return item->choices.len;
}

/* ... or those that a token may go at once: by each class, and by one word. */
static uint64_t count_open(const cq_pattern_item *item) {
    uint64_t classes = 0;
    for (uint32_t i = 0; i < item->choices.len; i++) classes += item->choices.at[i].is_class;
    return classes + (classes < item->choices.len);
}

typedef uint64_t choice_count(const cq_pattern_item *item);

/* Nobody counts further: it is more than any limit, and counting on takes as long as there are ways. */
#define MOST_COUNTED (1u << 20)

static uint64_t cap(uint64_t count) {
    return count < MOST_COUNTED ? count : MOST_COUNTED;
}

static extent measure_sequence(const cq_pattern_sequence *sequence, choice_count *count,
                               uint64_t before);

/* An item that stands there once. */
static extent measure_once(const cq_pattern_item *item, choice_count *count, uint64_t before) {
    extent sum = {.phrases = before * count(item), .least = 1, .most = 1};
    sum.steps = sum.phrases;
    for (uint32_t i = 0; i < item->branches.len; i++) {
        extent branch = measure_sequence(&item->branches.at[i], count, before);
        sum.phrases = cap(sum.phrases + branch.phrases);
        sum.steps = cap(sum.steps + branch.steps);
        sum.least = i && sum.least < branch.least ? sum.least : branch.least;
        sum.most = i && sum.most > branch.most ? sum.most : branch.most;
    }
    return sum;
}

static extent measure_item(const cq_pattern_item *item, choice_count *count, uint64_t before) {
    extent sum = {.phrases = item->least ? 0 : before};
    for (uint32_t time = 1; time <= item->most && sum.steps < MOST_COUNTED; time++) {
        extent once = measure_once(item, count, before);
        before = cap(once.phrases);
        if (time >= item->least) sum.phrases = cap(sum.phrases + before);
        sum.steps = cap(sum.steps + once.steps);
        if (time <= item->least) sum.least = cap(sum.least + once.least);
        sum.most = cap(sum.most + once.most);
    }
    return sum;
}

static extent measure_sequence(const cq_pattern_sequence *sequence, choice_count *count,
                               uint64_t before) {
    extent sum = {.phrases = before};
    for (uint32_t i = 0; i < sequence->items.len && sum.steps < MOST_COUNTED; i++) {
        extent item = measure_item(&sequence->items.at[i], count, sum.phrases);
        sum.phrases = item.phrases;
        sum.steps = cap(sum.steps + item.steps);
        sum.least = cap(sum.least + item.least);
        sum.most = cap(sum.most + item.most);
    }
    return sum;
}

/* Some patterns are kilobytes long. */
static cq_str shorten(cq_arena *arena, cq_str text) {
    size_t end = MOST_SHOWN;
    if (text.len <= MOST_SHOWN) return text;
    while ((text.ptr[end] & 0xC0) == 0x80) end--;
    return cq_str_format(arena, "%.*s...", CQ_FMT(cq_str_slice(text, 0, end)));
}

bool cq_pattern_read(cq_pattern *out, cq_arena *arena, cq_str text, cq_err *err) {
    *out = (cq_pattern){0};
    reader r = {
        .arena = arena, .pattern = shorten(arena, text), .left = cq_str_trim(text), .err = err};
    if (!read_sequence(&out->sequence, &r, out)) return false;
    extent whole = measure_sequence(&out->sequence, count_kept, 1);
    if (whole.steps > CQ_PATTERN_MOST_PHRASES)
        return REFUSE(&r, "more than %d phrases", CQ_PATTERN_MOST_PHRASES);
    out->size = (uint32_t)whole.steps;
    if (whole.most > CQ_PATTERN_MOST_TOKENS)
        return REFUSE(&r, "longer than %d tokens", CQ_PATTERN_MOST_TOKENS);
    if (measure_sequence(&out->sequence, count_open, 1).steps > CQ_PATTERN_MOST_STEPS)
        return REFUSE(&r, "looking for it takes more than %d steps a word", CQ_PATTERN_MOST_STEPS);
    return whole.least || REFUSE(&r, "it would match nothing at all%s", "");
}

static bool has_name(const cq_pattern_sequence *sequence, cq_str name) {
    for (uint32_t i = 0; i < sequence->items.len; i++) {
        const cq_pattern_item *item = &sequence->items.at[i];
        if (item->is_named && cq_str_is_equal(item->name, name)) return true;
        for (uint32_t k = 0; k < item->branches.len; k++)
            if (has_name(&item->branches.at[k], name)) return true;
    }
    return false;
}

bool cq_pattern_has_name(const cq_pattern *pattern, cq_str name) {
    return has_name(&pattern->sequence, name);
}

static bool has_tags(const cq_pattern_sequence *sequence) {
    for (uint32_t i = 0; i < sequence->items.len; i++) {
        const cq_pattern_item *item = &sequence->items.at[i];
        if (item->test.tags) return true;
        for (uint32_t k = 0; k < item->choices.len; k++)
            if (item->choices.at[k].test.tags) return true;
        for (uint32_t k = 0; k < item->branches.len; k++)
            if (has_tags(&item->branches.at[k])) return true;
    }
    return false;
}

bool cq_pattern_has_tags(const cq_pattern *pattern) {
    return has_tags(&pattern->sequence);
}

typedef struct visitor {
    void (*visit)(void *context, cq_str word);
    void *context;
} visitor;

static void visit_sequence(const cq_pattern_sequence *sequence, const visitor *v) {
    for (uint32_t i = 0; i < sequence->items.len; i++) {
        const cq_pattern_item *item = &sequence->items.at[i];
        if (item->is_named) v->visit(v->context, item->name);
        for (uint32_t k = 0; k < item->choices.len; k++)
            if (!item->choices.at[k].is_class) v->visit(v->context, item->choices.at[k].word);
        for (uint32_t k = 0; k < item->branches.len; k++) visit_sequence(&item->branches.at[k], v);
    }
}

void cq_pattern_visit_words(const cq_pattern *pattern, void (*visit)(void *context, cq_str word),
                            void *context) {
    visitor v = {visit, context};
    visit_sequence(&pattern->sequence, &v);
}
