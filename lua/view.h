/* Views: what rules see of a document. A view is a small userdata with indices, never a pointer; it
   raises when it is used after its document is closed. Each kind is one file view_<stem>.c with
   `void cq_view_<stem>_open(lua_State *L)`, found by its name. */
#ifndef CQ_LUA_VIEW_H
#define CQ_LUA_VIEW_H

#include "lua/session.h"

#include <lauxlib.h>

typedef enum cq_view_kind {
    CQ_VIEW_SENTENCE,
    CQ_VIEW_BLOCK,
    CQ_VIEW_QUOTATION,
    CQ_VIEW_DOCUMENT,
    CQ_VIEW_COUNT,
} cq_view_kind;

/* Rules own no other userdata, so that any userdata they pass is one of these. */
typedef struct cq_view {
    uint32_t generation; /* of its session */
    cq_view_kind kind;
    uint32_t index;      /* into the document's sentences, blocks or quotations */
    uint32_t block;      /* index of its block; not of documents */
    uint32_t first, end; /* tokens of a sentence or block: indices into the document's, half-open */
} cq_view;

/* The build writes the list from the names of the files view_*.c. */
#define CQ_VIEW(stem) void cq_view_##stem##_open(lua_State *L);
#include "gen/views.def"
#undef CQ_VIEW

/* Registers all kinds. */
void cq_view_open_all(lua_State *L);

/* Defines a kind: `methods` take the view as first argument, `fields` are functions of the view
   alone that are called when the field is read. Both end with {NULL, NULL}; `more_methods` may be
   NULL. */
void cq_view_define(lua_State *L, cq_view_kind kind, const luaL_Reg *methods,
                    const luaL_Reg *more_methods, const luaL_Reg *fields);

/* Pushes a view of the session's document. */
void cq_view_push(lua_State *L, cq_view_kind kind, uint32_t index);

/* The view at a stack index; raises unless it is alive and of the kind. */
const cq_view *cq_view_check(lua_State *L, int arg, cq_view_kind kind);

/* Likewise a sentence or a block. */
const cq_view *cq_view_check_text(lua_State *L, int arg);

/* "sentence", ...; static. */
const char *cq_view_kind_name(cq_view_kind kind);

/* The document that live views are of. */
static inline cq_doc *cq_view_doc(lua_State *L) {
    return cq_session_of(L)->doc;
}

/* The block a view stands in. */
static inline const cq_block *cq_view_block(lua_State *L, const cq_view *view) {
    return &cq_view_doc(L)->blocks.at[view->block];
}

/* Pushes an iterator over views of `kind` with indices [first, end). */
void cq_view_push_iterator(lua_State *L, cq_view_kind kind, uint32_t first, uint32_t end);

/* Fields that several kinds share: `block` and `doc`. */
int cq_view_get_block(lua_State *L);
int cq_view_get_doc(lua_State *L);

#endif
