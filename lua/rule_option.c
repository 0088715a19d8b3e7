/* Options of rules, set from outside. */
#include "lua/host_state.h"
#include "lua/loader.h"

#include <lauxlib.h>

typedef struct option_setting {
    cq_host *host; /* keeps the value as it was; NULL: it need not */
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
    case CQ_CONFIG_TRUTH: lua_pushboolean(L, cq_str_is_equal(option->value, CQ_STR("true"))); break;
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

static bool is_kept(const cq_host *host, const cq_rule *rule, cq_str name) {
    for (uint32_t i = 0; i < host->settings.len; i++)
        if (host->settings.at[i].rule == rule->index &&
            cq_str_is_equal(host->settings.at[i].option.name, name))
            return true;
    return false;
}

/* Keeps the value of the option, which is at the top of the stack, for cq_host_reset. */
static void keep_value(lua_State *L, const option_setting *setting) {
    cq_host *host = setting->host;
    cq_str name = setting->option->name, value;
    if (!host || is_kept(host, setting->rule, name)) return;
    value.ptr = luaL_tolstring(L, -1, &value.len);
    cq_rule_setting *kept = CQ_ARRAY_PUSH(&host->arena, &host->settings);
    kept->rule = setting->rule->index;
    kept->option = (cq_config_option){cq_str_dup(&host->arena, name),
                                      cq_str_dup(&host->arena, value), setting->option->type, 0};
    lua_pop(L, 1);
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
    keep_value(L, setting);
    lua_pushvalue(L, 3);
    push_value(L, setting->option);
    lua_rawset(L, 2);
    return 0;
}

static bool set_option(const option_setting *setting, lua_State *L) {
    option_setting copy = *setting;
    lua_pushcfunction(L, set_protected);
    lua_pushlightuserdata(L, &copy);
    int status = lua_pcall(L, 1, 0, 0);
    lua_settop(L, 0);
    return status == LUA_OK ? copy.ok : cq_fail(copy.err, CQ_ELIMIT, "no memory for an option");
}

/* Its options are in its text. */
static bool wake_rule(cq_host *host, const cq_rule *rule, cq_err *err) {
    if (!cq_budget_start_clock(&host->sandbox.budget, NULL, err)) return false;
    bool ok = cq_loader_wake(host, rule->index, err);
    cq_budget_stop_clock(&host->sandbox.budget);
    return ok;
}

bool cq_host_set_option(cq_host *host, cq_str id, const cq_config_option *option, cq_err *err) {
    const cq_rule *rule = cq_host_rule(host, id);
    if (!rule)
        return cq_fail(err, CQ_ENOENT, "options are for one rule, and '%.*s' is none", CQ_FMT(id));
    const cq_rule_body *body = &host->bodies[rule->index];
    if (body->is_asleep && !wake_rule(host, rule, err)) return false;
    if (body->is_broken) return true; /* it is off, and that was said */
    if (body->is_data)
        return cq_fail(err, CQ_ENOENT, "rule %s has no option '%.*s'", rule->id.ptr,
                       CQ_FMT(option->name));
    option_setting setting = {host, rule, body, option, err, true};
    return set_option(&setting, host->sandbox.L);
}

void cq_host_reset(cq_host *host) {
    for (uint32_t i = 0; i < host->rule_count; i++) {
        host->rules[i].level = host->rules[i].default_level;
        host->bodies[i].kept_level = CQ_LEVEL_OFF;
    }
    for (uint32_t i = 0; i < host->settings.len; i++) {
        const cq_rule_setting *kept = &host->settings.at[i];
        const cq_rule_body *body = &host->bodies[kept->rule];
        option_setting setting = {NULL, &host->rules[kept->rule], body, &kept->option, NULL, true};
        if (!body->is_broken) set_option(&setting, host->sandbox.L);
    }
    host->active.phrases = host->wide.phrases = NULL;
}
