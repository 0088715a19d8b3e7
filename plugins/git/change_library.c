#include "plugins/git/change_library.h"

#include <stdlib.h>

#include "base/buf.h"
#include "plugins/git/library.h"

/* --- what is compared --- */

/* The tree of a revision. A libgit2 result. */
static int find_tree(git_tree **out, git_repository *repository, const char *revision) {
    cq_buf name = {0};
    git_object *tree = NULL;
    cq_buf_push_format(&name, "%s^{tree}", revision);
    int result = git_revparse_single(&tree, repository, name.ptr);
    cq_buf_release(&name);
    *out = (git_tree *)tree;
    return result;
}

static int find_commit(git_oid *out, git_repository *repository, const char *revision) {
    cq_buf name = {0};
    git_object *commit = NULL;
    cq_buf_push_format(&name, "%s^{commit}", revision);
    int result = git_revparse_single(&commit, repository, name.ptr);
    if (result == 0) *out = *git_object_id(commit);
    cq_buf_release(&name);
    git_object_free(commit);
    return result;
}

static int find_fork(git_tree **out, git_repository *repository, const cq_git_scope *scope) {
    git_oid from, to, fork;
    int result = find_commit(&from, repository, scope->from);
    if (result == 0) result = find_commit(&to, repository, scope->to ? scope->to : "HEAD");
    if (result == 0) result = git_merge_base(&fork, repository, &from, &to);
    return result == 0 ? find_tree(out, repository, git_oid_tostr_s(&fork)) : result;
}

/* *out is NULL for nothing: there was no commit yet, or nothing is what is wanted. */
static int find_from(git_tree **out, git_repository *repository, const cq_git_scope *scope) {
    if (scope->from && !scope->from[0]) return 0;
    if (scope->from)
        return scope->is_from_fork ? find_fork(out, repository, scope)
                                   : find_tree(out, repository, scope->from);
    int is_unborn = git_repository_head_unborn(repository);
    if (is_unborn) return is_unborn < 0 ? is_unborn : 0;
    return find_tree(out, repository, "HEAD");
}

static int compare_index(git_diff **out, git_repository *repository, git_tree *from,
                         const git_diff_options *options) {
    git_index *index = NULL;
    int result = cq_git_library_open_index(&index, repository);
    if (result == 0) result = git_diff_tree_to_index(out, repository, from, index, options);
    git_index_free(index);
    return result;
}

static int compare_commit(git_diff **out, git_repository *repository, git_tree *from,
                          const char *revision, const git_diff_options *options) {
    git_tree *to = NULL;
    int result = find_tree(&to, repository, revision);
    if (result == 0) result = git_diff_tree_to_tree(out, repository, from, to, options);
    git_tree_free(to);
    return result;
}

static int compare_with(git_diff **out, git_repository *repository, git_tree *from,
                        const cq_git_scope *scope) {
    git_diff_options options;
    git_diff_options_init(&options, GIT_DIFF_OPTIONS_VERSION);
    options.context_lines = 0;
    options.ignore_submodules = GIT_SUBMODULE_IGNORE_ALL;
    options.flags = GIT_DIFF_INCLUDE_TYPECHANGE | GIT_DIFF_INDENT_HEURISTIC;
    if (scope->target == CQ_GIT_TARGET_INDEX) return compare_index(out, repository, from, &options);
    if (scope->target == CQ_GIT_TARGET_COMMIT)
        return compare_commit(out, repository, from, scope->to, &options);
    options.flags |= GIT_DIFF_INCLUDE_UNTRACKED | GIT_DIFF_RECURSE_UNTRACKED_DIRS;
    return git_diff_tree_to_workdir_with_index(out, repository, from, &options);
}

static int compare(git_diff **out, git_repository *repository, const cq_git_scope *scope) {
    git_tree *from = NULL;
    git_diff_find_options similar;
    git_diff_find_options_init(&similar, GIT_DIFF_FIND_OPTIONS_VERSION);
    similar.flags = GIT_DIFF_FIND_RENAMES | GIT_DIFF_FIND_COPIES;
    int result = find_from(&from, repository, scope);
    if (result == 0) result = compare_with(out, repository, from, scope);
    if (result == 0) result = git_diff_find_similar(*out, &similar);
    git_tree_free(from);
    return result;
}

/* --- what has changed --- */

static bool is_wanted(git_delta_t status) {
    return status == GIT_DELTA_ADDED || status == GIT_DELTA_MODIFIED ||
           status == GIT_DELTA_RENAMED || status == GIT_DELTA_COPIED ||
           status == GIT_DELTA_TYPECHANGE || status == GIT_DELTA_UNTRACKED;
}

static void push_hunks(cq_git_change *change, cq_arena *arena, git_patch *patch) {
    size_t count = git_patch_num_hunks(patch);
    for (size_t i = 0; i < count; i++) {
        const git_diff_hunk *hunk;
        if (git_patch_get_hunk(&hunk, NULL, patch, i) == 0 && hunk->new_lines)
            *CQ_ARRAY_PUSH(arena, &change->lines) =
                (cq_git_lines){(uint32_t)hunk->new_start, (uint32_t)hunk->new_lines};
    }
}

/* Where a patch cannot be made, nothing is known but that the file has changed. */
static void push_delta(cq_git_changes *changes, git_diff *diff, size_t i) {
    const git_diff_delta *delta = git_diff_get_delta(diff, i);
    bool has_id = delta->new_file.flags & GIT_DIFF_FLAG_VALID_ID;
    cq_str blob = cq_str_of(has_id ? git_oid_tostr_s(&delta->new_file.id) : "");
    cq_git_change *change = NULL;
    if (is_wanted(delta->status))
        change = cq_git_changes_push(changes, delta->new_file.mode, cq_str_of(delta->new_file.path),
                                     blob);
    if (!change) return;
    git_patch *patch = NULL;
    if (delta->status == GIT_DELTA_COPIED)
        change->origin = cq_str_dup(changes->arena, cq_str_of(delta->old_file.path));
    change->is_new = delta->status == GIT_DELTA_TYPECHANGE ||
                     delta->status == GIT_DELTA_UNTRACKED ||
                     git_patch_from_diff(&patch, diff, i) != 0;
    if (patch) push_hunks(change, changes->arena, patch);
    git_patch_free(patch);
}

bool cq_git_changes_read(cq_git_changes *changes, git_repository *repository,
                         const cq_git_scope *scope, cq_err *err) {
    const char *root = git_repository_workdir(repository);
    if (!root && scope->target != CQ_GIT_TARGET_COMMIT)
        return cq_fail(err, CQ_EINVAL, "%s: a repository without a work tree",
                       git_repository_path(repository));
    git_diff *diff = NULL;
    if (compare(&diff, repository, scope) != 0)
        return cq_git_library_fail(err, GIT_ERROR, git_repository_path(repository));
    size_t count = git_diff_num_deltas(diff);
    for (size_t i = 0; i < count; i++) push_delta(changes, diff, i);
    git_diff_free(diff);
    cq_str place = cq_str_of(root);
    changes->root =
        cq_str_dup(changes->arena, cq_str_slice(place, 0, place.len ? place.len - 1 : 0));
    return true;
}
