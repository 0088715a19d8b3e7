#include "lua/chunk.h"

#include "base/io.h"
#include "lua/budget.h"
#include "lua/sandbox.h"

#include <lauxlib.h>
#include <stdio.h>

#define LARGEST ((size_t)4 << 20)
#define LONGEST_NAME 55u /* LUA_IDSIZE is 60, with an ellipsis and a NUL */
/* No hook runs in the parser, and there is text that takes it quadratic time: the budget is asked
   between pieces. */
#define PIECE 256u

typedef struct chunk_reader {
    cq_str left;
} chunk_reader;

static const char *read_piece(lua_State *L, void *data, size_t *size) {
    chunk_reader *reader = data;
    cq_budget_check(L);
    cq_str piece = cq_str_slice(reader->left, 0, PIECE);
    reader->left = cq_str_slice(reader->left, piece.len, reader->left.len);
    *size = piece.len;
    return piece.len ? piece.ptr : NULL;
}

cq_str cq_chunk_name(const char *name) {
    cq_str s = cq_str_of(name);
    return s.len > LONGEST_NAME ? cq_str_slice(s, s.len - LONGEST_NAME, s.len) : s;
}

/* A byte order mark is some editor's, and a first line that begins with # is for the shell. */
static cq_str skip_lead(cq_str text) {
    if (cq_str_has_prefix(text, CQ_STR("\xEF\xBB\xBF"))) text = cq_str_slice(text, 3, text.len);
    if (!text.len || text.ptr[0] != '#') return text;
    const char *end = memchr(text.ptr, '\n', text.len);
    return end ? cq_str_slice(text, (size_t)(end - text.ptr), text.len) : CQ_STR("");
}

static int load_text(lua_State *L, cq_str text, const char *name) {
    chunk_reader reader = {skip_lead(text)};
    char chunk_name[LONGEST_NAME + 2];
    snprintf(chunk_name, sizeof chunk_name, "@%s", cq_chunk_name(name).ptr);
    return lua_load(L, read_piece, &reader, chunk_name, "t");
}

/* The function's only upvalue is its table of globals. */
static void set_globals(lua_State *L) {
    cq_sandbox_push_globals(L);
    lua_setupvalue(L, -2, 1);
}

bool cq_chunk_load_text(lua_State *L, cq_str text, const char *name) {
    if (text.len > LARGEST) {
        lua_pushfstring(L, "%s: larger than 4 MiB", cq_chunk_name(name).ptr);
        return false;
    }
    if (load_text(L, text, name) != LUA_OK) return false;
    set_globals(L);
    return true;
}

bool cq_chunk_load_stock(lua_State *L, const cq_stock *stock, const cq_stock_file *file,
                         const char *name) {
    bool is_ours = file->compiled.len && cq_str_is_equal(stock->lua, cq_str_of(lua_ident));
    if (!is_ours) return cq_chunk_load_text(L, file->code, name);
    if (luaL_loadbufferx(L, file->compiled.ptr, file->compiled.len, name, "b") != LUA_OK)
        return false;
    set_globals(L);
    return true;
}

bool cq_chunk_load(lua_State *L, const char *path, const char *name) {
    cq_err err;
    cq_buf text = {0};
    bool ok = cq_io_read_file(&text, path, &err);
    if (ok && text.len > LARGEST) ok = cq_fail(&err, CQ_ELIMIT, "%s: larger than 4 MiB", path);
    /* lua_load reports its errors by its result, so that `text` is always released. */
    int status = ok ? load_text(L, cq_buf_get(&text), name) : LUA_OK;
    cq_buf_release(&text);
    if (!ok)
        lua_pushstring(L, err.message);
    else if (status == LUA_OK)
        set_globals(L);
    return ok && status == LUA_OK;
}
