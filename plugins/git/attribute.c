#include "plugins/git/attribute.h"

#include <stdlib.h>

#include "plugins/git/library.h"
#include "plugins/git/program.h"
#include "plugins/git/scratch.h"

static const char *const names[] = {"calque", "calque-language", "linguist-generated", "text",
                                    "filter", "working-tree-encoding", "calque-source"};

enum { NAME_COUNT = sizeof names / sizeof *names };

static bool is_value(cq_str value) {
    return !cq_str_is_equal(value, CQ_STR("set")) && !cq_str_is_equal(value, CQ_STR("unset")) &&
           !cq_str_is_equal(value, CQ_STR("unspecified"));
}

/* What `values`, in the order of the names, say of a file. */
static void apply(cq_git_change *change, cq_arena *arena, const cq_str *values) {
    cq_str calque = values[0], language = values[1], generated = values[2], text = values[3];
    change->is_left_out =
        cq_str_is_equal(calque, CQ_STR("unset")) || cq_str_is_equal(calque, CQ_STR("false")) ||
        cq_str_is_equal(generated, CQ_STR("set")) || cq_str_is_equal(generated, CQ_STR("true")) ||
        cq_str_is_equal(text, CQ_STR("unset"));
    change->is_converted = is_value(values[4]) || is_value(values[5]);
    if (is_value(language))
        change->language = cq_str_dup(arena, language);
    if (is_value(values[6]))
        change->source = cq_str_dup(arena, values[6]);
}

/* --- from the git program --- */

/* Absolute where there is a work tree: the working directory may be below its root. */
static cq_str name_file(const cq_git_changes *changes, cq_str path) {
    return changes->root.len
               ? cq_str_format(changes->arena, "%s/%s", changes->root.ptr, path.ptr)
               : path;
}

/* The paths, each with its NUL, for git to read. NULL: no file for them can be made. */
static FILE *write_paths(const cq_git_changes *changes) {
    FILE *file = cq_git_program_scratch();
    cq_arena_mark mark = cq_arena_get_mark(changes->arena);
    for (uint32_t i = 0; file && i < changes->list.len; i++) {
        cq_str name = name_file(changes, changes->list.at[i].path);
        fwrite(name.ptr, 1, name.len + 1, file);
        cq_arena_rewind(changes->arena, mark);
    }
    if (file)
        rewind(file); /* flushes, too */
    return file;
}

/* Cuts a field with its NUL off `rest`. */
static bool cut_field(cq_str *out, cq_str *rest) {
    const char *end = rest->len ? memchr(rest->ptr, '\0', rest->len) : NULL;
    if (!end)
        return false;
    *out = cq_str_slice(*rest, 0, (size_t)(end - rest->ptr));
    *rest = cq_str_slice(*rest, out->len + 1, rest->len);
    return true;
}

/* PATH NUL NAME NUL VALUE NUL, again and again: the names of each path in order. */
static bool read_answer(cq_git_changes *changes, cq_str answer, cq_err *err) {
    for (uint32_t i = 0; i < changes->list.len; i++) {
        cq_str path, name, values[NAME_COUNT];
        for (int n = 0; n < NAME_COUNT; n++)
            if (!cut_field(&path, &answer) || !cut_field(&name, &answer) ||
                !cut_field(&values[n], &answer) || !cq_str_is_equal(name, cq_str_of(names[n])))
                return cq_fail(err, CQ_EINVAL, "git: an answer to `check-attr` that is none");
        apply(&changes->list.at[i], changes->arena, values);
    }
    return true;
}

static bool ask(cq_git_changes *changes, const char *folder, bool from_index, cq_err *err) {
    const char *arguments[NAME_COUNT + 5] = {"check-attr", "-z", "--stdin"};
    int count = 3;
    if (from_index)
        arguments[count++] = "--cached";
    for (int n = 0; n < NAME_COUNT; n++)
        arguments[count++] = names[n];
    FILE *paths = write_paths(changes);
    if (!paths)
        return cq_fail(err, CQ_EIO, "git: no temporary file can be written");
    cq_buf answer = {0};
    cq_git_program program;
    bool ok = cq_git_program_open(&program, folder, arguments, CQ_GIT_ENVIRONMENT_KEPT, paths, err);
    ok = ok && cq_git_program_take(&answer, &program, err) &&
         read_answer(changes, cq_buf_get(&answer), err);
    cq_buf_release(&answer);
    fclose(paths);
    return ok;
}

