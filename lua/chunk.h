/* Lua text becomes a function in the sandbox. */
#ifndef CQ_LUA_CHUNK_H
#define CQ_LUA_CHUNK_H

#include "base/err.h"
#include "base/str.h"
#include "lua/stock.h"

#include <lua.h>

/* Pushes the file at `path` as a function whose globals are the sandbox's, or a message; false for
   the latter. `name` (NUL-terminated) is what messages call the chunk; only its last bytes where it
   is long. Text only, 4 MiB at most. Raises nothing but a lack of stack. */
bool cq_chunk_load(lua_State *L, const char *path, const char *name);

/* The same for text that is there already; it is not needed afterwards. May raise for want of memory,
   too. */
bool cq_chunk_load_text(lua_State *L, cq_str text, const char *name);

/* The same for a file of the stock, as Lua compiled it when calque was built; its code, where this is
   another release of Lua. */
bool cq_chunk_load_stock(lua_State *L, const cq_stock *stock, const cq_stock_file *file,
                         const char *name);

/* The name that messages will have for `name`: at most 55 bytes of its end. */
cq_str cq_chunk_name(const char *name);

#endif
