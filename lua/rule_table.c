#include "lua/rule_table.h"

#include "lua/budget.h"
#include "lua/example.h"
#include "lua/freeze.h"

#include <lauxlib.h>
#include <stdlib.h>

#define API 1
#define LARGEST ((size_t)32 << 20)

/* The field's value is at the top of the stack; a reader leaves the stack as it was, or raises. */
typedef struct rule_reader {
    cq_rule_entry *entry;
    cq_arena *arena;
    const char *field;
    cq_word_sets sets;
    size_t before; /* bytes of the arena when the reading began */
} rule_reader;

/* What is copied out of the state is beyond its limits: one string may stand in a list a million times. */
static void check_limits(lua_State *L, const rule_reader *reader) {
    cq_budget_check(L);
    if (reader->arena->total - reader->before > LARGEST)
        luaL_error(L, "field '%s': up to here the rule takes more than %d MiB", reader->field,
                   (int)(LARGEST >> 20));
}

static void check_type(lua_State *L, rule_reader *reader, int type) {
    if (lua_type(L, -1) != type)
        luaL_error(L, "field '%s' is a %s, not a %s", reader->field, luaL_typename(L, -1),
                   lua_typename(L, type));
}

/* A copy of the string at the top. */
static cq_str read_str(lua_State *L, rule_reader *reader) {
    check_type(L, reader, LUA_TSTRING);
    check_limits(L, reader);
    cq_str s;
    s.ptr = lua_tolstring(L, -1, &s.len);
    return cq_str_dup(reader->arena, s);
}

static cq_str read_text(lua_State *L, rule_reader *reader) {
    cq_str s = read_str(L, reader);
    if (cq_str_trim(s).len == 0) luaL_error(L, "field '%s' is empty", reader->field);
    return s;
}

static void read_api(lua_State *L, rule_reader *reader) {
    check_type(L, reader, LUA_TNUMBER);
    if (lua_tonumber(L, -1) != API)
        luaL_error(L, "field 'api' is %s; this calque reads rules of api %d",
                   luaL_tolstring(L, -1, NULL), API);
}

static void read_summary(lua_State *L, rule_reader *reader) {
    cq_str summary = read_text(L, reader);
    if (memchr(summary.ptr, '\n', summary.len))
        luaL_error(L, "field 'summary' has more than one line");
    reader->entry->rule.summary = summary;
}

static void read_why(lua_State *L, rule_reader *reader) {
    reader->entry->rule.why = read_text(L, reader);
}

static void read_level(lua_State *L, rule_reader *reader) {
    cq_str name = read_str(L, reader);
    cq_rule *rule = &reader->entry->rule;
    if (!cq_level_of_name(&rule->level, name))
        luaL_error(L, "field 'level' is '%s'; it is one of error, warning, hint, off", name.ptr);
    rule->default_level = rule->level;
}

static void read_mqm(lua_State *L, rule_reader *reader) {
    cq_str mqm = read_str(L, reader);
    if (!cq_rule_is_kebab_case(mqm))
        luaL_error(L, "field 'mqm' is '%s'; it is an MQM error type in kebab-case", mqm.ptr);
    reader->entry->rule.mqm = mqm;
}

static bool is_language(cq_str s) {
    for (size_t i = 0; i < s.len; i++) {
        char c = s.ptr[i];
        if (!(c >= 'a' && c <= 'z') && !(c >= 'A' && c <= 'Z') && !(c >= '0' && c <= '9') &&
            c != '-')
            return false;
    }
    return s.len > 0;
}

static void read_language(lua_State *L, rule_reader *reader) {
    cq_str language = read_str(L, reader);
    if (!is_language(language))
        luaL_error(L, "field 'language' is '%s'; it is a language tag like en, or any",
                   language.ptr);
    reader->entry->rule.language = language;
}

/* Calls `push` for the string at the top, or for each of the list at the top. */
static void read_list(lua_State *L, rule_reader *reader,
                      void (*push)(lua_State *, rule_reader *, cq_str)) {
    if (lua_type(L, -1) == LUA_TSTRING) {
        push(L, reader, read_text(L, reader));
        return;
    }
    check_type(L, reader, LUA_TTABLE);
    lua_Integer count = (lua_Integer)lua_rawlen(L, -1);
    if (count == 0) luaL_error(L, "field '%s' is an empty list", reader->field);
    for (lua_Integer i = 1; i <= count; i++) {
        if (lua_rawgeti(L, -1, i) != LUA_TSTRING)
            luaL_error(L, "field '%s': item %I is a %s, not a string", reader->field,
                       (LUAI_UACINT)i, luaL_typename(L, -1));
        push(L, reader, read_text(L, reader));
        lua_pop(L, 1);
    }
}

