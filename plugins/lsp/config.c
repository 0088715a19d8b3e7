#include "plugins/lsp/config.h"

#include <stdlib.h>
#include <unistd.h>

#include "base/json.h"
#include "lua/config_file.h"

bool cq_lsp_config_is(const cq_lsp_document *document) {
    return cq_str_has_suffix(document->path, CQ_STR("/" CQ_CONFIG_NAME));
}

/* What is wrong ----------------------------------------------------------------------------------- */

static void push_trouble(cq_buf *out, const cq_lsp_server *server, const cq_lsp_document *document,
                         uint32_t line, cq_str message) {
    cq_lsp_cursor cursor = cq_lsp_cursor_begin(&document->text, server->client.encoding);
    cq_span at = cq_lsp_text_line(&document->text, line ? line - 1 : 0);
    while (at.start < at.end && strchr(" \t", document->text.bytes.ptr[at.start])) at.start++;
    cq_json_push_comma(out);
    cq_buf_push(out, '{');
    cq_lsp_param_push_range(out, "range", cq_lsp_cursor_range(&cursor, at));
    cq_json_push_number(out, "severity", 1);
    cq_json_push_str(out, "source", CQ_STR("calque"));
    cq_json_push_str(out, "message", message);
    cq_buf_push(out, '}');
}

/* "PATH:LINE: message" or "PATH: message". */
static void push_line(cq_buf *out, const cq_lsp_server *server, const cq_lsp_document *document,
                      cq_str trouble) {
    cq_str rest = cq_str_slice(trouble, document->path.len, trouble.len);
    char *end = NULL;
    unsigned long line = rest.len && rest.ptr[0] == ':' ? strtoul(rest.ptr + 1, &end, 10) : 0;
    if (line && end) rest = cq_str_slice(rest, (size_t)(end - rest.ptr), rest.len);
    while (rest.len && (rest.ptr[0] == ':' || rest.ptr[0] == ' '))
        rest = cq_str_slice(rest, 1, rest.len);
    size_t len = cq_str_find(rest, CQ_STR("\n")); /* a traceback is for the log */
    push_trouble(out, server, document, (uint32_t)line, cq_str_slice(rest, 0, len));
}

static void push_unknown(cq_buf *out, const cq_lsp_server *server, const cq_lsp_document *document,
                         const cq_config_section *section) {
    cq_err err;
    for (uint32_t i = 0; i < section->rules.len; i++) {
        const cq_config_rule *rule = &section->rules.at[i];
        if (cq_host_is_name(document->engine->host, rule->name)) continue;
        cq_profile_fail_unknown(document->engine->host, rule->name, &err);
        push_trouble(out, server, document, rule->line, cq_str_of(err.message));
    }
}

static void push_names(cq_buf *out, const cq_lsp_server *server, const cq_lsp_document *document,
                       const cq_config *config) {
    if (!document->engine) return;
    push_unknown(out, server, document, &config->all);
    for (uint32_t i = 0; i < config->sections.len; i++)
        push_unknown(out, server, document, &config->sections.at[i]);
}

/* Reads the text as the file that it would be when it is saved. */
static bool read_text(cq_config *out, cq_arena *arena, const cq_lsp_document *document,
                      cq_troubles *troubles) {
    size_t slash = cq_str_find_last(document->path, '/');
    cq_config_file file = {.text = cq_buf_get(&document->text.bytes),
                           .shown = document->path,
                           .folder = cq_str_dup(arena, cq_str_slice(document->path, 0, slash)),
                           .library =
                               document->engine ? document->engine->profile->library : CQ_STR("")};
    return cq_config_file_read(out, arena, &file, troubles);
}

void cq_lsp_config_push_troubles(cq_buf *out, cq_lsp_server *server,
                                 const cq_lsp_document *document) {
    cq_arena arena;
    cq_troubles troubles;
    cq_config config = {0};
    cq_arena_init(&arena);
    cq_troubles_init(&troubles);
    bool is_read = read_text(&config, &arena, document, &troubles);
    cq_buf_push(out, '[');
    for (uint32_t i = 0; i < troubles.list.len; i++)
        push_line(out, server, document, troubles.list.at[i]);
    if (is_read) push_names(out, server, document, &config);
    cq_buf_push(out, ']');
    cq_troubles_release(&troubles);
    cq_arena_release(&arena);
}

/* Changing one ------------------------------------------------------------------------------------ */

/* The folder that a path is in; empty: the root. */
static cq_str get_parent(cq_str path) {
    size_t slash = cq_str_find_last(path, '/');
    return cq_str_slice(path, 0, slash == SIZE_MAX ? 0 : slash);
}

cq_str cq_lsp_config_find(cq_arena *arena, const cq_lsp_workspace *workspace, cq_str path) {
    path = cq_lsp_workspace_place(workspace, arena, path);
    if (!cq_str_has_prefix(path, CQ_STR("/"))) return CQ_STR("");
    for (cq_str folder = get_parent(path);; folder = get_parent(folder)) {
        cq_str file = cq_str_format(arena, "%.*s/" CQ_CONFIG_NAME, CQ_FMT(folder));
        if (access(file.ptr, F_OK) == 0) return file;
        if (!folder.len) break;
    }
    cq_str top = cq_lsp_workspace_folder(workspace, path);
    if (!top.len) top = get_parent(path);
    return cq_str_format(arena, "%.*s/" CQ_CONFIG_NAME, CQ_FMT(top));
}

