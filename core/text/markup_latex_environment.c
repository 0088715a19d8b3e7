#include "text/markup_latex_environment.h"

#include <stdlib.h>

#include "text/markup_latex_argument.h"
#include "text/markup_latex_group.h"

#define LONGEST_NAME 64u

typedef enum place {
    PLACE_BLOCK, /* its text is prose in paragraphs of its own */
    PLACE_LIST,
    PLACE_QUOTE,
    PLACE_TABLE,  /* cells, parted by & and \\ */
    PLACE_HIDDEN, /* code, drawings: nothing in it is prose */
    PLACE_FORMULA,
    PLACE_TITLED, /* its first argument is a heading */
} place;

typedef struct environment {
    const char *name; /* without a star */
    place place;
    uint8_t count; /* arguments behind "\begin{name}" that are not prose */
} environment;

/* clang-format off */
/* Sorted by name, in the order of bytes; as many on a line as fit. */
static const environment environments[] = {
    {"BVerbatim", PLACE_HIDDEN}, {"CJK", PLACE_BLOCK, 1}, {"IEEEeqnarray", PLACE_FORMULA},
    {"Verbatim", PLACE_HIDDEN}, {"adjustbox", PLACE_BLOCK, 1}, {"alertblock", PLACE_TITLED},
    {"algorithm", PLACE_HIDDEN}, {"algorithm2e", PLACE_HIDDEN}, {"algorithmic", PLACE_HIDDEN},
    {"align", PLACE_FORMULA}, {"alignat", PLACE_FORMULA}, {"alltt", PLACE_HIDDEN},
    {"array", PLACE_FORMULA}, {"asy", PLACE_HIDDEN}, {"axis", PLACE_HIDDEN},
    {"block", PLACE_TITLED}, {"blockquote", PLACE_QUOTE}, {"circuitikz", PLACE_HIDDEN},
    {"code", PLACE_HIDDEN}, {"column", PLACE_BLOCK, 1}, {"comment", PLACE_HIDDEN},
    {"compactenum", PLACE_LIST}, {"compactitem", PLACE_LIST}, {"description", PLACE_LIST},
    {"displaymath", PLACE_FORMULA}, {"displayquote", PLACE_QUOTE}, {"dmath", PLACE_FORMULA},
    {"enumerate", PLACE_LIST}, {"eqnarray", PLACE_FORMULA}, {"equation", PLACE_FORMULA},
    {"exampleblock", PLACE_TITLED}, {"filecontents", PLACE_HIDDEN}, {"flalign", PLACE_FORMULA},
    {"forest", PLACE_HIDDEN}, {"frame", PLACE_TITLED}, {"gather", PLACE_FORMULA},
    {"inparaenum", PLACE_LIST}, {"itemize", PLACE_LIST}, {"list", PLACE_LIST, 2},
    {"longtable", PLACE_TABLE, 1}, {"longtabu", PLACE_TABLE, 1}, {"lstlisting", PLACE_HIDDEN},
    {"luacode", PLACE_HIDDEN}, {"math", PLACE_FORMULA}, {"minipage", PLACE_BLOCK, 1},
    {"minted", PLACE_HIDDEN}, {"multicols", PLACE_BLOCK, 1}, {"multline", PLACE_FORMULA},
    {"otherlanguage", PLACE_BLOCK, 1}, {"pgfpicture", PLACE_HIDDEN}, {"picture", PLACE_HIDDEN},
    {"prooftree", PLACE_HIDDEN}, {"pycode", PLACE_HIDDEN}, {"quotation", PLACE_QUOTE},
    {"quote", PLACE_QUOTE}, {"sageblock", PLACE_HIDDEN}, {"scope", PLACE_HIDDEN},
    {"spacing", PLACE_BLOCK, 1}, {"subequations", PLACE_FORMULA}, {"subfigure", PLACE_BLOCK, 1},
    {"subtable", PLACE_BLOCK, 1}, {"supertabular", PLACE_TABLE, 1}, {"tabbing", PLACE_HIDDEN},
    {"tabu", PLACE_TABLE, 1}, {"tabular", PLACE_TABLE, 1}, {"tabularx", PLACE_TABLE, 2},
    {"tabulary", PLACE_TABLE, 2}, {"thebibliography", PLACE_HIDDEN}, {"tikzcd", PLACE_HIDDEN},
    {"tikzpicture", PLACE_HIDDEN}, {"trivlist", PLACE_LIST}, {"varwidth", PLACE_BLOCK, 1},
    {"verbatim", PLACE_HIDDEN}, {"verse", PLACE_QUOTE}, {"wrapfigure", PLACE_BLOCK, 2},
    {"wraptable", PLACE_BLOCK, 2},
};
/* clang-format on */

