#include "text/markup_remark.h"

#include <strings.h>

#define LONGEST_TAG 24u

static bool is_letter(char c) {
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

static bool is_name_byte(char c) {
    return is_letter(c) || is_digit(c) || c == '_';
}

static bool is_blank(char c) {
    return c == ' ' || c == '\t';
}

static bool is_in(char c, const char *set) {
    return c && strchr(set, c);
}

static char byte_at(cq_str s, size_t at) {
    return at < s.len ? s.ptr[at] : '\0';
}

static bool has_any_prefix(cq_str s, const char *const *prefixes) {
    for (; s.len && *prefixes; prefixes++)
        if (**prefixes == s.ptr[0] && cq_str_has_prefix(s, cq_str_of(*prefixes))) return true;
    return false;
}

static bool is_word(cq_str s, const char *word) {
    return s.len == strlen(word) && strncasecmp(s.ptr, word, s.len) == 0;
}

static bool is_any(cq_str s, const char *const *words) {
    for (; *words; words++)
        if (is_word(s, *words)) return true;
    return false;
}

static uint32_t skip_blanks(cq_str s, uint32_t at) {
    while (is_blank(byte_at(s, at))) at++;
    return at;
}

static uint32_t skip_word(cq_str s, uint32_t at) {
    while (at < s.len && !is_blank(s.ptr[at])) at++;
    return at;
}

static uint32_t skip_name(cq_str s, uint32_t at) {
    while (is_name_byte(byte_at(s, at))) at++;
    return at;
}

/* Directives -------------------------------------------------------------- */

static bool is_directive(cq_str line) {
    /* clang-format off */
    static const char *const prefixes[] = {
        "calque-ignore", "eslint-", "noqa", "NOQA", "type:", "pylint:", "luacheck:", "clang-format ", "clang-tidy",
        "NOLINT", "NOSONAR", "vim:", "vi:", "-*-", "SPDX-", "Copyright ", "COPYRIGHT ", "(c) 19",
        "(c) 20", "(C) 19", "(C) 20", "\xC2\xA9", "prettier-ignore", "@ts-", "ts-ignore",
        "jshint ", "jslint ", "jscs:", "istanbul ignore", "c8 ignore", "v8 ignore",
        "webpackChunk", "webpackIgnore", "webpackPre", "#__", "@__", "@license", "@preserve",
        "# source", "#region", "#endregion", "coding:", "coding=", "fmt:", "isort:", "mypy:",
        "flake8:", "ruff:", "pyright:", "yapf:", "nosec", "pragma:", "pragma ", "tslint:",
        "biome-ignore", "deno-lint", "@jsx", "@flow", "@format", "stylua:", "selene:",
        "shellcheck disable", "cppcheck-", "cspell:", "spell-checker:", "codespell:", "LCOV_EXCL",
        "GCOV_EXCL", "GCOVR_EXCL", "IWYU ", "<reference", "Local Variables:", "@vite-",
        "@vitest-", "@jest-", "coverity[", "PVS-Studio", "nopep8", "oxlint-", "language=", "!/",
        NULL};
    /* clang-format on */
    static const char *const whole[] = {"fallthrough", "fall through", "fall-through",
                                        "notreached",  "end:",         "else",
                                        "endif",       "eof",          NULL};
    cq_str bare = line;
    while (bare.len && (bare.ptr[bare.len - 1] == '.' || bare.ptr[bare.len - 1] == '!')) bare.len--;
    return has_any_prefix(line, prefixes) || is_any(bare, whole);
}

/* Whatever its case; `what` is in lower case. */
static bool contains(cq_str line, const char *what) {
    size_t len = strlen(what);
    for (size_t at = 0; at + len <= line.len; at++)
        if (strncasecmp(line.ptr + at, what, len) == 0) return true;
    return false;
}

bool cq_remark_is_licence(cq_str line) {
    /* clang-format off */
    static const char *const phrases[] = {
        "permission is hereby granted", "licensed under", "redistribution and use in source",
        "without warranty", "without any warranty", "all rights reserved", "@license",
        "license, version", "license as published", "found in the license file",
        "license that can be found", NULL};
    /* clang-format on */
    for (const char *const *phrase = phrases; *phrase; phrase++)
        if (contains(line, *phrase)) return true;
    return false;
}

/* Tags -------------------------------------------------------------------- */

/* Their text is prose. */
static const char *const prose_tags[] = {
    "brief",    "short",      "details",   "note",       "notes",       "warning",
    "warn",     "attention",  "remark",    "remarks",    "todo",        "bug",
    "return",   "returns",    "result",    "deprecated", "description", "desc",
    "summary",  "pre",        "post",      "invariant",  "par",         "fileoverview",
    "yields",   "yield",      "internal",  "usage",      "classdesc",   "privateremarks",
    "abstract", "discussion", "important", "tip",        NULL};
/* Behind a name. */
static const char *const named_tags[] = {
    "param",  "arg",     "argument", "property",  "prop",     "throws",  "throw", "exception",
    "raises", "raise",   "retval",   "field",     "tparam",   "treturn", "cvar",  "ivar",
    "var",    "keyword", "key",      "typeparam", "template", "except",  NULL};
static const char *const verbatim_tags[] = {"code", "verbatim", "dot", "startuml", "msc", NULL};

/* Behind "{string}" or "[in,out]", where there is one. */
static uint32_t skip_bracketed(cq_str line, uint32_t at) {
    char open = byte_at(line, at), close = open == '{' ? '}' : open == '[' ? ']' : '\0';
    uint32_t depth = 0, end = at;
    for (; close && end < line.len; end++) {
        depth += line.ptr[end] == open;
        depth -= line.ptr[end] == close;
        if (depth == 0) return skip_blanks(line, end + 1);
    }
    return at;
}

/* Behind "name - ", "name: ", "[name=default] "; LDoc has tags with a type before the name. */
static uint32_t skip_tag_name(cq_str line, uint32_t at, cq_str tag) {
    bool has_name = !is_word(tag, "treturn");
    if (is_word(tag, "tparam") || !has_name) at = skip_blanks(line, skip_word(line, at));
    uint32_t end = has_name ? skip_bracketed(line, at) : at;
    if (end == at && has_name) end = skip_blanks(line, skip_word(line, at));
    if (byte_at(line, end) == '-' || byte_at(line, end) == ':') end = skip_blanks(line, end + 1);
    return end;
}

/* Behind "@tag", "@tag:", "@tag[in,out]" and "{type}". */
static uint32_t skip_tag(cq_str line, cq_str tag) {
    uint32_t at = 1 + (uint32_t)tag.len;
    if (byte_at(line, at) == '[') at = skip_bracketed(line, at);
    if (byte_at(line, at) == ':') at++;
    at = skip_blanks(line, at);
    return byte_at(line, at) == '{' ? skip_bracketed(line, at) : at;
}

/* "@tag ..." or "\tag ...". */
static cq_remark read_tag(cq_str line, cq_remark_style style, cq_str tag) {
    uint32_t at = skip_tag(line, tag);
    if (is_any(tag, verbatim_tags)) return (cq_remark){CQ_REMARK_VERBATIM, at};
    if (is_word(tag, "example")) return (cq_remark){CQ_REMARK_EXAMPLE, at};
    if (style == CQ_REMARK_ANNOTATIONS) return (cq_remark){CQ_REMARK_MUTE_TAG, at};
    if (is_any(tag, prose_tags)) return (cq_remark){CQ_REMARK_TAG, at};
    if (is_any(tag, named_tags)) return (cq_remark){CQ_REMARK_TAG, skip_tag_name(line, at, tag)};
    return (cq_remark){CQ_REMARK_MUTE_TAG, at};
}

/* The name behind "@" or "\" at the start of a line, or the empty string. */
static cq_str find_tag(cq_str line) {
    if (byte_at(line, 0) != '@' && byte_at(line, 0) != '\\') return CQ_STR("");
    uint32_t end = 1;
    while (is_letter(byte_at(line, end)) || (end > 1 && byte_at(line, end) == '-')) end++;
    char next = byte_at(line, end);
    bool is_ended = next == '\0' || is_blank(next) || next == '[' || next == '{' || next == ':';
    return is_ended && end - 1 <= LONGEST_TAG ? cq_str_slice(line, 1, end) : CQ_STR("");
}

/* Inline ones may start a line, too: "\p name is ...". */
static bool is_inline_tag(cq_str tag) {
    return is_any(tag, (const char *const[]){"c", "p", "a", "b", "e", "em", "ref", "link", NULL});
}

/* Sphinx's ":param int x: text". False where the line does not start with a field. */
static bool read_field(cq_remark *out, cq_str line) {
    static const char *const mute[] = {"rtype", "type", "vartype", "meta", NULL};
    uint32_t end = skip_name(line, 1);
    cq_str name = cq_str_slice(line, 1, end);
    if (byte_at(line, 0) != ':' || !name.len) return false;
    while (end < line.len && line.ptr[end] != ':' && line.ptr[end] != '`') end++;
    if (byte_at(line, end) != ':' || (end + 1 < line.len && !is_blank(line.ptr[end + 1])))
        return false;
    out->kind = is_any(name, mute) ? CQ_REMARK_MUTE_TAG : CQ_REMARK_TAG;
    out->text_start = skip_blanks(line, end + 1);
    return true;
}

/* Python's "name (type): text" below "Args:", and NumPy's "name : type". */
static bool read_parameter(cq_remark *out, cq_str line, bool is_indented) {
    uint32_t at = 0;
    while (byte_at(line, at) == '*') at++;
    uint32_t end = skip_name(line, at);
    if (end == at || is_digit(line.ptr[at])) return false;
    if (byte_at(line, end) == ' ' && byte_at(line, end + 1) == ':' &&
        is_blank(byte_at(line, end + 2))) {
        *out = (cq_remark){CQ_REMARK_TAG, (uint32_t)line.len};
        return true;
    }
    if (!is_indented) return false;
    if (byte_at(line, end) == ' ' && byte_at(line, end + 1) == '(') {
        while (end < line.len && line.ptr[end] != ')') end++;
        end++;
    }
    if (byte_at(line, end) != ':' || !is_blank(byte_at(line, end + 1))) return false;
    *out = (cq_remark){CQ_REMARK_TAG, skip_blanks(line, end + 1)};
    return true;
}

/* "Args:", "Returns:": one capitalised word. */
static bool is_section(cq_str line) {
    return line.len > 1 && line.ptr[0] >= 'A' && line.ptr[0] <= 'Z' &&
           skip_name(line, 0) == line.len - 1 && line.ptr[line.len - 1] == ':';
}

/* reST's ".. name:: argument". */
static cq_remark read_rest_directive(cq_str line) {
    static const char *const literal[] = {
        "code",           "code-block", "sourcecode", "math",
        "highlight",      "image",      "figure",     "literalinclude",
        "parsed-literal", "doctest",    "testcode",   "plot",
        "ipython",        NULL};
    uint32_t start = skip_blanks(line, 2), end = start;
    while (is_name_byte(byte_at(line, end)) || byte_at(line, end) == '-') end++;
    bool is_literal = is_any(cq_str_slice(line, start, end), literal);
    return (cq_remark){is_literal ? CQ_REMARK_LITERAL : CQ_REMARK_TAG, (uint32_t)line.len};
}

static bool read_doc_string_line(cq_remark *out, cq_str line, bool is_indented) {
    *out = (cq_remark){CQ_REMARK_TAG, (uint32_t)line.len};
    if (is_section(line)) return true;
    if (cq_str_has_prefix(line, CQ_STR(">>>"))) {
        out->kind = CQ_REMARK_EXAMPLE;
        return true;
    }
    return read_parameter(out, line, is_indented);
}

/* Lines ------------------------------------------------------------------- */

/* Behind a bullet or number and its blanks, or 0. */
static uint32_t find_item_text(cq_str line) {
    uint32_t end = 0;
    while (is_digit(byte_at(line, end))) end++;
    if (end) {
        if (end > 3 || (byte_at(line, end) != '.' && byte_at(line, end) != ')')) return 0;
        end++;
    } else if (byte_at(line, 0) && strchr("-*+", line.ptr[0])) {
        end = 1;
    } else if (cq_str_has_prefix(line, CQ_STR("\xE2\x80\xA2"))) { /* bullet */
        end = 3;
    }
    uint32_t start = skip_blanks(line, end);
    return end && start > end && start < line.len ? start : 0;
}

cq_remark cq_remark_read(cq_str line, cq_remark_style style, bool is_indented) {
    cq_remark remark = {CQ_REMARK_TEXT, 0};
    if (!line.len) return (cq_remark){CQ_REMARK_BLANK, 0};
    if (cq_str_has_prefix(line, CQ_STR("```"))) return (cq_remark){CQ_REMARK_FENCE, 0};
    if (has_any_prefix(line, (const char *const[]){"<pre>", "<pre ", "<PRE>", NULL}))
        return (cq_remark){CQ_REMARK_VERBATIM, 0};
    if (is_directive(line)) return (cq_remark){CQ_REMARK_DIRECTIVE, 0};
    cq_str tag = find_tag(line);
    if (tag.len && !is_inline_tag(tag)) return read_tag(line, style, tag);
    if (cq_str_has_prefix(line, CQ_STR(".. "))) return read_rest_directive(line);
    if (read_field(&remark, line)) return remark;
    if (style == CQ_REMARK_DOC_STRING && read_doc_string_line(&remark, line, is_indented))
        return remark;
    remark = (cq_remark){CQ_REMARK_TEXT, find_item_text(line)};
    if (remark.text_start) remark.kind = CQ_REMARK_BULLET;
    return remark;
}

bool cq_remark_ends_verbatim(cq_str line) {
    return contains(line, "</pre>") || contains(line, "@end") || contains(line, "\\end");
}

/* Code -------------------------------------------------------------------- */

static bool is_symbol(char c) {
    return is_in(c, "(){}[]<>=;+*/&|!_^%$@#~\\");
}

static bool has_many_symbols(cq_str line) {
    size_t symbols = 0, others = 0;
    for (size_t i = 0; i < line.len; i++) {
        symbols += is_symbol(line.ptr[i]);
        others += !is_symbol(line.ptr[i]) && !is_blank(line.ptr[i]);
    }
    return symbols >= 2 && symbols * 2 > others;
}

/* A name with a bracket right behind it that holds something or closes at once: f(x), but not
   "file(s)". */
static bool has_call(cq_str line) {
    for (size_t at = 1; at + 1 < line.len; at++)
        if (line.ptr[at] == '(' && is_name_byte(line.ptr[at - 1]) &&
            !cq_str_has_prefix(cq_str_slice(line, at, line.len), CQ_STR("(s)")))
            return true;
    return false;
}

/* "x = 1", "local x = 1", "unsigned int x += 1". */
static bool is_assignment(cq_str line) {
    uint32_t at = 0;
    for (int words = 0; words < 3; words++) {
        uint32_t end = at;
        while (is_name_byte(byte_at(line, end)) || is_in(byte_at(line, end), ".[]*")) end++;
        if (end == at) return false;
        at = skip_blanks(line, end);
        uint32_t sign = at + is_in(byte_at(line, at), "+-|&:");
        if (byte_at(line, sign) == '=' && byte_at(line, sign + 1) != '=')
            return at > end || sign > at;
    }
    return false;
}

static size_t count_words(cq_str line) {
    size_t count = 0;
    for (uint32_t at = 0; at < line.len; count++) at = skip_blanks(line, skip_word(line, at));
    return count;
}

static bool is_statement(cq_str line) {
    static const char *const starts[] = {
        "#include", "#define", "#if",   "#endif",         "#else", "#pragma", "}",
        "import {", "def ",    "elif ", "local function", "{",     "print(",  "console.",
        "self.",    "this.",   NULL};
    static const char *const signs[] = {"();",  " == ", " != ", " ~= ", " && ", " || ",
                                        " += ", " := ", ") =>", ") {",  ") ->", NULL};
    if (has_any_prefix(line, starts)) return true;
    for (const char *const *sign = signs; *sign; sign++)
        if (cq_str_find(line, cq_str_of(*sign)) != SIZE_MAX) return true;
    return false;
}

bool cq_remark_is_code(cq_str line) {
    if (!line.len) return false;
    char last = line.ptr[line.len - 1];
    if (last == '{' || last == '}' || is_statement(line) || is_assignment(line)) return true;
    if (last == ';' && (count_words(line) <= 3 || has_call(line))) return true;
    if (last == ')' && has_call(line) && count_words(line) <= 3) return true;
    return has_many_symbols(line);
}

/* Without the punctuation that a sentence puts around a word. */
static cq_str strip_punctuation(cq_str word) {
    static const char outer[] = ".,;:!?\"'";
    while (word.len && strchr("\"'([", word.ptr[0])) word = cq_str_slice(word, 1, word.len);
    while (word.len && strchr(outer, word.ptr[word.len - 1])) word.len--;
    if (word.len > 1 && word.ptr[word.len - 1] == ')' && word.ptr[word.len - 2] != '(') word.len--;
    while (word.len && strchr(outer, word.ptr[word.len - 1])) word.len--;
    return word;
}

/* snake_case, a::b, a->b */
static bool has_joint(cq_str name) {
    for (size_t at = 0; at + 1 < name.len; at++) {
        char c = name.ptr[at], next = name.ptr[at + 1];
        if (c == '_' && (is_letter(next) || is_digit(next))) return true;
        bool is_pair = (c == ':' && next == ':') || (c == '-' && next == '>');
        if (is_pair && at && is_name_byte(name.ptr[at - 1]) && is_name_byte(byte_at(name, at + 2)))
            return true;
    }
    return false;
}

cq_str cq_remark_find_name(cq_str word) {
    cq_str name = strip_punctuation(word);
    bool is_call = name.len > 2 && cq_str_has_suffix(name, CQ_STR("()"));
    bool is_option = cq_str_has_prefix(name, CQ_STR("--")) && is_letter(byte_at(name, 2));
    return is_call || is_option || has_joint(name) ? name : CQ_STR("");
}
