#include "lua/host_state.h"

#include <lauxlib.h>

int cq_host_trace(lua_State *L) {
    const char *message = lua_tostring(L, 1);
    if (!message)
        message = lua_pushfstring(L, "an error that is a %s, not a message", luaL_typename(L, 1));
    luaL_traceback(L, L, message, 1);
    return 1;
}

/* Control characters become spaces but for the line ends, which begin an indented line. */
static cq_str indent_lines(cq_arena *arena, cq_str message) {
    size_t lines = 0;
    for (size_t i = 0; i < message.len; i++) lines += message.ptr[i] == '\n';
    char *out = cq_arena_take(arena, message.len + lines * 2 + 1), *to = out;
    for (size_t i = 0; i < message.len; i++) {
        char c = message.ptr[i];
        if (c == '\n') {
            memcpy(to, "\n  ", 3);
            to += 3;
        } else {
            *to++ = (unsigned char)c < 0x20 || c == 0x7F ? ' ' : c;
        }
    }
    *to = '\0';
    return (cq_str){out, (size_t)(to - out)};
}

cq_str cq_host_take_message(lua_State *L, cq_arena *arena) {
    cq_str message = CQ_STR("an error that is no message");
    if (lua_type(L, -1) == LUA_TSTRING) message.ptr = lua_tolstring(L, -1, &message.len);
    message = indent_lines(arena, cq_str_slice(message, 0, 2000));
    lua_pop(L, 1);
    return message;
}
