/* Writes the stock as C: `write RULES LIBRARY` reads the rules of a folder as calque does and prints
   what they are (lua/stock.h). The build runs it; see the Makefile.

   Initializers name no fields, and the printed file refuses any that are missing: whoever adds a field to
   one of these types is told by the compiler to print it here. */
#include "base/io.h"
#include "check/phrase_set.h"
#include "lua/chunk.h"
#include "lua/host_state.h"
#include "lua/stock/code.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

typedef struct stock_writer {
    cq_host *host;
    cq_arena arena;
    cq_str rules, library; /* folders */
    uint32_t *by_rule;     /* by rule's index: its place in the stock, which goes by files' names */
    const cq_rule **order; /* by place in the stock */
} stock_writer;

static void write_str(cq_str s) {
    fputs("S(\"", stdout);
    for (size_t i = 0; i < s.len; i++) {
        unsigned char c = (unsigned char)s.ptr[i];
        if (c == '\n')
            fputs("\\n\"\n\"", stdout);
        else if (c < ' ' || c >= 0x7F || c == '"' || c == '\\' || c == '?') /* ??= is a # */
            printf("\\%03o", c);
        else
            putchar(c);
    }
    fputs("\")", stdout);
}

/* A field of the kind, and the comma behind it. */
static void write_text(cq_str s) {
    write_str(s);
    fputs(", ", stdout);
}

static void write_number(uint64_t number) {
    printf("%" PRIu64 ", ", number);
}

/* The CQ_ARRAY of `count` items that stand in a constant of a name and a number. */
static void write_array(const char *type, const char *name, uint32_t number, uint32_t count) {
    if (count)
        printf("{(%s *)%s_%" PRIu32 ", %" PRIu32 ", %" PRIu32 "}, ", type, name, number, count,
               count);
    else
        fputs("{NULL, 0, 0}, ", stdout);
}

static void begin_constant(const char *type, const char *name, uint32_t number) {
    printf("static const %s %s_%" PRIu32 "[] = {\n", type, name, number);
}

static void end_constant(void) {
    puts("};");
}

/* ---- Rules ---- */

static void write_strs(const char *name, uint32_t number, const cq_str *items, uint32_t count) {
    if (!count) return;
    begin_constant("cq_str", name, number);
    for (uint32_t i = 0; i < count; i++) {
        write_text(items[i]);
        putchar('\n');
    }
    end_constant();
}

static void write_marks(const cq_rule_example *example, uint32_t rule, uint32_t number) {
    if (!example->marks.len) return;
    printf("static const cq_span marks_%" PRIu32 "_%" PRIu32 "[] = {", rule, number);
    for (uint32_t i = 0; i < example->marks.len; i++)
        printf("{%" PRIu32 ", %" PRIu32 "}, ", example->marks.at[i].start,
               example->marks.at[i].end);
    end_constant();
}

static void write_example(const cq_rule_example *example, uint32_t rule, uint32_t number) {
    char name[32];
    snprintf(name, sizeof name, "marks_%" PRIu32, rule);
    putchar('{');
    write_text(example->text);
    write_text(example->format);
    write_text(example->source_language);
    write_text(example->original);
    write_text(example->glossary);
    write_number(example->is_bad);
    write_array("cq_span", name, number, example->marks.len);
    write_text(example->fixed);
    write_number(example->has_fix);
    puts("},");
}

static void write_examples(const cq_rule *rule, uint32_t number) {
    for (uint32_t i = 0; i < rule->examples.len; i++) write_marks(&rule->examples.at[i], number, i);
    begin_constant("cq_rule_example", "examples", number);
    for (uint32_t i = 0; i < rule->examples.len; i++)
        write_example(&rule->examples.at[i], number, i);
    end_constant();
}

