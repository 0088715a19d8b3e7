#include "plugins/cli/pairing.h"

#include <stdlib.h>

#include "base/path.h"
#include "plugins/git/lookup.h"

/* An input and its source, which git is to be asked for. */
typedef struct wish {
    cq_input *input;
    cq_str path;   /* from the root of the tree */
    bool is_named; /* by an attribute: it must be there */
} wish;

/* An input whose source an attribute names, and its absolute path. */
typedef struct named {
    cq_str text;
    cq_input *input;
} named;

typedef struct pairing {
    cq_arena *arena; /* the inputs' */
    const cq_git_scope *scope;
    cq_troubles *troubles;
    cq_str here;
    CQ_ARRAY(named) named;
    CQ_ARRAY(wish) wishes;
    cq_git_lookups lookups;
} pairing;

static void refuse(pairing *p, cq_input *input, const char *reason) {
    input->source_kind = CQ_INPUT_SOURCE_NONE;
    cq_troubles_push(p->troubles, "%s: linted without its source: %s", input->path.ptr, reason);
}

static void refuse_source(pairing *p, cq_input *input, cq_str path, const char *reason) {
    refuse(p, input, cq_str_format(p->arena, "%s: %s", path.ptr, reason).ptr);
}

/* The root of the tree that the input, a file of that absolute path, is in. */
static cq_str find_root(const cq_input *input, cq_str text) {
    return cq_str_slice(text, 0, text.len - input->tree_path.len - 1);
}

/* False where the source is told already, or cannot be had. */
static bool find_named(pairing *p, cq_input *input, cq_str text) {
    cq_str name = input->source_path, root = find_root(input, text);
    input->source_path = cq_path_absolute(p->arena, root, name);
    if (cq_str_has_prefix(name, CQ_STR("/")) || !cq_path_is_below(input->source_path, root)) {
        refuse_source(p, input, name,
                      "calque-source names what is in the repository, from its root");
        return false;
    }
    if (cq_str_is_equal(input->source_path,
                        text)) { /* a pattern for a name is one for the source's, too */
        input->source_kind = CQ_INPUT_SOURCE_NONE;
        return false;
    }
    *CQ_ARRAY_PUSH(p->arena, &p->named) = (named){text, input};
    if (p->scope->target != CQ_GIT_TARGET_FILES) return true;
    input->source_kind = CQ_INPUT_SOURCE_FILE;
    if (cq_path_leads_out(input->source_path, cq_str_dup(p->arena, root)))
        refuse_source(p, input, name, "it leads out of the repository");
    return false;
}

/* What is not in the tree is read from the disk, as it always is. */
static bool find_paired(pairing *p, cq_input *input, cq_str text) {
    cq_err err;
    bool is_on_disk = p->scope->target == CQ_GIT_TARGET_FILES;
    if (is_on_disk && !input->origin.len) return false;
    if (!cq_profile_find_source(&input->source_path, p->arena, input->profile, text, &err)) {
        refuse(p, input, err.message);
        return false;
    }
    return !is_on_disk && cq_path_is_below(input->source_path, find_root(input, text));
}

/* A translation that is begun as a copy of its source is new, with the lines that are still the source's. */
static void count_copy(cq_input *input, cq_str root) {
    if (input->origin.len && cq_path_is_below(input->source_path, root) &&
        cq_str_is_equal(cq_path_cut(input->source_path, root), input->origin))
        input->changed = NULL;
}

static void find_source(pairing *p, cq_input *input) {
    cq_str text = cq_path_absolute(p->arena, p->here, input->path);
    bool is_named = input->source_path.len;
    bool is_to_be_asked = is_named ? find_named(p, input, text) : find_paired(p, input, text);
    count_copy(input, find_root(input, text));
    if (!is_to_be_asked) return;
    cq_str path = cq_path_cut(input->source_path, find_root(input, text));
    *CQ_ARRAY_PUSH(p->arena, &p->wishes) = (wish){input, path, is_named};
}

/* --- circles --- */

