#include "plugins/cli/imprint.h"

#include "base/io.h"
#include "plugins/cli/identity.h"

/* Profiles share folders of rules: each is read once. */
typedef struct known_folder {
    cq_str path;
    cq_digest digest;
} known_folder;

typedef struct taker {
    const cq_lint_plan *plan;
    cq_arena arena;
    CQ_ARRAY(known_folder) folders;
    cq_digest identity;
} taker;

static void push_digest(cq_digester *out, const cq_digest *digest) {
    cq_digester_push(out, (cq_str){(const char *)digest->at, CQ_DIGEST_SIZE});
}

static bool push_file(cq_digester *out, const char *path) {
    cq_buf bytes = {0};
    bool ok = cq_io_read_file(&bytes, path, NULL);
    cq_digester_push_text(out, cq_buf_get(&bytes));
    cq_buf_release(&bytes);
    return ok;
}

/* The files of one ending, their names with them. */
static bool push_files(cq_digester *out, cq_arena *arena, cq_str folder, cq_str ending) {
    cq_strs paths = {0};
    bool ok = cq_io_find_files(&paths, arena, folder.ptr, ending, NULL);
    cq_digester_push_number(out, paths.len);
    for (uint32_t i = 0; i < paths.len && ok; i++) {
        cq_digester_push_text(out, cq_str_slice(paths.at[i], folder.len, paths.at[i].len));
        ok = push_file(out, paths.at[i].ptr);
    }
    return ok;
}

/* Rules, and the tables beside them: nothing else of a folder is ever read. Those that the program knows
   from its build are part of its identity. */
static bool push_folder(cq_digester *out, taker *t, cq_str path) {
    for (uint32_t i = 0; i < t->folders.len; i++) {
        if (!cq_str_is_equal(t->folders.at[i].path, path)) continue;
        push_digest(out, &t->folders.at[i].digest);
        return true;
    }
    cq_digester digester;
    cq_digester_init(&digester);
    bool ok =
        cq_host_knows_folder(path) || (push_files(&digester, &t->arena, path, CQ_STR(".lua")) &&
                                       push_files(&digester, &t->arena, path, CQ_STR(".tsv")));
    known_folder *known = CQ_ARRAY_PUSH(&t->arena, &t->folders);
    *known = (known_folder){path, cq_digester_end(&digester)};
    push_digest(out, &known->digest);
    return ok;
}

static bool push_rules(cq_digester *out, taker *t, const cq_profile *profile) {
    bool ok = push_folder(out, t, cq_str_format(&t->arena, "%s/calque", profile->library.ptr));
    cq_digester_push_number(out, profile->rule_folders.len);
    for (uint32_t i = 0; i < profile->rule_folders.len && ok; i++) {
        cq_digester_push_text(out, profile->rule_folders.at[i]);
        ok = push_folder(out, t, profile->rule_folders.at[i]);
    }
    return ok;
}

/* The dress has the glossary's name, not what is in it. */
static bool push_profile(cq_digester *out, taker *t, const cq_profile *profile) {
    cq_doc_options options = cq_settings_doc_options(t->plan->settings, profile);
    cq_digester_push_text(out, profile->dress);
    cq_digester_push_text(out, options.language);
    cq_digester_push_text(out, options.source_language);
    cq_digester_push_number(out, cq_lint_report_level(t->plan, profile));
    return push_rules(out, t, profile) &&
           (!profile->glossary.text.len || push_file(out, profile->glossary.text.ptr));
}

static void push_settings(cq_digester *out, const cq_settings *settings) {
    cq_digester_push_number(out, settings->is_bare);
    cq_digester_push_number(out, settings->rule_time);
    cq_digester_push_number(out, settings->switches.list.len);
    for (uint32_t i = 0; i < settings->switches.list.len; i++) {
        cq_digester_push_number(out, settings->switches.list.at[i].kind);
        cq_digester_push_text(out, cq_str_of(settings->switches.list.at[i].names));
    }
}

static bool take_identity(taker *t) {
    cq_digester digester;
    cq_digester_init(&digester);
    bool ok = cq_identity_push(&digester);
    t->identity = cq_digester_end(&digester);
    return ok;
}

static bool take_one(cq_digest *out, taker *t, const cq_profile *profile) {
    cq_digester digester;
    cq_digester_init(&digester);
    push_digest(&digester, &t->identity);
    push_settings(&digester, t->plan->settings);
    bool ok = push_profile(&digester, t, profile);
    *out = cq_digester_end(&digester);
    return ok;
}

bool cq_imprints_take(cq_imprints *out, const cq_inputs *inputs, const cq_lint_plan *plan) {
    taker t = {.plan = plan};
    cq_arena_init(&t.arena);
    cq_arena_init(&out->arena);
    bool ok = take_identity(&t);
    for (uint32_t i = 0; i < inputs->list.len && ok; i++) {
        const cq_profile *profile = inputs->list.at[i].profile;
        while (out->list.len <= profile->number) CQ_ARRAY_PUSH(&out->arena, &out->list);
        cq_imprint *imprint = &out->list.at[profile->number];
        if (imprint->is_taken) continue;
        imprint->is_taken = true;
        ok = take_one(&imprint->digest, &t, profile);
    }
    cq_arena_release(&t.arena);
    return ok;
}

bool cq_imprints_are_equal(const cq_imprints *a, const cq_imprints *b) {
    return a->list.len == b->list.len &&
           (!a->list.len || memcmp(a->list.at, b->list.at, a->list.len * sizeof *a->list.at) == 0);
}

void cq_imprints_release(cq_imprints *imprints) {
    cq_arena_release(&imprints->arena);
    *imprints = (cq_imprints){0};
}
