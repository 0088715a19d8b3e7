#include "plugins/git/staged.h"

#include <stdlib.h>

#include "plugins/git/library.h"

enum { REGULAR = 0100000, TYPE_BITS = 0170000 };

typedef struct staged {
    const char *name;
    cq_git_staged_take *take;
    void *context;
    cq_troubles *troubles;
    cq_arena arena;
    cq_git_changes files; /* in that arena */
} staged;

static bool has_name(const staged *s, cq_str path) {
    size_t name = cq_str_find_last(path, '/') + 1; /* none: 0 */
    return cq_str_is_equal(cq_str_slice(path, name, path.len), cq_str_of(s->name));
}

static void push_file(staged *s, unsigned long mode, cq_str path, cq_str blob) {
    if ((mode & TYPE_BITS) != REGULAR || !has_name(s, path)) return;
    cq_git_change *file = CQ_ARRAY_PUSH(&s->arena, &s->files.list);
    file->path = cq_str_dup(&s->arena, path);
    file->blob = cq_str_dup(&s->arena, blob);
}

static bool take_blob(void *context, const cq_git_change *file, cq_str bytes, const char *trouble) {
    staged *s = context;
    cq_str path = cq_str_format(&s->arena, "%s/%s", s->files.root.ptr, file->path.ptr);
    if (trouble)
        cq_troubles_push(s->troubles, "%s: %s", path.ptr, trouble);
    else
        s->take(s->context, path, bytes);
    return true;
}

/* --- from the git program --- */

/* "100644 ID 0" TAB path. */
static void read_entry(staged *s, cq_str entry) {
    size_t tab = cq_str_find(entry, CQ_STR("\t")), space = cq_str_find(entry, CQ_STR(" "));
    if (tab == SIZE_MAX || space > tab) return;
    cq_str rest = cq_str_slice(entry, space + 1, tab), stage = CQ_STR(" 0");
    if (cq_str_has_suffix(rest, stage))
        push_file(s, strtoul(entry.ptr, NULL, 8), cq_str_slice(entry, tab + 1, entry.len),
                  cq_str_slice(rest, 0, rest.len - stage.len));
}

static bool list_with_program(staged *s, cq_git_program *program, cq_err *err) {
    cq_buf list = {0};
    bool ok = cq_git_program_take(&list, program, err);
    for (size_t start = 0; ok && start < list.len;) {
        cq_str entry = cq_str_of(list.ptr + start); /* each ends with a NUL */
        start += entry.len + 1;
        read_entry(s, entry);
    }
    cq_buf_release(&list);
    return ok;
}

/* Those who answer for the changes answer for these, too: no git is started. */
static bool go_with_program(staged *s, cq_git_staged *question, cq_git_changed *changed) {
    if (question->err.code != CQ_OK || !list_with_program(s, &question->program, &question->err) ||
        changed->err.code != CQ_OK)
        return false;
    if (!s->files.list.len) return true;
    cq_err late = {0};
    if (!cq_git_changes_find_root(&s->files.root, &changed->changes, &late) ||
        !cq_git_blobs_take(&changed->blobs, &s->files, take_blob, s, &late))
        cq_troubles_push(s->troubles, "%s", late.message);
    return true;
}

/* --- from libgit2 --- */

static bool list_with_library(staged *s, git_repository *repository) {
    cq_str root = cq_str_of(git_repository_workdir(repository)); /* ends in a slash */
    git_index *index = NULL;
    if (!root.len || cq_git_library_open_index(&index, repository) != 0) return false;
    s->files.root = cq_str_dup(&s->arena, cq_str_slice(root, 0, root.len - 1));
    for (size_t i = 0; i < git_index_entrycount(index); i++) {
        const git_index_entry *entry = git_index_get_byindex(index, i);
        if (git_index_entry_stage(entry) == 0)
            push_file(s, entry->mode, cq_str_of(entry->path),
                      cq_str_of(git_oid_tostr_s(&entry->id)));
    }
    git_index_free(index);
    return true;
}

static bool go_with_library(staged *s, const char *folder) {
    git_repository *repository = NULL;
    if (!cq_git_library_open(&repository, folder, true, CQ_GIT_TRUST_OWNED, NULL)) return false;
    bool ok = list_with_library(s, repository);
    if (ok) cq_git_blobs_read(&s->files, repository, take_blob, s);
    cq_git_library_close(repository);
    return ok;
}

void cq_git_staged_ask(cq_git_staged *question, const char *folder, const char *name) {
    cq_buf pattern = {0};
    cq_buf_push_format(&pattern, ":(top,glob)**/%s", name);
    const char *const arguments[] = {"ls-files", "--stage",   "-z", "--full-name",
                                     "--",       pattern.ptr, NULL};
    *question = (cq_git_staged){.folder = folder, .name = name};
    cq_git_program_open(&question->program, folder, arguments, CQ_GIT_ENVIRONMENT_KEPT, NULL,
                        &question->err);
    cq_buf_release(&pattern);
}

bool cq_git_staged_take_all(cq_git_staged *question, cq_git_changed *changed,
                            cq_git_staged_take *take, void *context, cq_troubles *troubles) {
    staged s = {.name = question->name, .take = take, .context = context, .troubles = troubles};
    cq_arena_init(&s.arena);
    s.files.arena = &s.arena;
    bool ok = go_with_program(&s, question, changed) ||
              (question->err.code == CQ_ENOENT && go_with_library(&s, question->folder));
    cq_arena_release(&s.arena);
    return ok;
}
