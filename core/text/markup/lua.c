/* Lua: its comments. */
#include "text/markup.h"

#include "text/markup_code.h"

const TSLanguage *tree_sitter_lua(void);

static bool read_lua(cq_blocks *out, cq_arena *arena, const cq_source *source, cq_err *err) {
    return cq_markup_code_read(out, arena, source, tree_sitter_lua(), err);
}

static const char *const endings[] = {".lua", NULL};

const cq_format cq_format_lua = {.name = "lua",
                                 .endings = endings,
                                 .comment = {.begin = "-- ", .end = "", .is_indented = true},
                                 .read = read_lua};
