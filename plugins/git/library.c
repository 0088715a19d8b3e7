#include "plugins/git/library.h"

#include <stdlib.h>

#include "base/buf.h"

/* The extension only says that there is one more configuration file; nothing read here is in it. */
static const char *const understood_extensions[] = {"worktreeconfig"};

bool cq_git_library_fail(cq_err *err, int result, const char *subject) {
    const git_error *last = git_error_last();
    const char *reason = last && last->message ? last->message : "libgit2 gives no reason";
    /* libgit2 1.5 says "not found" of a foreign repository, too: of the setting that trusts it. */
    bool is_nowhere = result == GIT_ENOTFOUND && last && last->klass == GIT_ERROR_REPOSITORY;
    cq_err_code code = is_nowhere ? CQ_ENOENT : CQ_EINVAL;
    return cq_fail(err, code, "%s: %s", subject, reason);
}

/* libgit2 would take a relative GIT_DIR from the working directory, git takes it from `folder`. */
static bool is_environment_elsewhere(const char *folder) {
    const char *named = getenv("GIT_DIR");
    return named && named[0] != '/' && strcmp(folder, ".") != 0;
}

static int open_from_environment(git_repository **out, const char *folder) {
    const char *start = getenv("GIT_DIR") ? NULL : folder; /* NULL: what GIT_DIR names */
    return git_repository_open_ext(out, start, GIT_REPOSITORY_OPEN_FROM_ENV, NULL);
}

static int open_from_folder(git_repository **out, const char *folder, cq_git_trust trust) {
    if (trust == CQ_GIT_TRUST_OWNED) return git_repository_open_ext(out, folder, 0, NULL);
    git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, 0);
    int result = git_repository_open_ext(out, folder, 0, NULL);
    git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, 1);
    return result;
}

bool cq_git_library_open(git_repository **out, const char *folder, bool use_environment,
                         cq_git_trust trust, cq_err *err) {
    if (use_environment && is_environment_elsewhere(folder))
        return cq_fail(err, CQ_EINVAL, "%s: GIT_DIR is relative to another folder", folder);
    if (!cq_libgit2_start(err)) return false;
    git_libgit2_opts(GIT_OPT_SET_EXTENSIONS, understood_extensions,
                     sizeof understood_extensions / sizeof *understood_extensions);
    *out = NULL;
    int result =
        use_environment ? open_from_environment(out, folder) : open_from_folder(out, folder, trust);
    if (result == 0) return true;
    cq_git_library_fail(err, result, folder);
    git_libgit2_shutdown();
    return false;
}

int cq_git_library_open_index(git_index **out, git_repository *repository) {
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

void cq_git_library_close(git_repository *repository) {
    git_repository_free(repository);
    git_libgit2_shutdown();
}
