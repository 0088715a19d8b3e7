#include "plugins/git/change.h"

#include <stdlib.h>

#include "plugins/git/library.h"
#include "plugins/git/program.h"
#include "text/markup.h"

static void push_change(cq_git_changes *out, cq_arena *arena, cq_str path, cq_str blob) {
    if (!cq_format_is_walked(path))
        return;
    cq_git_change *change = CQ_ARRAY_PUSH(arena, out);
    change->path = cq_str_dup(arena, path);
    change->blob = cq_str_dup(arena, blob);
}

/* --- with libgit2 --- */

/* HEAD's tree in *out, NULL before the first commit. A libgit2 result. */
static int find_head(git_tree **out, git_repository *repository) {
    int is_unborn = git_repository_head_unborn(repository);
    if (is_unborn)
        return is_unborn < 0 ? is_unborn : 0;
    git_object *tree = NULL;
    int result = git_revparse_single(&tree, repository, "HEAD^{tree}");
    *out = (git_tree *)tree;
    return result;
}

/* Git takes a relative GIT_INDEX_FILE from the root of the work tree, libgit2 from the working
   directory, and one that is not there is an empty index to both: a hook that had changed into a
   folder would see nothing staged. */
static int find_index(git_index **out, git_repository *repository) {
    const char *named = getenv("GIT_INDEX_FILE");
    const char *root = git_repository_workdir(repository);
    if (!named || !named[0] || named[0] == '/' || !root)
        return git_repository_index(out, repository);
    cq_buf path = {0};
    cq_buf_push_format(&path, "%s%s", root, named);
    int result = git_index_open(out, path.ptr);
    cq_buf_release(&path);
    return result;
}

static int compare_with_head(git_diff **out, git_repository *repository) {
    git_tree *head = NULL;
    git_index *index = NULL;
    git_diff_options options;
    git_diff_options_init(&options, GIT_DIFF_OPTIONS_VERSION);
    options.flags = GIT_DIFF_INCLUDE_TYPECHANGE | GIT_DIFF_SKIP_BINARY_CHECK;
    int result = find_head(&head, repository);
    if (result == 0)
        result = find_index(&index, repository);
    if (result == 0)
        result = git_diff_tree_to_index(out, repository, head, index, &options);
    git_index_free(index);
    git_tree_free(head);
    return result;
}

static bool is_regular(uint32_t mode) {
    return mode == GIT_FILEMODE_BLOB || mode == GIT_FILEMODE_BLOB_EXECUTABLE;
}

static bool is_wanted(const git_diff_delta *delta) {
    return (delta->status == GIT_DELTA_ADDED || delta->status == GIT_DELTA_MODIFIED ||
            delta->status == GIT_DELTA_TYPECHANGE) &&
           is_regular(delta->new_file.mode);
}

bool cq_git_changes_read(cq_git_changes *out, cq_str *root, cq_arena *arena,
                         git_repository *repository, cq_err *err) {
    git_diff *diff = NULL;
    const char *place = git_repository_workdir(repository);
    if (!place)
        return cq_fail(err, CQ_EINVAL, "%s: a repository without a work tree",
                       git_repository_path(repository));
    int result = compare_with_head(&diff, repository);
    if (result != 0) /* whatever is not found here, the repository is there */
        return cq_git_library_fail(err, GIT_ERROR, git_repository_path(repository));
    size_t count = git_diff_num_deltas(diff);
    for (size_t i = 0; i < count; i++) {
        const git_diff_delta *delta = git_diff_get_delta(diff, i);
        if (is_wanted(delta))
            push_change(out, arena, cq_str_of(delta->new_file.path),
                        cq_str_of(git_oid_tostr_s(&delta->new_file.id)));
    }
    git_diff_free(diff);
    *root = cq_str_dup(arena, cq_str_slice(cq_str_of(place), 0, strlen(place) - 1));
    return true;
}

/* --- with the git program --- */

/* The text up to `end` in *out, the rest behind it in *rest; false where there is no `end`. */
static bool cut_field(cq_str *out, cq_str *rest, char end) {
    const char *found = rest->len ? memchr(rest->ptr, end, rest->len) : NULL;
    if (!found)
        return false;
    size_t length = (size_t)(found - rest->ptr);
    *out = cq_str_slice(*rest, 0, length);
    *rest = cq_str_slice(*rest, length + 1, rest->len);
    return true;
}

/* ":100644 100755 OLD NEW M" NUL path NUL, again and again. */
static bool read_raw(cq_git_changes *out, cq_arena *arena, cq_str raw, cq_err *err) {
    cq_str old_mode, mode, old_blob, blob, status, path;
    while (raw.len) {
        if (!cut_field(&old_mode, &raw, ' ') || !cut_field(&mode, &raw, ' ') ||
            !cut_field(&old_blob, &raw, ' ') || !cut_field(&blob, &raw, ' ') ||
            !cut_field(&status, &raw, '\0') || !cut_field(&path, &raw, '\0'))
            return cq_fail(err, CQ_EINVAL, "git: an answer to `diff --raw` that is none");
        if (cq_str_has_prefix(mode, CQ_STR("100")))
            push_change(out, arena, path, blob);
    }
    return true;
}

static bool ask_root(cq_str *root, cq_arena *arena, const char *folder, cq_err *err) {
    static const char *const arguments[] = {"rev-parse", "--show-toplevel", NULL};
    cq_buf line = {0};
    bool ok = cq_git_program_read_line(&line, folder, arguments, err);
    if (ok)
        *root = cq_str_dup(arena, cq_buf_get(&line));
    cq_buf_release(&line);
    return ok;
}

bool cq_git_changes_ask(cq_git_changes *out, cq_str *root, cq_arena *arena, const char *folder,
                        cq_err *err) {
    static const char *const arguments[] = {
        "-c",           "diff.relative=false", "diff",          "--cached",
        "--raw",        "-z",                  "--no-abbrev",   "--no-renames",
        "--no-ext-diff", "--ignore-submodules", "--diff-filter=ACMRT", NULL};
    if (!ask_root(root, arena, folder, err))
        return false;
    cq_buf raw = {0};
    bool ok = cq_git_program_read(&raw, folder, arguments, CQ_GIT_ENVIRONMENT_KEPT, err) &&
              read_raw(out, arena, cq_buf_get(&raw), err);
    cq_buf_release(&raw);
    return ok;
}
