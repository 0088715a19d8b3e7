/* Options of rules, set from outside. */
#include "lua/host_state.h"

#include <lauxlib.h>

typedef struct option_setting {
    const cq_rule *rule;
    const cq_rule_body *body;
    cq_str name, value;
    cq_err *err;
    bool ok;
} option_setting;

/* Pushes `value` as the type that the option has. */
static bool push_value(lua_State *L, const option_setting *setting, int type) {
    cq_str value = setting->value;
    bool is_true = cq_str_is_equal(value, CQ_STR("true"));
    lua_pushlstring(L, value.ptr, value.len);
    switch (type) {
    case LUA_TSTRING: return true;
    case LUA_TNUMBER: return lua_stringtonumber(L, lua_tostring(L, -1)) == value.len + 1;
    case LUA_TBOOLEAN:
        lua_pushboolean(L, is_true);
        return is_true || cq_str_is_equal(value, CQ_STR("false"));
    default: return false;
    }
}

/* Runs protected: making strings may raise. */
static int set_protected(lua_State *L) {
    option_setting *setting = lua_touserdata(L, 1);
    const char *id = setting->rule->id.ptr;
    cq_str name = setting->name;
    lua_rawgeti(L, LUA_REGISTRYINDEX, setting->body->options);
    lua_pushlstring(L, name.ptr, name.len);
    lua_pushvalue(L, -1);
    int type = lua_rawget(L, 2);
    if (type == LUA_TNIL)
        setting->ok =
            cq_fail(setting->err, CQ_ENOENT, "rule %s has no option '%.*s'", id, CQ_FMT(name));
    else if (!push_value(L, setting, type))
        setting->ok =
            cq_fail(setting->err, CQ_EINVAL, "option '%.*s' of rule %s is a %s, not '%.*s'",
                    CQ_FMT(name), id, lua_typename(L, type), CQ_FMT(setting->value));
    if (!setting->ok) return 0;
    lua_pushvalue(L, 3);
    lua_insert(L, -2);
    lua_rawset(L, 2);
    return 0;
}

bool cq_host_set_option(cq_host *host, cq_str id, cq_str name, cq_str value, cq_err *err) {
    const cq_rule *rule = cq_host_rule(host, id);
    if (!rule) return cq_fail(err, CQ_ENOENT, "there is no rule '%.*s'", CQ_FMT(id));
    option_setting setting = {rule, &host->bodies[rule->index], name, value, err, true};
    lua_State *L = host->sandbox.L;
    if (setting.body->is_broken || setting.body->is_data)
        return cq_fail(err, CQ_ENOENT, "rule %s has no option '%.*s'", rule->id.ptr, CQ_FMT(name));
    lua_pushcfunction(L, set_protected);
    lua_pushlightuserdata(L, &setting);
    int status = lua_pcall(L, 1, 0, 0);
    lua_settop(L, 0);
    return status == LUA_OK ? setting.ok : cq_fail(err, CQ_ELIMIT, "no memory for an option");
}
