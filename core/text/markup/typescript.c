/* TypeScript: its comments. A file with JSX in it has a grammar of its own. */
#include "text/markup.h"

#include "text/markup_code.h"

const TSLanguage *tree_sitter_typescript(void);
const TSLanguage *tree_sitter_tsx(void);

static bool read_typescript(cq_blocks *out, cq_arena *arena, const cq_source *source, cq_err *err) {
    bool has_jsx = cq_str_has_suffix(source->path, CQ_STR("x"));
    return cq_markup_code_read(out, arena, source,
                               has_jsx ? tree_sitter_tsx() : tree_sitter_typescript(), err);
}

static const char *const endings[] = {".ts", ".tsx", ".mts", ".cts", NULL};

const cq_format cq_format_typescript = {.name = "typescript",
                                        .endings = endings,
                                        .comment = {.begin = "// ", .end = "", .is_indented = true},
                                        .read = read_typescript};