static const environment unknown_environment = {"", PLACE_BLOCK, 0};

static int compare_environment(const void *name, const void *known) {
    return cq_str_compare(*(const cq_str *)name, cq_str_of(((const environment *)known)->name));
}

/* The environment of a name, with or without a star; unknown ones are blocks. */
static const environment *find_environment(cq_str name) {
    if (name.len && name.ptr[name.len - 1] == '*') name.len--;
    const environment *found =
        bsearch(&name, environments, sizeof environments / sizeof *environments,
                sizeof *environments, compare_environment);
    return found ? found : &unknown_environment;
}

/* The name in "{name}" at `at`, and where to read on; empty where there is none. */
static cq_str read_name(cq_latex_reader *r, uint32_t *at) {
    uint32_t close = cq_latex_reader_byte(r, *at) == '{' ? cq_latex_argument_find_close(r, *at)
                                                         : CQ_LATEX_NOWHERE;
    if (close == CQ_LATEX_NOWHERE || close - *at > LONGEST_NAME) return CQ_STR("");
    cq_str name = cq_str_slice(r->text, *at + 1, close);
    *at = close + 1;
    return name;
}

/* Behind "\end{name}", or the end of the document. */
static uint32_t skip_environment(const cq_latex_reader *r, uint32_t at, cq_str name) {
    while (at < r->end) {
        size_t found = cq_str_find(cq_str_slice(r->text, at, r->end), CQ_STR("\\end{"));
        if (found == SIZE_MAX) return r->end;
        at += (uint32_t)found + 5;
        if (cq_latex_reader_has(r, at, name) &&
            cq_latex_reader_byte(r, at + (uint32_t)name.len) == '}')
            return at + (uint32_t)name.len + 1;
    }
    return at;
}

uint32_t cq_latex_environment_read_begin(cq_latex_reader *r, uint32_t start, uint32_t at) {
    cq_str name = read_name(r, &at);
    const environment *found = find_environment(name);
    if (found->place == PLACE_HIDDEN || found->place == PLACE_FORMULA) {
        uint32_t end = skip_environment(r, at, name);
        if (found->place == PLACE_FORMULA)
            cq_latex_reader_omit(r, CQ_INLINE_MATH, start, end);
        else
            cq_latex_reader_end_paragraph(r, start, end);
        return end;
    }
    cq_latex_reader_end_paragraph(r, start, at);
    r->list_depth += found->place == PLACE_LIST;
    r->quote_depth += found->place == PLACE_QUOTE;
    r->table_depth += found->place == PLACE_TABLE;
    at = cq_latex_argument_skip(r, at, found->count);
    if (found->place == PLACE_TITLED)
        return cq_latex_group_enter_block(r, at, at, CQ_BLOCK_HEADING, 1);
    cq_latex_reader_hide(r, start, at);
    return at;
}

uint32_t cq_latex_environment_read_end(cq_latex_reader *r, uint32_t start, uint32_t at) {
    place ended = find_environment(read_name(r, &at))->place;
    cq_latex_reader_end_paragraph(r, start, at);
    r->list_depth -= ended == PLACE_LIST && r->list_depth;
    r->quote_depth -= ended == PLACE_QUOTE && r->quote_depth;
    r->table_depth -= ended == PLACE_TABLE && r->table_depth;
    cq_latex_reader_hide(r, start, at);
    return at;
}

uint32_t cq_latex_environment_read_item(cq_latex_reader *r, uint32_t start, uint32_t at) {
    uint32_t end = cq_latex_argument_skip_option(r, cq_latex_reader_skip_blanks(r, at));
    cq_latex_reader_end_paragraph(r, start, at);
    if (end > cq_latex_reader_skip_blanks(r, at) && !cq_latex_reader_is_open(r)) {
        cq_latex_reader_open_block(r, cq_latex_reader_skip_blanks(r, at) + 1);
        cq_markup_prose_end(&r->prose, end - 1);
        cq_block_writer_end(&r->writer);
    }
    at = end > cq_latex_reader_skip_blanks(r, at) ? end : at;
    cq_latex_reader_hide(r, start, at);
    return at;
}
