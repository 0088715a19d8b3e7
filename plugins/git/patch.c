#include "plugins/git/patch.h"

#include "plugins/git/library.h"

#include <stdlib.h>
#include <unistd.h>

/* The nearest folder upwards that holds .git, with a slash at its end; `folder` itself where none does. */
static cq_str find_root(cq_arena *arena, cq_str folder) {
    cq_str at = folder;
    for (;;) {
        cq_str entry = cq_str_format(arena, "%.*s/.git", CQ_FMT(at));
        if (access(entry.ptr, F_OK) == 0) break;
        size_t slash = cq_str_find_last(at, '/');
        if (slash == SIZE_MAX) {
            at = folder;
            break;
        }
        at = cq_str_slice(at, 0, slash);
    }
    if (cq_str_has_suffix(at, CQ_STR("/"))) at.len--;
    return cq_str_format(arena, "%.*s/", CQ_FMT(at));
}

cq_str cq_git_patch_name(cq_arena *arena, const char *path) {
    char *real = realpath(path, NULL), *here = realpath(".", NULL);
    cq_str name = cq_str_dup(arena, cq_str_of(real ? real : path));
    cq_str root = here && real ? find_root(arena, cq_str_of(here)) : CQ_STR("");
    if (cq_str_has_prefix(name, root)) name = cq_str_slice(name, root.len, name.len);
    free(real);
    free(here);
    while (name.len && name.ptr[0] == '/') name = cq_str_slice(name, 1, name.len);
    return name;
}

/* libgit2 takes all texts for files that are not executable, and says so in the line "index". */
static void correct_mode(char *patch) {
    static const char plain[] = " 100644\n", executable[] = " 100755\n";
    char *line = strstr(patch, "\nindex "), *mode = line ? strstr(line, plain) : NULL;
    if (mode && mode < strchr(line + 1, '\n')) memcpy(mode, executable, strlen(executable));
}

/* The text is text whatever bytes are in it; names are told apart by a/ and b/, as git has it. */
static bool push_patch(cq_buf *out, const char *name, bool is_executable, cq_str before,
                       cq_str after, cq_err *err) {
    git_diff_options options = GIT_DIFF_OPTIONS_INIT;
    git_patch *patch = NULL;
    git_buf text = {0};
    options.flags = GIT_DIFF_FORCE_TEXT | GIT_DIFF_INDENT_HEURISTIC;
    int result = git_patch_from_buffers(&patch, before.ptr, before.len, name, after.ptr, after.len,
                                        name, &options);
    if (result == 0) result = git_patch_to_buf(&text, patch);
    if (result == 0 && text.size && is_executable) correct_mode(text.ptr);
    if (result == 0) cq_buf_push_str(out, (cq_str){text.ptr, text.size});
    if (result == 0 && text.size && text.ptr[text.size - 1] != '\n') cq_buf_push(out, '\n');
    git_buf_dispose(&text);
    git_patch_free(patch);
    return result == 0 || cq_git_library_fail(err, result, name);
}

bool cq_git_patch_push(cq_buf *out, cq_str name, bool is_executable, cq_str before, cq_str after,
                       cq_err *err) {
    if (cq_str_is_equal(before, after)) return true;
    if (!cq_libgit2_start(err)) return false;
    bool ok = push_patch(out, name.ptr, is_executable, before, after, err);
    git_libgit2_shutdown();
    return ok;
}
