/* Options of rules, set from outside. */
#include "lua/host_state.h"

#include <lauxlib.h>

typedef struct option_setting {
    const cq_rule *rule;
    const cq_rule_body *body;
    const cq_config_option *option;
    cq_err *err;
    bool ok;
} option_setting;

static const int lua_types[] = {
    [CQ_CONFIG_TEXT] = LUA_TSTRING,
    [CQ_CONFIG_NUMBER] = LUA_TNUMBER,
    [CQ_CONFIG_TRUTH] = LUA_TBOOLEAN,
};

static void push_value(lua_State *L, const cq_config_option *option) {
    switch (option->type) {
    case CQ_CONFIG_TEXT: lua_pushlstring(L, option->value.ptr, option->value.len); break;
    case CQ_CONFIG_NUMBER: lua_stringtonumber(L, option->value.ptr); break;
    case CQ_CONFIG_TRUTH:
        lua_pushboolean(L, cq_str_is_equal(option->value, CQ_STR("true")));
        break;
    }
}

/* The rule's option that a misspelled name is most likely meant to be; the table is at index 2. */
static const char *guess_name(lua_State *L, const char *wrong) {
    const char *names[64];
    size_t count = 0;
    lua_pushnil(L);
    while (lua_next(L, 2)) {
        lua_pop(L, 1);
        if (count < sizeof names / sizeof *names - 1) names[count++] = lua_tostring(L, -1);
    }
    names[count] = NULL;
    return cq_rule_table_guess(wrong, names);
}

static bool fail_name(lua_State *L, const option_setting *setting) {
    cq_str name = setting->option->name;
    const char *guess = guess_name(L, name.ptr);
    if (guess)
        return cq_fail(setting->err, CQ_ENOENT, "rule %s has no option '%s'; did you mean '%s'?",
                       setting->rule->id.ptr, name.ptr, guess);
    return cq_fail(setting->err, CQ_ENOENT, "rule %s has no option '%s'", setting->rule->id.ptr,
                   name.ptr);
}

static bool check_type(lua_State *L, const option_setting *setting, int type) {
    int given = lua_types[setting->option->type];
    if (type == LUA_TNIL) return fail_name(L, setting);
    if (type == given) return true;
    return cq_fail(setting->err, CQ_EINVAL, "option '%s' of rule %s is a %s, not a %s",
                   setting->option->name.ptr, setting->rule->id.ptr, lua_typename(L, type),
                   lua_typename(L, given));
}

/* Runs protected: making strings may raise. */
static int set_protected(lua_State *L) {
    option_setting *setting = lua_touserdata(L, 1);
    cq_str name = setting->option->name;
    lua_rawgeti(L, LUA_REGISTRYINDEX, setting->body->options);
    lua_pushlstring(L, name.ptr, name.len);
    lua_pushvalue(L, -1);
    setting->ok = check_type(L, setting, lua_rawget(L, 2));
    if (!setting->ok) return 0;
    lua_pushvalue(L, 3);
    push_value(L, setting->option);
    lua_rawset(L, 2);
    return 0;
}

bool cq_host_set_option(cq_host *host, cq_str id, const cq_config_option *option, cq_err *err) {
    const cq_rule *rule = cq_host_rule(host, id);
    if (!rule)
        return cq_fail(err, CQ_ENOENT, "options are for one rule, and '%.*s' is none", CQ_FMT(id));
    option_setting setting = {rule, &host->bodies[rule->index], option, err, true};
    lua_State *L = host->sandbox.L;
    if (setting.body->is_broken || setting.body->is_data)
        return cq_fail(err, CQ_ENOENT, "rule %s has no option '%s'", rule->id.ptr,
                       option->name.ptr);
    lua_pushcfunction(L, set_protected);
    lua_pushlightuserdata(L, &setting);
    int status = lua_pcall(L, 1, 0, 0);
    lua_settop(L, 0);
    return status == LUA_OK ? setting.ok : cq_fail(err, CQ_ELIMIT, "no memory for an option");
}