static bool is_letter(char c) {
    return ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || c == '_' || (c >= '0' && c <= '9');
}

/* Behind a long bracket at `at`: [[...]], [=[...]=]; `at` itself: there is none. */
static size_t skip_long(cq_str text, size_t at) {
    size_t open = at + 1, level;
    if (at >= text.len || text.ptr[at] != '[') return at;
    while (open < text.len && text.ptr[open] == '=') open++;
    if (open >= text.len || text.ptr[open] != '[') return at;
    level = open - at - 1;
    for (size_t i = open + 1; i + level + 1 < text.len; i++) {
        size_t end = i + 1;
        if (text.ptr[i] != ']') continue;
        while (end < text.len && text.ptr[end] == '=') end++;
        if (end == i + 1 + level && end < text.len && text.ptr[end] == ']') return end + 1;
    }
    return text.len;
}

static size_t skip_string(cq_str text, size_t at) {
    char quote = text.ptr[at++];
    while (at < text.len && text.ptr[at] != quote && text.ptr[at] != '\n')
        at += text.ptr[at] == '\\' ? 2 : 1;
    return at < text.len ? at + 1 : text.len;
}

/* Behind the comment, the string or else the byte at `at`. */
static size_t skip_piece(cq_str text, size_t at) {
    bool is_comment = cq_str_has_prefix(cq_str_slice(text, at, text.len), CQ_STR("--"));
    size_t start = is_comment ? at + 2 : at, end = skip_long(text, start);
    if (end > start) return end;
    if (text.ptr[at] == '"' || text.ptr[at] == '\'') return skip_string(text, at);
    if (!is_comment) return at + 1;
    while (end < text.len && text.ptr[end] != '\n') end++;
    return end;
}

static size_t skip_space(cq_str text, size_t at) {
    while (at < text.len && strchr(" \t\r\n", text.ptr[at])) at++;
    return at;
}

/* Behind the brace of "WORD {" or, where `sign` is not 0, of "WORD" with that sign and a brace, at `at`;
   0: it is not there. */
static uint32_t read_brace(cq_str text, size_t at, cq_str word, char sign) {
    if (!cq_str_has_prefix(cq_str_slice(text, at, text.len), word)) return 0;
    if (at && (is_letter(text.ptr[at - 1]) || text.ptr[at - 1] == '.')) return 0;
    at = skip_space(text, at + word.len);
    if (sign && (at >= text.len || text.ptr[at++] != sign)) return 0;
    at = skip_space(text, at);
    return at < text.len && text.ptr[at] == '{' ? (uint32_t)at + 1 : 0;
}

/* The same for the first place in `depth` braces, outside of comments and strings. */
static uint32_t find_brace(cq_str text, cq_str word, char sign, int depth) {
    uint32_t found = 0;
    int open = 0;
    for (size_t at = 0; at < text.len && !found; at = skip_piece(text, at)) {
        if (open == depth) found = read_brace(text, at, word, sign);
        open += (text.ptr[at] == '{') - (text.ptr[at] == '}');
    }
    return found;
}

/* Puts an item into the table of a key, where the file has one, else the key with it. */
static cq_edit add_item(cq_arena *arena, cq_str text, cq_str key, cq_str item) {
    uint32_t at = find_brace(text, key, '=', 1);
    cq_str put = cq_str_format(arena, " %.*s,", CQ_FMT(item));
    if (!at) {
        at = find_brace(text, CQ_STR("return"), '\0', 0);
        put = cq_str_format(arena, "\n  %.*s = { %.*s },", CQ_FMT(key), CQ_FMT(item));
    }
    if (!at) {
        at = (uint32_t)text.len;
        put = cq_str_format(arena, "return {\n  %.*s = { %.*s },\n}\n", CQ_FMT(key), CQ_FMT(item));
    }
    return (cq_edit){{at, at}, put};
}

/* As Lua text. */
static cq_str quote(cq_arena *arena, cq_str s) {
    char *out = cq_arena_take(arena, 2 * s.len + 3);
    size_t len = 0;
    out[len++] = '"';
    for (size_t i = 0; i < s.len; i++) {
        if (s.ptr[i] == '"' || s.ptr[i] == '\\') out[len++] = '\\';
        out[len++] = s.ptr[i] == '\n' || s.ptr[i] == '\r' ? ' ' : s.ptr[i];
    }
    out[len++] = '"';
    return (cq_str){out, len};
}

cq_edit cq_lsp_config_switch_off(cq_arena *arena, cq_str text, cq_str rule) {
    cq_str name = quote(arena, rule);
    return add_item(arena, text, CQ_STR("rules"),
                    cq_str_format(arena, "[%.*s] = \"off\"", CQ_FMT(name)));
}

cq_edit cq_lsp_config_add_word(cq_arena *arena, cq_str text, cq_str word) {
    return add_item(arena, text, CQ_STR("vocabulary"), quote(arena, word));
}