static void push_source(lua_State *L, rule_reader *reader, cq_str source) {
    (void)L;
    *CQ_ARRAY_PUSH(reader->arena, &reader->entry->rule.sources) = source;
}

static void read_source(lua_State *L, rule_reader *reader) {
    read_list(L, reader, push_source);
}

static void push_former_id(lua_State *L, rule_reader *reader, cq_str id) {
    (void)L;
    *CQ_ARRAY_PUSH(reader->arena, &reader->entry->body.formerly) = id;
}

static void read_formerly(lua_State *L, rule_reader *reader) {
    read_list(L, reader, push_former_id);
}

/* A word as a choice of a pattern: only ~ before it means something. */
static cq_str escape_word(cq_arena *arena, cq_str word) {
    char *out = cq_arena_take(arena, word.len * 2 + 1);
    size_t len = 0;
    for (size_t i = 0; i < word.len; i++) {
        if (strchr("\\|&<>(){}?=@^$", word.ptr[i])) out[len++] = '\\';
        out[len++] = word.ptr[i];
    }
    out[len] = '\0';
    return (cq_str){out, len};
}

/* Appends the string at `index`, a word of the set `name`, to *words. */
static void push_word(lua_State *L, rule_reader *reader, const char *name, cq_strs *words,
                      int index) {
    cq_str word;
    if (lua_type(L, index) != LUA_TSTRING)
        luaL_error(L, "set '%s' has a %s, not a word", name, luaL_typename(L, index));
    word.ptr = lua_tolstring(L, index, &word.len);
    if (!word.len || memchr(word.ptr, ' ', word.len))
        luaL_error(L, "set '%s': '%s' is not one word", name, word.ptr);
    check_limits(L, reader);
    *CQ_ARRAY_PUSH(reader->arena, words) = escape_word(reader->arena, word);
}

static int compare_words(const void *left, const void *right) {
    return cq_str_compare(*(const cq_str *)left, *(const cq_str *)right);
}

static cq_str join_choices(cq_arena *arena, const cq_strs *words) {
    cq_buf choices = {0};
    for (uint32_t i = 0; i < words->len; i++) {
        if (i) cq_buf_push(&choices, '|');
        cq_buf_push_str(&choices, words->at[i]);
    }
    cq_str kept = cq_str_dup(arena, cq_buf_get(&choices));
    cq_buf_release(&choices);
    return kept;
}

/* "a|b|c" of the set at the top: a list of words, or a table that has them as keys. */
static cq_str read_set(lua_State *L, rule_reader *reader, const char *name) {
    cq_strs words = {0};
    cq_freeze_reach_top(L);
    if (!lua_istable(L, -1))
        luaL_error(L, "set '%s' is a %s, not a table", name, luaL_typename(L, -1));
    lua_pushnil(L);
    while (lua_next(L, -2)) {
        push_word(L, reader, name, &words, lua_type(L, -2) == LUA_TSTRING ? -2 : -1);
        lua_pop(L, 1);
    }
    if (!words.len) luaL_error(L, "set '%s' is empty", name);
    qsort(words.at, words.len, sizeof *words.at, compare_words);
    return join_choices(reader->arena, &words);
}

static bool is_set_name(cq_str name) {
    for (size_t i = 0; i < name.len; i++)
        if (!(name.ptr[i] >= 'a' && name.ptr[i] <= 'z') && name.ptr[i] != '_') return false;
    return name.len > 0;
}

static void read_sets(lua_State *L, rule_reader *reader) {
    check_type(L, reader, LUA_TTABLE);
    lua_pushnil(L);
    while (lua_next(L, -2)) {
        cq_str name;
        if (lua_type(L, -2) != LUA_TSTRING) luaL_error(L, "field 'sets' has a set without a name");
        name.ptr = lua_tolstring(L, -2, &name.len);
        if (!is_set_name(name))
            luaL_error(L, "field 'sets': the name '%s' is not of a-z and _", name.ptr);
        cq_word_set *set = CQ_ARRAY_PUSH(reader->arena, &reader->sets);
        *set = (cq_word_set){cq_str_dup(reader->arena, name), read_set(L, reader, name.ptr)};
        lua_pop(L, 1);
    }
}

