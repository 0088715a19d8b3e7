#include "plugins/git/lookup.h"

#include <stdlib.h>

#include "plugins/git/blob.h"
#include "plugins/git/library.h"

enum {
    TYPE_BITS = 0170000,
    REGULAR = 0100000,
    LINK = 0120000,
    ASKED_AT_ONCE = 200, /* paths on one command line */
};

typedef struct search {
    cq_git_lookups *wanted;
    cq_arena *arena;
    cq_git_changes found; /* those that have a blob to be read */
} search;

static int compare_paths(const void *left, const void *right) {
    const cq_git_lookup *a = left, *b = right;
    return cq_str_compare(a->path, b->path);
}

/* NULL where it is none that is wanted. */
static cq_git_lookup *find(const search *s, cq_str path) {
    cq_git_lookup key = {.path = path};
    if (!s->wanted->len) return NULL;
    return bsearch(&key, s->wanted->at, s->wanted->len, sizeof key, compare_paths);
}

static void note(search *s, unsigned long mode, cq_str path, cq_str blob) {
    cq_git_lookup *lookup = find(s, path);
    if (!lookup) return;
    lookup->is_there = true;
    if ((mode & TYPE_BITS) != REGULAR) {
        lookup->refusal =
            (mode & TYPE_BITS) == LINK ? CQ_STR("a symbolic link") : CQ_STR("no file");
        return;
    }
    cq_git_change *change = CQ_ARRAY_PUSH(s->arena, &s->found.list);
    change->path = lookup->path;
    change->blob = cq_str_dup(s->arena, blob);
}

static bool take_blob(void *context, const cq_git_change *change, cq_str bytes,
                      const char *trouble) {
    search *s = context;
    cq_git_lookup *lookup = find(s, change->path);
    if (trouble)
        lookup->refusal = cq_str_dup(s->arena, cq_str_of(trouble));
    else if (cq_git_blob_is_pointer(bytes))
        lookup->refusal = CQ_STR("a pointer of Git LFS");
    else
        lookup->bytes = cq_str_dup(s->arena, bytes);
    return true;
}

/* --- from the git program --- */

/* "100644 ID 0" of the index, "100644 blob ID" of a tree; then TAB and the path. */
static void read_entry(search *s, cq_str entry, bool is_of_index) {
    size_t tab = cq_str_find(entry, CQ_STR("\t"));
    cq_str head = cq_str_slice(entry, 0, tab == SIZE_MAX ? 0 : tab), stage = CQ_STR(" 0");
    if (is_of_index && !cq_str_has_suffix(head, stage)) return; /* a conflict */
    if (is_of_index) head.len -= stage.len;
    size_t space = cq_str_find_last(head, ' ');
    if (space != SIZE_MAX)
        note(s, strtoul(entry.ptr, NULL, 8), cq_str_slice(entry, tab + 1, entry.len),
             cq_str_slice(head, space + 1, head.len));
}

/* Asks for some of the paths. */
static bool list(search *s, const char *folder, const char *const *arguments, bool is_of_index,
                 cq_err *err) {
    cq_buf answer = {0};
    bool ok = cq_git_program_read(&answer, folder, arguments, CQ_GIT_ENVIRONMENT_KEPT, err);
    for (size_t start = 0; ok && start < answer.len;) {
        cq_str entry = cq_str_of(answer.ptr + start); /* each ends with a NUL */
        start += entry.len + 1;
        read_entry(s, entry, is_of_index);
    }
    cq_buf_release(&answer);
    return ok;
}

static bool list_some(search *s, uint32_t first, const char *folder, const cq_git_scope *scope,
                      cq_err *err) {
    bool is_of_index = scope->target == CQ_GIT_TARGET_INDEX;
    const char *index[] = {"ls-files", "--stage", "-z", "--full-name", "--"};
    const char *tree[] = {"ls-tree", "-z", "--full-tree", scope->to, "--"};
    const char *arguments[sizeof index / sizeof *index + ASKED_AT_ONCE + 1];
    uint32_t count = sizeof index / sizeof *index;
    memcpy(arguments, is_of_index ? index : tree, sizeof index);
    for (uint32_t i = first; i < s->wanted->len && i < first + ASKED_AT_ONCE; i++)
        arguments[count++] =
            cq_str_format(s->arena, ":(%s)%s", is_of_index ? "top,literal" : "literal",
                          s->wanted->at[i].path.ptr)
                .ptr;
    arguments[count] = NULL;
    return list(s, folder, arguments, is_of_index, err);
}

static bool go_with_program(search *s, const char *folder, const cq_git_scope *scope, cq_err *err) {
    bool ok = true;
    for (uint32_t i = 0; ok && i < s->wanted->len; i += ASKED_AT_ONCE)
        ok = list_some(s, i, folder, scope, err);
    return ok && cq_git_blobs_ask(&s->found, folder, take_blob, s, err);
}

/* --- from libgit2 --- */

static bool find_in_index(search *s, git_repository *repository, cq_err *err) {
    git_index *index = NULL;
    if (cq_git_library_open_index(&index, repository) != 0)
        return cq_git_library_fail(err, GIT_ERROR, "the index");
    for (uint32_t i = 0; i < s->wanted->len; i++) {
        const git_index_entry *entry = git_index_get_bypath(index, s->wanted->at[i].path.ptr, 0);
        if (entry)
            note(s, entry->mode, s->wanted->at[i].path, cq_str_of(git_oid_tostr_s(&entry->id)));
    }
    git_index_free(index);
    return true;
}

static bool find_in_commit(search *s, git_repository *repository, const char *revision,
                           cq_err *err) {
    git_object *tree = NULL;
    cq_str name = cq_str_format(s->arena, "%s^{tree}", revision);
    if (git_revparse_single(&tree, repository, name.ptr) != 0)
        return cq_git_library_fail(err, GIT_ERROR, revision);
    for (uint32_t i = 0; i < s->wanted->len; i++) {
        git_tree_entry *entry = NULL;
        if (git_tree_entry_bypath(&entry, (git_tree *)tree, s->wanted->at[i].path.ptr) == 0)
            note(s, git_tree_entry_filemode(entry), s->wanted->at[i].path,
                 cq_str_of(git_oid_tostr_s(git_tree_entry_id(entry))));
        git_tree_entry_free(entry);
    }
    git_object_free(tree);
    return true;
}

static bool go_with_library(search *s, const char *folder, const cq_git_scope *scope, cq_err *err) {
    git_repository *repository = NULL;
    if (!cq_git_library_open(&repository, folder, true, CQ_GIT_TRUST_OWNED, err)) return false;
    bool ok = scope->target == CQ_GIT_TARGET_INDEX ? find_in_index(s, repository, err)
                                                   : find_in_commit(s, repository, scope->to, err);
    if (ok) cq_git_blobs_read(&s->found, repository, take_blob, s);
    cq_git_library_close(repository);
    return ok;
}

bool cq_git_lookup_all(cq_git_lookups *wanted, cq_arena *arena, const char *folder,
                       const cq_git_scope *scope, cq_err *err) {
    search s = {.wanted = wanted, .arena = arena, .found.arena = arena};
    if (!wanted->len || go_with_program(&s, folder, scope, err)) return true;
    return err->code == CQ_ENOENT && go_with_library(&s, folder, scope, err);
}