static void write_triggers(const cq_rule_body *body, uint32_t number) {
    if (!body->triggers.len) return;
    begin_constant("cq_trigger", "triggers", number);
    for (uint32_t i = 0; i < body->triggers.len; i++) {
        const cq_trigger *trigger = &body->triggers.at[i];
        putchar('{');
        write_number(trigger->kind);
        write_text(trigger->pattern);
        write_text(trigger->phrase);
        write_text(trigger->lemma);
        write_text(trigger->replacement);
        write_text(trigger->message);
        puts("},");
    }
    end_constant();
}

/* What hangs at a rule, as constants of its own. */
static void write_parts(const stock_writer *writer, uint32_t number) {
    const cq_rule *rule = writer->order[number];
    const cq_rule_body *body = &writer->host->bodies[rule->index];
    write_strs("sources", number, rule->sources.at, rule->sources.len);
    write_strs("formerly", number, body->formerly.at, body->formerly.len);
    write_examples(rule, number);
    write_triggers(body, number);
}

static void write_rule(const cq_rule *rule, uint32_t number) {
    puts("{");
    write_text(rule->id);
    write_text(rule->language);
    write_text(rule->group);
    fputs("{0}, ", stdout); /* origin */
    write_text(rule->summary);
    write_text(rule->why);
    write_text(rule->mqm);
    write_text(rule->measured);
    write_number(rule->level);
    write_number(rule->default_level);
    write_array("cq_str", "sources", number, rule->sources.len);
    write_array("cq_rule_example", "examples", number, rule->examples.len);
    puts("0},"); /* index */
}

static void write_body(const cq_rule_body *body, uint32_t number) {
    puts("{");
    write_number(body->scope);
    write_text(body->message);
    write_array("cq_str", "formerly", number, body->formerly.len);
    write_array("cq_trigger", "triggers", number, body->triggers.len);
    fputs("NULL, ", stdout); /* was_hit */
    write_number(body->honours_vocabulary);
    write_number(body->needs_source);
    write_number(body->is_safe);
    write_number(body->is_engine);
    write_number(body->is_data);
    write_number(body->kept_level);
    write_number(body->is_wide);
    puts("false, false, 0, 0, 0, {0}},"); /* is_broken ... folder: a host's own */
}

/* ---- Files ---- */

static int append_dump(lua_State *L, const void *bytes, size_t size, void *out) {
    (void)L;
    cq_buf_push_str(out, (cq_str){bytes, size});
    return 0;
}

typedef struct compilation {
    cq_str text;
    const char *name;
    /* As Lua compiled them, with lines and names: only to be compared. */
    cq_buf all, check; /* check: of a rule with a function */
} compilation;

/* Runs protected. */
static int compile(lua_State *L) {
    compilation *c = lua_touserdata(L, 1);
    if (!cq_chunk_load_text(L, c->text, c->name)) return lua_error(L);
    lua_dump(L, append_dump, &c->all, 0);
    lua_call(L, 0, 1);
    if (lua_istable(L, -1) && lua_getfield(L, -1, "check") == LUA_TFUNCTION)
        lua_dump(L, append_dump, &c->check, 0);
    return 0;
}

static void release_dumps(compilation *c) {
    cq_buf_release(&c->all);
    cq_buf_release(&c->check);
}

static bool run_compilation(stock_writer *writer, compilation *c) {
    lua_State *L = writer->host->sandbox.L;
    lua_pushcfunction(L, compile);
    lua_pushlightuserdata(L, c);
    bool ok = lua_pcall(L, 1, 0, 0) == LUA_OK;
    lua_settop(L, 0);
    return ok;
}

/* Does the code come out as the text does? In that of a rule fields are missing: its function is asked. */
static bool is_same(stock_writer *writer, cq_str text, cq_str code, const char *name) {
    compilation a = {.text = text, .name = name}, b = {.text = code, .name = name};
    bool ok = run_compilation(writer, &a) && run_compilation(writer, &b);
    if (a.check.len)
        ok = ok && cq_str_is_equal(cq_buf_get(&a.check), cq_buf_get(&b.check));
    else
        ok = ok && cq_str_is_equal(cq_buf_get(&a.all), cq_buf_get(&b.all));
    release_dumps(&a);
    release_dumps(&b);
    return ok;
}