static void add_trigger(lua_State *L, rule_reader *reader, cq_trigger_kind kind, cq_str pattern,
                        cq_str replacement) {
    cq_err err;
    cq_trigger *trigger = CQ_ARRAY_PUSH(reader->arena, &reader->entry->body.triggers);
    trigger->kind = kind;
    if (!cq_rule_trigger_make(trigger, reader->arena, pattern, replacement, &reader->sets, &err))
        luaL_error(L, "%s", err.message);
}

static void push_trigger(lua_State *L, rule_reader *reader, cq_str pattern) {
    add_trigger(L, reader, CQ_TRIGGER_CHECK, pattern, CQ_STR(""));
}

static void read_trigger(lua_State *L, rule_reader *reader) {
    read_list(L, reader, push_trigger);
}

static void push_forbidden(lua_State *L, rule_reader *reader, cq_str pattern) {
    add_trigger(L, reader, CQ_TRIGGER_FORBID, pattern, CQ_STR(""));
}

/* Letters, digits, _ and - before ".tsv": no name can leave the rule's folder. */
static bool is_table_name(cq_str name) {
    size_t len = name.len > 4 ? name.len - 4 : 0;
    for (size_t i = 0; i < len; i++) {
        char c = name.ptr[i];
        if (!(c >= 'a' && c <= 'z') && !(c >= 'A' && c <= 'Z') && !(c >= '0' && c <= '9') &&
            c != '_' && c != '-')
            return false;
    }
    return len && cq_str_has_suffix(name, CQ_STR(".tsv"));
}

/* Whether the value at the top names a table beside the rule; its triggers are added then. */
static bool read_table_file(lua_State *L, rule_reader *reader, cq_trigger_kind kind) {
    cq_err err;
    cq_rule_body *body = &reader->entry->body;
    if (lua_type(L, -1) != LUA_TSTRING) return false;
    cq_str name = read_str(L, reader);
    if (!cq_str_has_suffix(name, CQ_STR(".tsv"))) return false;
    if (!is_table_name(name))
        luaL_error(L, "field '%s': '%s' is no file beside the rule", reader->field, name.ptr);
    cq_str path = cq_str_format(reader->arena, "%s/%s", body->folder.ptr, name.ptr);
    if (!cq_rule_trigger_read_table(&body->triggers, reader->arena, path.ptr, kind, &reader->sets,
                                    &err))
        luaL_error(L, "%s", err.message);
    return true;
}

static void read_forbid(lua_State *L, rule_reader *reader) {
    if (!read_table_file(L, reader, CQ_TRIGGER_FORBID)) read_list(L, reader, push_forbidden);
    reader->entry->body.is_data = true;
}

static int compare_triggers(const void *left, const void *right) {
    const cq_trigger *a = left, *b = right;
    return cq_str_compare(a->pattern, b->pattern);
}

/* The order of a table's keys differs from run to run; that of the triggers must not. */
static void sort_swaps(cq_rule_body *body, uint32_t from) {
    if (body->triggers.len > from)
        qsort(body->triggers.at + from, body->triggers.len - from, sizeof *body->triggers.at,
              compare_triggers);
}

static void read_swap(lua_State *L, rule_reader *reader) {
    cq_rule_body *body = &reader->entry->body;
    uint32_t from = body->triggers.len;
    body->is_data = true;
    if (read_table_file(L, reader, CQ_TRIGGER_SWAP)) return;
    check_type(L, reader, LUA_TTABLE);
    lua_pushnil(L);
    while (lua_next(L, -2)) {
        if (lua_type(L, -2) != LUA_TSTRING || lua_type(L, -1) != LUA_TSTRING)
            luaL_error(L, "field 'swap' maps patterns to replacements, both strings");
        cq_str replacement = read_str(L, reader);
        lua_pop(L, 1);
        add_trigger(L, reader, CQ_TRIGGER_SWAP, read_text(L, reader), replacement);
    }
    if (body->triggers.len == from) luaL_error(L, "field 'swap' is empty");
    sort_swaps(body, from);
}

static void read_scope(lua_State *L, rule_reader *reader) {
    static const char *const names[] = {"sentence", "block", "quotation", "document", NULL};
    cq_str name = read_str(L, reader);
    for (int i = 0; names[i]; i++) {
        if (strcmp(names[i], name.ptr) == 0) {
            reader->entry->body.scope = (cq_scope)i;
            return;
        }
    }
    luaL_error(L, "field 'scope' is '%s'; it is one of sentence, block, quotation, document",
               name.ptr);
}

static void read_message(lua_State *L, rule_reader *reader) {
    reader->entry->body.message = read_text(L, reader);
}

