/* JavaScript: its comments. */
#include "text/markup.h"

#include "text/markup_code.h"

const TSLanguage *tree_sitter_javascript(void);

static bool read_javascript(cq_blocks *out, cq_arena *arena, const cq_source *source, cq_err *err) {
    return cq_markup_code_read(out, arena, source, tree_sitter_javascript(), err);
}

static const char *const endings[] = {".js", ".mjs", ".cjs", ".jsx", NULL};

const cq_format cq_format_javascript = {.name = "javascript",
                                        .endings = endings,
                                        .comment = {.begin = "// ", .end = "", .is_indented = true},
                                        .read = read_javascript};