typedef struct dump {
    cq_str code;
    const char *name;
    cq_buf compiled;
} dump;

/* Runs protected. */
static int dump_code(lua_State *L) {
    dump *d = lua_touserdata(L, 1);
    if (!cq_chunk_load_text(L, d->code, d->name)) return lua_error(L);
    lua_dump(L, append_dump, &d->compiled, 0);
    return 0;
}

/* With lines and names, for messages; nothing, of what is no Lua. */
static void write_compiled(stock_writer *writer, cq_str code, const char *name) {
    lua_State *L = writer->host->sandbox.L;
    dump d = {.code = code, .name = name};
    lua_pushcfunction(L, dump_code);
    lua_pushlightuserdata(L, &d);
    bool ok = lua_pcall(L, 1, 0, 0) == LUA_OK;
    lua_settop(L, 0);
    write_str(ok ? cq_buf_get(&d.compiled) : CQ_STR(""));
    cq_buf_release(&d.compiled);
}

/* The code of a file, and that compiled: `chunk` is what messages call it. */
static void write_code(stock_writer *writer, cq_str path, cq_str text, const char *chunk) {
    cq_buf shortened = {0};
    cq_stock_code_push(&shortened, text);
    writer->host->sandbox.folder = cq_str_slice(path, 0, cq_str_find_last(path, '/'));
    writer->host->sandbox.folder = cq_str_dup(&writer->arena, writer->host->sandbox.folder);
    cq_str code = cq_buf_get(&shortened);
    if (!is_same(writer, text, code, chunk)) code = text;
    write_text(code);
    putchar('\n');
    write_compiled(writer, code, chunk);
    cq_buf_release(&shortened);
}

/* The path of a file below a folder, and what it says; what is never run from here has no `chunk`. */
static bool write_file(stock_writer *writer, cq_str folder, cq_str path, const char *chunk) {
    cq_buf text = {0};
    cq_err err;
    bool ok = cq_io_read_file(&text, path.ptr, &err);
    if (!ok) fprintf(stderr, "calque: %s\n", err.message);
    putchar('{');
    write_text(cq_str_slice(path, folder.len + 1, path.len));
    putchar('\n');
    write_text(cq_buf_get(&text));
    putchar('\n');
    if (chunk)
        write_code(writer, path, cq_buf_get(&text), chunk);
    else
        fputs("{NULL, 0}, {NULL, 0}", stdout);
    puts("},");
    cq_buf_release(&text);
    return ok;
}

/* All files of a folder that end in one of two ways and, of a folder of rules, are none. */
static bool list_files(cq_strs *out, stock_writer *writer, cq_str folder, const char *suffix) {
    cq_err err;
    if (cq_io_find_files(out, &writer->arena, folder.ptr, cq_str_of(suffix), &err)) return true;
    fprintf(stderr, "calque: %s\n", err.message);
    return false;
}

static bool is_rule(const stock_writer *writer, cq_str path) {
    cq_str name = cq_str_slice(path, writer->rules.len + 1, path.len);
    return cq_str_has_suffix(name, CQ_STR(".lua")) && !cq_stock_is_helper(name);
}

static bool write_helpers(stock_writer *writer) {
    cq_strs paths = {0};
    bool ok = list_files(&paths, writer, writer->rules, ".lua") &&
              list_files(&paths, writer, writer->rules, ".tsv");
    puts("static const cq_stock_file helpers[] = {");
    for (uint32_t i = 0; i < paths.len; i++)
        if (!is_rule(writer, paths.at[i]))
            ok = write_file(writer, writer->rules, paths.at[i], NULL) && ok;
    puts("{{NULL, 0}, {NULL, 0}, {NULL, 0}, {NULL, 0}}};");
    return ok;
}

