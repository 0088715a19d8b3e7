/* Python: comments and doc strings. */
#include "text/markup.h"

#include "text/markup_code.h"

const TSLanguage *tree_sitter_python(void);

static bool read_python(cq_blocks *out, cq_arena *arena, const cq_source *source, cq_err *err) {
    return cq_markup_code_read(out, arena, source, tree_sitter_python(), err);
}

static const char *const endings[] = {".py", NULL};

const cq_format cq_format_python = {.name = "python",
                                    .endings = endings,
                                    .comment = {.begin = "# ", .end = "", .is_indented = true},
                                    .read = read_python};