enum { MOST_STEPS = 8 }; /* from a text to its source, and on to that one's */

static int compare_named(const void *left, const void *right) {
    const named *a = left, *b = right;
    return cq_str_compare(a->text, b->text);
}

/* Whether attributes of what has changed lead from a text back to it. */
static bool is_in_circle(const pairing *p, const named *start) {
    const named *at = start;
    for (int step = 0; at && step < MOST_STEPS; step++) {
        named key = {.text = at->input->source_path};
        at = bsearch(&key, p->named.at, p->named.len, sizeof key, compare_named);
        if (at == start) return true;
    }
    return false;
}

static void refuse_circles(pairing *p) {
    CQ_ARRAY(cq_input *) refused = {0};
    if (p->named.len) qsort(p->named.at, p->named.len, sizeof *p->named.at, compare_named);
    for (uint32_t i = 0; i < p->named.len; i++)
        if (is_in_circle(p, &p->named.at[i]))
            *CQ_ARRAY_PUSH(p->arena, &refused) = p->named.at[i].input;
    for (uint32_t i = 0; i < refused.len; i++)
        refuse(p, refused.at[i], "calque-source makes it the source of its own source");
}

/* --- asking git --- */

static int compare_lookups(const void *left, const void *right) {
    const cq_git_lookup *a = left, *b = right;
    return cq_str_compare(a->path, b->path);
}

static void drop_refused(pairing *p) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < p->wishes.len; i++)
        if (p->wishes.at[i].input->source_kind != CQ_INPUT_SOURCE_NONE)
            p->wishes.at[kept++] = p->wishes.at[i];
    p->wishes.len = kept;
}

/* Many texts may have one source. */
static void list_lookups(pairing *p) {
    cq_git_lookups *lookups = &p->lookups;
    uint32_t kept = 0;
    for (uint32_t i = 0; i < p->wishes.len; i++)
        CQ_ARRAY_PUSH(p->arena, lookups)->path = p->wishes.at[i].path;
    qsort(lookups->at, lookups->len, sizeof *lookups->at, compare_lookups);
    for (uint32_t i = 0; i < lookups->len; i++)
        if (!kept || !cq_str_is_equal(lookups->at[kept - 1].path, lookups->at[i].path))
            lookups->at[kept++] = lookups->at[i];
    lookups->len = kept;
}

static void grant(pairing *p, const wish *w) {
    cq_git_lookup key = {.path = w->path};
    const cq_git_lookup *found =
        bsearch(&key, p->lookups.at, p->lookups.len, sizeof key, compare_lookups);
    bool is_staged = p->scope->target == CQ_GIT_TARGET_INDEX;
    w->input->source_kind = CQ_INPUT_SOURCE_NONE;
    if (!found->is_there && w->is_named)
        refuse_source(p, w->input, w->path,
                      is_staged ? "git has not staged it" : "the commit has no such file");
    if (found->refusal.len) refuse_source(p, w->input, w->path, found->refusal.ptr);
    if (!found->is_there || found->refusal.len) return;
    w->input->source_kind = CQ_INPUT_SOURCE_BYTES;
    w->input->source_bytes = found->bytes;
}

static void ask(pairing *p) {
    cq_err err;
    list_lookups(p);
    bool ok = cq_git_lookup_all(&p->lookups, p->arena, ".", p->scope, &err);
    for (uint32_t i = 0; i < p->wishes.len; i++)
        if (ok)
            grant(p, &p->wishes.at[i]);
        else
            refuse(p, p->wishes.at[i].input, err.message);
}

void cq_pairing_find(cq_inputs *inputs, const cq_git_scope *scope, cq_troubles *troubles) {
    pairing p = {.arena = &inputs->arena, .scope = scope, .troubles = troubles};
    p.here = cq_path_here(p.arena);
    for (uint32_t i = 0; i < inputs->list.len; i++) find_source(&p, &inputs->list.at[i]);
    refuse_circles(&p);
    drop_refused(&p);
    if (p.wishes.len) ask(&p);
}
