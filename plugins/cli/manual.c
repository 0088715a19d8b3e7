#include "plugins/cli/manual.h"

#include "base/array.h"

/* What is known of the function or class that comes next. */
typedef struct manual {
    cq_buf *out;
    cq_strs about; /* lines that describe it */
    cq_strs parameters, results;
    bool is_in_table;
    cq_arena arena;
} manual;

static bool take_prefix(cq_str *line, const char *prefix) {
    if (!cq_str_has_prefix(*line, cq_str_of(prefix))) return false;
    *line = cq_str_slice(*line, strlen(prefix), line->len);
    return true;
}

/* Takes what stands before the first space. */
static cq_str take_word(cq_str *line) {
    const char *space = line->len ? memchr(line->ptr, ' ', line->len) : NULL;
    size_t len = space ? (size_t)(space - line->ptr) : line->len;
    cq_str word = cq_str_slice(*line, 0, len);
    *line = cq_str_trim(cq_str_slice(*line, len, line->len));
    return word;
}

/* Takes a type, whose spaces stand in brackets, or behind a comma or a colon. */
static cq_str take_type(cq_str *line) {
    int depth = 0;
    size_t i = 0;
    for (; i < line->len; i++) {
        char c = line->ptr[i], before = i ? line->ptr[i - 1] : '\0';
        depth += (strchr("(<{", c) != NULL) - (strchr(")>}", c) != NULL);
        if (c == ' ' && depth == 0 && before != ',' && before != ':') break;
    }
    cq_str type = cq_str_slice(*line, 0, i);
    *line = cq_str_trim(cq_str_slice(*line, i, line->len));
    return type;
}

/* In a table's cell a bar would be the cell's end. */
static void push_cell(cq_buf *out, cq_str text) {
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] == '|') cq_buf_push(out, '\\');
        cq_buf_push(out, text.ptr[i]);
    }
}

static void push_field(manual *m, cq_str line) {
    cq_str name = take_word(&line), type = take_type(&line);
    if (!m->is_in_table) cq_buf_push_str(m->out, CQ_STR("\n| field | type | |\n|---|---|---|\n"));
    m->is_in_table = true;
    cq_buf_push_format(m->out, "| `%.*s` | `", CQ_FMT(name));
    push_cell(m->out, type);
    cq_buf_push_str(m->out, CQ_STR("` | "));
    push_cell(m->out, line);
    cq_buf_push_str(m->out, CQ_STR(" |\n"));
}

/* Appends the lines that describe what comes now, examples as code, and forgets them. */
static void push_about(manual *m) {
    bool is_code = false;
    for (uint32_t i = 0; i < m->about.len; i++) {
        cq_str line = m->about.at[i];
        bool is_example = take_prefix(&line, "    ");
        if (is_example != is_code)
            cq_buf_push_str(m->out, is_example ? CQ_STR("\n```lua\n") : CQ_STR("```\n\n"));
        else if (i == 0)
            cq_buf_push(m->out, '\n');
        is_code = is_example;
        cq_buf_push_format(m->out, "%.*s\n", CQ_FMT(line));
    }
    if (is_code) cq_buf_push_str(m->out, CQ_STR("```\n"));
    m->about.len = 0;
}

static void push_class(manual *m, cq_str line) {
    cq_str name = take_word(&line);
    if (name.len && name.ptr[name.len - 1] == ':') name.len--;
    m->is_in_table = false;
    cq_buf_push_format(m->out, "\n## %.*s\n", CQ_FMT(name));
    push_about(m);
    if (line.len) cq_buf_push_format(m->out, "\nIt has all that %.*s has, and:\n", CQ_FMT(line));
}

/* `name` type: description */
static void push_value(manual *m, cq_str line, bool has_name) {
    cq_str name = has_name ? take_word(&line) : CQ_STR("");
    cq_str type = take_type(&line);
    cq_buf_push_str(m->out, CQ_STR("- "));
    if (has_name) cq_buf_push_format(m->out, "`%.*s`: ", CQ_FMT(name));
    cq_buf_push_format(m->out, "%s`%.*s`", has_name ? "" : "returns ", CQ_FMT(type));
    if (line.len) cq_buf_push_format(m->out, " %.*s", CQ_FMT(line));
    cq_buf_push(m->out, '\n');
}

static void push_values(manual *m) {
    if (m->parameters.len || m->results.len) cq_buf_push(m->out, '\n');
    for (uint32_t i = 0; i < m->parameters.len; i++) push_value(m, m->parameters.at[i], true);
    for (uint32_t i = 0; i < m->results.len; i++) push_value(m, m->results.at[i], false);
    m->parameters.len = m->results.len = 0;
}

/* function text:kind(i) end */
static void push_function(manual *m, cq_str line) {
    cq_str head = cq_str_slice(line, 0, cq_str_find(line, CQ_STR(" end")));
    cq_buf_push_format(m->out, "\n### `%.*s`\n", CQ_FMT(head));
    m->is_in_table = false;
    push_about(m);
    push_values(m);
}

static void push_alias(manual *m, cq_str line) {
    cq_str name = take_word(&line);
    cq_buf_push_format(m->out, "\n## %.*s\n", CQ_FMT(name));
    push_about(m);
    cq_buf_push_format(m->out, "\n```lua\n%.*s\n```\n", CQ_FMT(line));
}

/* What is said of the whole. */
static void push_remark(manual *m, cq_str line) {
    cq_buf_push_format(m->out, "%.*s\n", CQ_FMT(line));
}

static void push_line(manual *m, cq_str line) {
    if (take_prefix(&line, "---@class "))
        push_class(m, line);
    else if (take_prefix(&line, "---@field "))
        push_field(m, line);
    else if (take_prefix(&line, "---@alias "))
        push_alias(m, line);
    else if (take_prefix(&line, "---@param "))
        *CQ_ARRAY_PUSH(&m->arena, &m->parameters) = line;
    else if (take_prefix(&line, "---@return "))
        *CQ_ARRAY_PUSH(&m->arena, &m->results) = line;
    else if (take_prefix(&line, "function "))
        push_function(m, line);
    else if (take_prefix(&line, "---@meta"))
        cq_buf_push_str(m->out, CQ_STR("# What a rule sees\n\n"));
    else if (take_prefix(&line, "---"))
        *CQ_ARRAY_PUSH(&m->arena, &m->about) = line;
    else if (take_prefix(&line, "-- ") || take_prefix(&line, "--"))
        push_remark(m, line);
}

void cq_manual_push(cq_buf *out, cq_str annotations) {
    manual m = {.out = out};
    cq_arena_init(&m.arena);
    while (annotations.len) {
        const char *end = memchr(annotations.ptr, '\n', annotations.len);
        size_t len = end ? (size_t)(end - annotations.ptr) : annotations.len;
        push_line(&m, cq_str_slice(annotations, 0, len));
        annotations = cq_str_slice(annotations, len + 1, annotations.len);
    }
    cq_arena_release(&m.arena);
}
