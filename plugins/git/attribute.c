#include "plugins/git/attribute.h"

#include <stdlib.h>

#include "plugins/git/library.h"
#include "plugins/git/program.h"
#include "plugins/git/scratch.h"

static const char *const names[] = {"calque", "calque-language",       "linguist-generated", "text",
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
    if (is_value(language)) change->language = cq_str_dup(arena, language);
    if (is_value(values[6])) change->source = cq_str_dup(arena, values[6]);
}

/* --- from the git program --- */

/* Absolute where there is a work tree: the working directory may be below its root. */
static cq_str name_file(const cq_git_changes *changes, cq_str path) {
    return changes->root.len ? cq_str_format(changes->arena, "%s/%s", changes->root.ptr, path.ptr)
                             : path;
}

/* Tells git paths from `first` on, each with its NUL, as many as may be unanswered, or one; where the
   next ones begin. */
static uint32_t tell_paths(FILE *questions, const cq_git_changes *changes, uint32_t first) {
    cq_arena_mark mark = cq_arena_get_mark(changes->arena);
    size_t told = 0;
    uint32_t i = first;
    for (; i < changes->list.len; i++) {
        cq_str name = name_file(changes, changes->list.at[i].path);
        told += name.len + 1;
        if (i > first && told >= CQ_GIT_MOST_UNANSWERED) break;
        fwrite(name.ptr, 1, name.len + 1, questions);
        cq_arena_rewind(changes->arena, mark);
    }
    cq_arena_rewind(changes->arena, mark);
    fflush(questions);
    return i;
}

/* What git says of a path; the fields are in the arena. */
typedef struct answer {
    FILE *from;
    cq_arena *arena;
    char *field; /* getdelim's */
    size_t field_size;
} answer;

static bool read_field(cq_str *out, answer *a) {
    ssize_t length = getdelim(&a->field, &a->field_size, '\0', a->from);
    if (length < 1 || a->field[length - 1] != '\0') return false;
    *out = cq_str_dup(a->arena, (cq_str){a->field, (size_t)length - 1});
    return true;
}

/* PATH NUL NAME NUL VALUE NUL, the names in order. */
static bool read_values(cq_str values[], answer *a) {
    cq_str path, name;
    for (int n = 0; n < NAME_COUNT; n++)
        if (!read_field(&path, a) || !read_field(&name, a) || !read_field(&values[n], a) ||
            !cq_str_is_equal(name, cq_str_of(names[n])))
            return false;
    return true;
}

static bool read_answers(cq_git_changes *changes, const cq_git_program *program) {
    cq_arena scratch;
    cq_arena_init(&scratch);
    answer a = {.from = program->output, .arena = &scratch};
    cq_arena_mark mark = cq_arena_get_mark(&scratch);
    uint32_t told = 0;
    bool ok = true;
    for (uint32_t i = 0; ok && i < changes->list.len; i++) {
        cq_str values[NAME_COUNT];
        if (i == told) told = tell_paths(program->questions, changes, i);
        ok = read_values(values, &a);
        if (ok) apply(&changes->list.at[i], changes->arena, values);
        cq_arena_rewind(&scratch, mark);
    }
    free(a.field);
    cq_arena_release(&scratch);
    return ok;
}

static bool begin(cq_git_program *program, const char *folder, bool from_index, cq_err *err) {
    const char *arguments[NAME_COUNT + 5] = {"check-attr", "-z", "--stdin"};
    int count = 3;
    if (from_index) arguments[count++] = "--cached";
    for (int n = 0; n < NAME_COUNT; n++) arguments[count++] = names[n];
    return cq_git_program_open_asked(program, folder, arguments, err);
}

static bool end(cq_git_program *program, cq_git_changes *changes, cq_err *err) {
    bool is_whole = read_answers(changes, program);
    if (!cq_git_program_close(program, err)) return false;
    return is_whole || cq_fail(err, CQ_EINVAL, "git: an answer to `check-attr` that is none");
}

/* Older git reads attributes from the index or from files only: the commit becomes an index. */
static bool ask_with_index(cq_git_changes *changes, const char *folder, const char *revision,
                           cq_err *err) {
    const char *const arguments[] = {"read-tree", revision, NULL};
    cq_buf nothing = {0};
    cq_git_program program;
    bool ok = cq_git_program_read(&nothing, folder, arguments, CQ_GIT_ENVIRONMENT_KEPT, err) &&
              begin(&program, folder, true, err) && end(&program, changes, err);
    cq_buf_release(&nothing);
    return ok;
}

static bool ask_of_commit(cq_git_changes *changes, const char *folder, const char *revision,
                          cq_err *err) {
    const char *before = getenv("GIT_INDEX_FILE");
    cq_str old = cq_str_dup(changes->arena, cq_str_of(before)), scratch;
    if (!cq_git_scratch_make(&scratch, changes->arena, err)) return false;
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

bool cq_git_attributes_begin(cq_git_attributes *question, const char *folder,
                             const cq_git_scope *scope, cq_err *err) {
    *question = (cq_git_attributes){.folder = folder, .scope = scope};
    return scope->target == CQ_GIT_TARGET_COMMIT ||
           begin(&question->program, folder, scope->target == CQ_GIT_TARGET_INDEX, err);
}

bool cq_git_attributes_end(cq_git_attributes *question, cq_git_changes *changes, cq_err *err) {
    if (question->program.pid) return end(&question->program, changes, err);
    return !changes->list.len || ask_of_commit(changes, question->folder, question->scope->to, err);
}

void cq_git_attributes_drop(cq_git_attributes *question) {
    if (question->program.pid) cq_git_program_close(&question->program, NULL);
}

/* --- from libgit2 --- */

/* As git words it. */
static cq_str word_value(const char *value) {
    switch (git_attr_value(value)) {
    case GIT_ATTR_VALUE_TRUE: return CQ_STR("set");
    case GIT_ATTR_VALUE_FALSE: return CQ_STR("unset");
    case GIT_ATTR_VALUE_STRING: return cq_str_of(value);
    case GIT_ATTR_VALUE_UNSPECIFIED: break;
    }
    return CQ_STR("unspecified");
}

static bool prepare_options(git_attr_options *out, git_repository *repository,
                            const cq_git_scope *scope) {
    *out = (git_attr_options)GIT_ATTR_OPTIONS_INIT;
    out->flags = scope->target == CQ_GIT_TARGET_FILES ? GIT_ATTR_CHECK_FILE_THEN_INDEX
                                                      : GIT_ATTR_CHECK_INDEX_ONLY;
    if (scope->target != CQ_GIT_TARGET_COMMIT) return true;
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
        for (int n = 0; n < NAME_COUNT; n++) values[n] = word_value(found[n]);
        apply(&changes->list.at[i], changes->arena, values);
    }
    return true;
}