static void read_measured(lua_State *L, rule_reader *reader) {
    reader->entry->rule.measured = read_text(L, reader);
}

static void read_safe(lua_State *L, rule_reader *reader) {
    check_type(L, reader, LUA_TBOOLEAN);
    reader->entry->body.is_safe = lua_toboolean(L, -1);
}

static void read_vocabulary(lua_State *L, rule_reader *reader) {
    check_type(L, reader, LUA_TBOOLEAN);
    reader->entry->body.honours_vocabulary = lua_toboolean(L, -1);
}

static void read_pair(lua_State *L, rule_reader *reader) {
    check_type(L, reader, LUA_TBOOLEAN);
    reader->entry->body.needs_source = lua_toboolean(L, -1);
}

static void read_engine(lua_State *L, rule_reader *reader) {
    check_type(L, reader, LUA_TBOOLEAN);
    reader->entry->body.is_engine = lua_toboolean(L, -1);
}

static void read_options(lua_State *L, rule_reader *reader) {
    check_type(L, reader, LUA_TTABLE);
    lua_pushnil(L);
    while (lua_next(L, -2)) {
        int type = lua_type(L, -1);
        if (lua_type(L, -2) != LUA_TSTRING)
            luaL_error(L, "field 'options' has a key that is no string");
        if (type != LUA_TSTRING && type != LUA_TNUMBER && type != LUA_TBOOLEAN)
            luaL_error(L, "option '%s' is a %s, not a string, a number or a boolean",
                       lua_tostring(L, -2), luaL_typename(L, -1));
        lua_pop(L, 1);
    }
    lua_pushvalue(L, -1);
    reader->entry->body.options = luaL_ref(L, LUA_REGISTRYINDEX);
}

static void read_check(lua_State *L, rule_reader *reader) {
    check_type(L, reader, LUA_TFUNCTION);
    lua_pushvalue(L, -1);
    reader->entry->body.check = luaL_ref(L, LUA_REGISTRYINDEX);
}

static void read_examples(lua_State *L, rule_reader *reader) {
    check_type(L, reader, LUA_TTABLE);
    lua_Integer count = (lua_Integer)lua_rawlen(L, -1);
    bool is_bad = strcmp(reader->field, "bad") == 0;
    if (count == 0) luaL_error(L, "field '%s' has no example", reader->field);
    for (lua_Integer i = 1; i <= count; i++) {
        check_limits(L, reader);
        lua_rawgeti(L, -1, i);
        cq_rule_example *example = CQ_ARRAY_PUSH(reader->arena, &reader->entry->rule.examples);
        cq_example_read(L, example, reader->arena, is_bad, i);
        lua_pop(L, 1);
    }
}

typedef struct rule_field {
    const char *name;
    void (*read)(lua_State *L, rule_reader *reader);
    bool is_required;
} rule_field;

/* In this order, so that the first complaint is the one that matters most. */
static const rule_field fields[] = {
    {"api", read_api, true},
    {"summary", read_summary, true},
    {"why", read_why, true},
    {"level", read_level, true},
    {"mqm", read_mqm, true},
    {"language", read_language, false},
    {"source", read_source, false},
    {"scope", read_scope, false},
    {"sets", read_sets, false},
    {"trigger", read_trigger, false},
    {"message", read_message, false},
    {"measured", read_measured, false},
    {"swap", read_swap, false},
    {"forbid", read_forbid, false},
    {"safe", read_safe, false},
    {"options", read_options, false},
    {"vocabulary", read_vocabulary, false},
    {"pair", read_pair, false},
    {"engine", read_engine, false},
    {"formerly", read_formerly, false},
    {"bad", read_examples, true},
    {"good", read_examples, true},
    {"check", read_check, false},
};
enum { FIELD_COUNT = sizeof fields / sizeof *fields };

static const rule_field *find_field(const char *name) {
    for (int i = 0; i < FIELD_COUNT; i++)
        if (strcmp(fields[i].name, name) == 0) return &fields[i];
    return NULL;
}

/* Levenshtein's distance of two short words; long ones are far from everything. */
static unsigned measure_distance(const char *a, const char *b) {
    size_t width = strlen(b);
    unsigned row[32];
    if (strlen(a) >= 32 || width >= 32) return 32;
    for (unsigned j = 0; j <= width; j++) row[j] = j;
    for (size_t i = 0; a[i]; i++) {
        unsigned corner = row[0]++;
        for (size_t j = 1; j <= width; j++) {
            unsigned best = corner + (a[i] != b[j - 1]);
            corner = row[j];
            if (corner + 1 < best) best = corner + 1;
            if (row[j - 1] + 1 < best) best = row[j - 1] + 1;
            row[j] = best;
        }
    }
    return row[width];
}