/* "calque.words.lua", as lua/require has it. */
static const char *name_module(stock_writer *writer, cq_str path) {
    cq_str stem = cq_str_slice(path, cq_str_find_last(path, '/') + 1, path.len);
    return cq_str_format(&writer->arena, "calque.%.*s", CQ_FMT(stem)).ptr;
}

static bool write_modules(stock_writer *writer) {
    cq_strs paths = {0};
    cq_str folder = cq_str_format(&writer->arena, "%s/calque", writer->library.ptr);
    bool ok = list_files(&paths, writer, folder, ".lua");
    puts("static const cq_stock_file modules[] = {");
    for (uint32_t i = 0; i < paths.len; i++)
        ok = write_file(writer, writer->library, paths.at[i], name_module(writer, paths.at[i])) &&
             ok;
    puts("{{NULL, 0}, {NULL, 0}, {NULL, 0}, {NULL, 0}}};");
    return ok;
}

/* ---- The automaton ---- */

static bool is_in_automaton(const stock_writer *writer, const cq_rule *rule) {
    return writer->host->bodies[rule->index].triggers.len && cq_host_is_on(writer->host, rule);
}

static void write_nodes(const cq_phrase_set *set) {
    begin_constant("cq_phrase_node", "nodes", 0);
    for (uint32_t i = 0; i < set->nodes.len; i++) {
        const cq_phrase_node *node = &set->nodes.at[i];
        printf("{{0x%" PRIx64 ", 0x%" PRIx64 "}, %" PRIu32 "u, %" PRIu32 ", %" PRIu32 "},\n",
               node->words[0], node->words[1], node->classes, node->ends, node->guards);
    }
    end_constant();
}

static void write_ends(const cq_phrase_set *set) {
    begin_constant("cq_phrase_end", "ends", 0);
    for (uint32_t i = 0; i < set->ends.len; i++) {
        const cq_phrase_end *end = &set->ends.at[i];
        putchar('{');
        write_number(end->owner);
        write_number(end->next);
        write_number(end->checks);
        write_number(end->parts);
        printf("%d, %d, %d},\n", end->at_end, end->at_block_start, end->at_block_end);
    }
    end_constant();
}

static void write_guards(const cq_phrase_set *set) {
    if (!set->guards.len) return;
    begin_constant("cq_phrase_guard", "guards", 0);
    for (uint32_t i = 0; i < set->guards.len; i++) {
        const cq_phrase_guard *guard = &set->guards.at[i];
        printf("{%" PRIu32 "u, %" PRIu32 ", %" PRIu32 "},\n", guard->required, guard->to,
               guard->next);
    }
    end_constant();
}

static void write_checks(const cq_phrase_set *set) {
    if (!set->checks.len) return;
    begin_constant("cq_phrase_check", "checks", 0);
    for (uint32_t i = 0; i < set->checks.len; i++) {
        const cq_phrase_check *check = &set->checks.at[i];
        printf("{%" PRIu32 ", {%" PRIu32 "u, %d, %d}, %" PRIu32 "},\n", check->offset,
               check->test.tags, check->test.is_quoted, check->test.is_unquoted, check->before);
    }
    end_constant();
}

static void write_captures(const cq_phrase_set *set) {
    if (!set->parts.len) return;
    begin_constant("cq_phrase_capture", "parts", 0);
    for (uint32_t i = 0; i < set->parts.len; i++) {
        const cq_phrase_capture *part = &set->parts.at[i];
        printf("{%" PRIu32 ", %" PRIu32 ", %" PRIu32 ", %" PRIu32 "},\n", part->name, part->first,
               part->end, part->before);
    }
    end_constant();
}