/* Older git reads attributes from the index or from files only: the commit becomes an index. */
static bool ask_with_index(cq_git_changes *changes, const char *folder, const char *revision,
                           cq_err *err) {
    const char *const arguments[] = {"read-tree", revision, NULL};
    cq_buf nothing = {0};
    bool ok = cq_git_program_read(&nothing, folder, arguments, CQ_GIT_ENVIRONMENT_KEPT, err) &&
              ask(changes, folder, true, err);
    cq_buf_release(&nothing);
    return ok;
}

static bool ask_of_commit(cq_git_changes *changes, const char *folder, const char *revision,
                          cq_err *err) {
    const char *before = getenv("GIT_INDEX_FILE");
    cq_str old = cq_str_dup(changes->arena, cq_str_of(before)), scratch;
    if (!cq_git_scratch_make(&scratch, changes->arena, err))
        return false;
    cq_str index = cq_str_format(changes->arena, "%s/index", scratch.ptr);
    setenv("GIT_INDEX_FILE", index.ptr, 1); /* nothing else runs yet */
    bool ok = ask_with_index(changes, folder, revision, err);
    if (before)
        setenv("GIT_INDEX_FILE", old.ptr, 1);
    else
        unsetenv("GIT_INDEX_FILE");
    cq_git_scratch_remove(scratch);
    return ok;
}

bool cq_git_attributes_ask(cq_git_changes *changes, const char *folder, const cq_git_scope *scope,
                           cq_err *err) {
    if (!changes->list.len)
        return true;
    if (scope->target == CQ_GIT_TARGET_COMMIT)
        return ask_of_commit(changes, folder, scope->to, err);
    return ask(changes, folder, scope->target == CQ_GIT_TARGET_INDEX, err);
}

/* --- from libgit2 --- */

/* As git words it. */
static cq_str word_value(const char *value) {
    switch (git_attr_value(value)) {
    case GIT_ATTR_VALUE_TRUE:
        return CQ_STR("set");
    case GIT_ATTR_VALUE_FALSE:
        return CQ_STR("unset");
    case GIT_ATTR_VALUE_STRING:
        return cq_str_of(value);
    case GIT_ATTR_VALUE_UNSPECIFIED:
        break;
    }
    return CQ_STR("unspecified");
}

static bool prepare_options(git_attr_options *out, git_repository *repository,
                            const cq_git_scope *scope) {
    *out = (git_attr_options)GIT_ATTR_OPTIONS_INIT;
    out->flags = scope->target == CQ_GIT_TARGET_FILES ? GIT_ATTR_CHECK_FILE_THEN_INDEX
                                                      : GIT_ATTR_CHECK_INDEX_ONLY;
    if (scope->target != CQ_GIT_TARGET_COMMIT)
        return true;
    cq_buf name = {0};
    git_object *commit = NULL;
    cq_buf_push_format(&name, "%s^{commit}", scope->to);
    bool ok = git_revparse_single(&commit, repository, name.ptr) == 0;
    if (ok) {
        out->flags |= GIT_ATTR_CHECK_INCLUDE_COMMIT;
        git_oid_cpy(&out->attr_commit_id, git_object_id(commit));
    }
    cq_buf_release(&name);
    git_object_free(commit);
    return ok;
}

bool cq_git_attributes_read(cq_git_changes *changes, git_repository *repository,
                            const cq_git_scope *scope, cq_err *err) {
    git_attr_options options;
    if (!prepare_options(&options, repository, scope))
        return cq_git_library_fail(err, GIT_ERROR, scope->to);
    for (uint32_t i = 0; i < changes->list.len; i++) {
        const char *found[NAME_COUNT];
        const char *path = changes->list.at[i].path.ptr;
        const char *asked[NAME_COUNT]; /* libgit2's parameter is const at one level only */
        memcpy(asked, names, sizeof asked);
        if (git_attr_get_many_ext(found, repository, &options, path, NAME_COUNT, asked) != 0)
            return cq_git_library_fail(err, GIT_ERROR, path);
        cq_str values[NAME_COUNT];
        for (int n = 0; n < NAME_COUNT; n++)
            values[n] = word_value(found[n]);
        apply(&changes->list.at[i], changes->arena, values);
    }
    return true;
}