const char *cq_rule_table_guess(const char *wrong, const char *const *names) {
    const char *best = NULL;
    unsigned least = strlen(wrong) < 5 ? 2 : 3; /* fewer edits than this */
    for (; *names; names++) {
        unsigned distance = measure_distance(wrong, *names);
        if (distance < least) {
            least = distance;
            best = *names;
        }
    }
    return best;
}

static void refuse_field(lua_State *L, const char *name) {
    const char *names[FIELD_COUNT + 1];
    for (int i = 0; i < FIELD_COUNT; i++) names[i] = fields[i].name;
    names[FIELD_COUNT] = NULL;
    const char *guess = cq_rule_table_guess(name, names);
    if (guess) luaL_error(L, "there is no field '%s'; did you mean '%s'?", name, guess);
    luaL_error(L, "there is no field '%s'", name);
}

/* The least of the unknown keys, so that the message is the same on every run. */
static void check_keys(lua_State *L) {
    const char *unknown = NULL;
    lua_pushnil(L);
    while (lua_next(L, -2)) {
        lua_pop(L, 1);
        if (lua_type(L, -1) != LUA_TSTRING)
            luaL_error(L, "the rule has a field whose name is no string");
        const char *name = lua_tostring(L, -1);
        if (!find_field(name) && (!unknown || strcmp(name, unknown) < 0))
            unknown = name; /* the table keeps it alive */
    }
    if (unknown) refuse_field(L, unknown);
}

static void read_field(lua_State *L, rule_reader *reader, const rule_field *field) {
    reader->field = field->name;
    lua_pushstring(L, field->name);
    if (lua_rawget(L, -2) != LUA_TNIL)
        field->read(L, reader);
    else if (field->is_required)
        luaL_error(L, "field '%s' is missing", field->name);
    lua_pop(L, 1);
}

/* What fields say of each other. */
static void check_whole(lua_State *L, const cq_rule_body *body) {
    bool has_check = body->check != LUA_NOREF;
    if (body->is_engine && (has_check || body->is_data || body->triggers.len))
        luaL_error(L, "the engine finds it: it has no check, trigger, swap or forbid");
    if (!has_check && !body->is_data && !body->is_engine)
        luaL_error(L, "the rule has no check, swap or forbid: it would do nothing");
    if (has_check && body->is_data)
        luaL_error(L, "the rule has a check and swap or forbid: it is one or the other");
    if (body->is_data && body->triggers.at[0].kind == CQ_TRIGGER_CHECK)
        luaL_error(L, "field 'trigger' is for a check; swap and forbid are their own triggers");
    if (body->is_data && body->scope != CQ_SCOPE_SENTENCE)
        luaL_error(L, "field 'scope' is for a check; swap and forbid look at sentences");
}

/* Raises for what is no table. */
static void begin_reading(lua_State *L, cq_rule_entry *entry) {
    entry->body.check = entry->body.options = LUA_NOREF;
    if (lua_type(L, -1) != LUA_TTABLE)
        luaL_error(L, "the file returns %s, not a rule table",
                   lua_isnil(L, -1) ? "nothing" : luaL_typename(L, -1));
    luaL_checkstack(L, 20, NULL);
}

/* A rule that names none has an empty table of options. */
static void end_reading(lua_State *L, cq_rule_entry *entry) {
    if (entry->body.options != LUA_NOREF) return;
    lua_newtable(L);
    entry->body.options = luaL_ref(L, LUA_REGISTRYINDEX);
}

void cq_rule_table_read(lua_State *L, cq_rule_entry *entry, cq_arena *arena) {
    rule_reader reader = {.entry = entry, .arena = arena, .before = arena->total};
    begin_reading(L, entry);
    check_keys(L);
    for (int i = 0; i < FIELD_COUNT; i++) read_field(L, &reader, &fields[i]);
    check_whole(L, &entry->body);
    if (!entry->body.message.len) entry->body.message = entry->rule.summary;
    end_reading(L, entry);
}

void cq_rule_table_read_code(lua_State *L, cq_rule_entry *entry) {
    rule_reader reader = {.entry = entry};
    begin_reading(L, entry);
    read_field(L, &reader, find_field("options"));
    read_field(L, &reader, find_field("check"));
    end_reading(L, entry);
}