/* Of sparse tables only what is in them. */
static void write_edges(const cq_phrase_set *set) {
    printf("static const cq_phrase_edge edges[%" PRIu32 "] = {\n", set->edge_slots);
    for (uint32_t i = 0; i < set->edge_slots; i++) {
        const cq_phrase_edge *edge = &set->edges[i];
        if (edge->to)
            printf("[%" PRIu32 "] = {%" PRIu32 ", %" PRIu32 "u, %" PRIu32 "},\n", i, edge->from,
                   edge->symbol, edge->to);
    }
    end_constant();
}

static void write_starts(const cq_phrase_set *set, int root) {
    printf("static const uint32_t starts_%d[%" PRIu32 "] = {\n", root, set->start_count[root] + 1);
    for (uint32_t i = 0; i < set->start_count[root]; i++)
        if (set->starts[root][i]) printf("[%" PRIu32 "] = %" PRIu32 ",\n", i, set->starts[root][i]);
    end_constant();
}

static void write_phrases(const cq_phrase_set *set) {
    write_nodes(set);
    write_ends(set);
    write_guards(set);
    write_checks(set);
    write_captures(set);
    write_edges(set);
    for (int root = 0; root < CQ_PHRASE_ROOT_COUNT; root++) write_starts(set, root);
    fputs("static const cq_phrase_set phrases = {NULL, NULL, ", stdout);
    write_array("cq_phrase_node", "nodes", 0, set->nodes.len);
    write_array("cq_phrase_end", "ends", 0, set->ends.len);
    write_array("cq_phrase_guard", "guards", 0, set->guards.len);
    write_array("cq_phrase_check", "checks", 0, set->checks.len);
    write_array("cq_phrase_capture", "parts", 0, set->parts.len);
    printf("(cq_phrase_edge *)edges, %" PRIu32 ", %" PRIu32 ", {", set->edge_slots,
           set->edge_count);
    for (int root = 0; root < CQ_PHRASE_ROOT_COUNT; root++) printf("(uint32_t *)starts_%d, ", root);
    fputs("}, {", stdout);
    for (int root = 0; root < CQ_PHRASE_ROOT_COUNT; root++) write_number(set->start_count[root]);
    printf("}, %" PRIu32 ", true};\n", set->inner_count);
}

static void write_owners(const stock_writer *writer, const cq_trigger_set *set) {
    begin_constant("uint32_t", "owner_rules", 0);
    for (uint32_t i = 0; i < set->rules.len; i++) write_number(writer->by_rule[set->rules.at[i]]);
    end_constant();
    begin_constant("uint32_t", "owner_triggers", 0);
    for (uint32_t i = 0; i < set->triggers.len; i++) write_number(set->triggers.at[i]);
    end_constant();
}

/* ---- Words ---- */

static void write_words(const cq_intern *words) {
    puts("static const cq_intern_entry entries[] = {");
    for (uint32_t i = 0; i < words->entries.len; i++) {
        putchar('{');
        write_text(words->entries.at[i].text);
        printf("0x%" PRIx64 "u, 0x%" PRIx64 "u},\n", words->entries.at[i].head,
               words->entries.at[i].tail);
    }
    end_constant();
    printf("static const cq_intern_slot slots[%" PRIu32 "] = {\n", words->slot_count);
    for (uint32_t i = 0; i < words->slot_count; i++) {
        const cq_intern_slot *slot = &words->slots[i];
        if (slot->word)
            printf("[%" PRIu32 "] = {0x%" PRIx64 "u, %" PRIu32 ", %" PRIu32 "},\n", i, slot->hash,
                   slot->word, slot->len);
    }
    end_constant();
    printf("static const cq_intern words = {{0}, {0}, {(cq_intern_entry *)entries, %" PRIu32
           ", %" PRIu32 "}, (cq_intern_slot *)slots, %" PRIu32 "};\n",
           words->entries.len, words->entries.len, words->slot_count);
}

/* ---- All of it ---- */

static int compare_origins(const void *left, const void *right) {
    return cq_str_compare((*(const cq_rule *const *)left)->origin,
                          (*(const cq_rule *const *)right)->origin);
}

/* One folder was read: the order of the paths is that of the names. */
static void order_rules(stock_writer *writer) {
    uint32_t count = writer->host->rule_count;
    writer->order = CQ_ARENA_NEW_ARRAY(&writer->arena, const cq_rule *, count + 1);
    writer->by_rule = CQ_ARENA_NEW_ARRAY(&writer->arena, uint32_t, count + 1);
    for (uint32_t i = 0; i < count; i++) writer->order[i] = &writer->host->rules[i];
    qsort(writer->order, count, sizeof *writer->order, compare_origins);
    for (uint32_t i = 0; i < count; i++) writer->by_rule[writer->order[i]->index] = i;
}

static bool write_rules(stock_writer *writer) {
    bool ok = true;
    uint32_t count = writer->host->rule_count;
    for (uint32_t i = 0; i < count; i++) write_parts(writer, i);
    puts("static const cq_stock_rule rules[] = {");
    for (uint32_t i = 0; i < count; i++) {
        const cq_rule *rule = writer->order[i];
        putchar('{');
        ok = write_file(writer, writer->rules, rule->origin,
                        rule->origin.ptr + writer->rules.len + 1) &&
             ok;
        putchar('{');
        write_rule(rule, i);
        write_body(&writer->host->bodies[rule->index], i);
        printf("}, %d},\n", is_in_automaton(writer, rule));
    }
    end_constant();
    return ok;
}

/* The automaton is for those who want no hints: they wait for nothing else. */
static bool write_stock(stock_writer *writer) {
    cq_host_set_least(writer->host, CQ_LEVEL_WARNING);
    const cq_trigger_set *set = cq_trigger_set_active(writer->host);
    puts("/* Made from the rules by lua/stock/write.c. */\n"
         "#include \"check/phrase_set.h\"\n"
         "#include \"lua/stock.h\"\n"
         "#pragma GCC diagnostic error \"-Wmissing-field-initializers\"\n"
         "#pragma GCC diagnostic ignored \"-Wcast-qual\"\n"
         "#define S(text) {text, sizeof text - 1}");
    order_rules(writer);
    bool ok = write_rules(writer);
    ok = write_helpers(writer) && ok;
    ok = write_modules(writer) && ok;
    write_words(&writer->host->words);
    write_phrases(set->phrases);
    write_owners(writer, set);
    fputs("const cq_stock cq_stock_built = {", stdout);
    write_text(cq_str_of(lua_ident));
    printf("rules, %" PRIu32 ", helpers, "
           "sizeof helpers / sizeof *helpers - 1, modules, sizeof modules / sizeof *modules - 1, "
           "&words, &phrases, owner_rules_0, owner_triggers_0, %" PRIu32 "};\n",
           writer->host->rule_count, set->rules.len);
    return ok && fflush(stdout) == 0;
}

int main(int argc, char **argv) {
    if (argc != 3) return 2;
    stock_writer writer = {.rules = cq_str_of(argv[1]), .library = cq_str_of(argv[2])};
    cq_troubles troubles;
    cq_host_options options = {.library = writer.library};
    cq_arena_init(&writer.arena);
    cq_troubles_init(&troubles);
    *CQ_ARRAY_PUSH(&writer.arena, &options.rule_folders) = writer.rules;
    bool ok = cq_host_new(&writer.host, &options, &troubles);
    /* A rule that cannot be loaded is no part of the stock, and calque will say so itself. */
    for (uint32_t i = 0; i < troubles.list.len; i++)
        fprintf(stderr, "calque: %s\n", troubles.list.at[i].ptr);
    if (ok) ok = write_stock(&writer);
    cq_host_free(writer.host);
    cq_troubles_release(&troubles);
    cq_arena_release(&writer.arena);
    return ok ? 0 : 2;
}
