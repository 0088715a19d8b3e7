#include "plugins/git/restage.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/io.h"
#include "plugins/git/lock.h"
#include "plugins/git/merge.h"
#include "plugins/git/object.h"
#include "plugins/git/program.h"

/* What is known of one of them on the way. */
typedef struct task {
    cq_git_restage *item;
    cq_str mode;   /* octal, as the index has it; empty: it is not staged as it was */
    cq_str blob;   /* of the fresh bytes */
    cq_str file;   /* in the working copy; absolute */
    cq_buf bytes;  /* that the file is to have */
    cq_buf before; /* what it had when it was read */
} task;

typedef struct restaging {
    const char *folder; /* where git is asked: the root, since it takes paths from there */
    cq_arena arena;
    CQ_ARRAY(task) tasks; /* by path */
} restaging;

static void refuse(task *t, const char *reason) {
    t->item->state = CQ_GIT_RESTAGE_NOT;
    cq_fail(&t->item->err, CQ_EINVAL, "%s: %s", t->item->path.ptr, reason);
}

static bool is_refused(const task *t) {
    return t->item->err.code != CQ_OK;
}

/* Runs git with `input` on its standard input and appends its answer to `out`. */
static bool tell(cq_buf *out, const restaging *m, const char *const *arguments, cq_str input,
                 cq_err *err) {
    FILE *file = cq_git_program_scratch();
    if (!file) return cq_fail(err, CQ_EIO, "git: no temporary file can be written");
    fwrite(input.ptr, 1, input.len, file);
    rewind(file);
    cq_git_program program;
    bool ok =
        cq_git_program_open(&program, m->folder, arguments, CQ_GIT_ENVIRONMENT_KEPT, file, err) &&
        cq_git_program_take(out, &program, err);
    fclose(file);
    return ok;
}

static cq_str keep_line(restaging *m, cq_buf *answer) {
    cq_str line = cq_str_dup(&m->arena, cq_str_trim(cq_buf_get(answer)));
    cq_buf_release(answer);
    return line;
}

/* --- what the index has --- */

static int compare_tasks(const void *a, const void *b) {
    return cq_str_compare(((const task *)a)->item->path, ((const task *)b)->item->path);
}

static task *find_task(restaging *m, cq_str path) {
    cq_git_restage wanted = {.path = path};
    task key = {.item = &wanted};
    return bsearch(&key, m->tasks.at, m->tasks.len, sizeof key, compare_tasks);
}

/* "100644 ID 0" TAB path. */
static void read_entry(restaging *m, cq_str entry) {
    size_t tab = cq_str_find(entry, CQ_STR("\t")), space = cq_str_find(entry, CQ_STR(" "));
    if (tab == SIZE_MAX || space > tab) return;
    task *t = find_task(m, cq_str_slice(entry, tab + 1, entry.len));
    cq_str rest = cq_str_slice(entry, space + 1, tab);
    if (t && cq_str_has_prefix(rest, t->item->blob) && cq_str_has_suffix(rest, CQ_STR(" 0")))
        t->mode = cq_str_dup(&m->arena, cq_str_slice(entry, 0, space));
}

static bool read_index(restaging *m, cq_err *err) {
    static const char *const arguments[] = {"ls-files", "--stage", "-z", "--full-name", ":/", NULL};
    cq_buf list = {0};
    bool ok = cq_git_program_read(&list, m->folder, arguments, CQ_GIT_ENVIRONMENT_KEPT, err);
    for (size_t start = 0; ok && start < list.len;) {
        cq_str entry = cq_str_of(list.ptr + start); /* each ends with a NUL */
        start += entry.len + 1;
        read_entry(m, entry);
    }
    cq_buf_release(&list);
    for (uint32_t i = 0; ok && i < m->tasks.len; i++)
        if (!m->tasks.at[i].mode.len) refuse(&m->tasks.at[i], "it was staged anew meanwhile");
    return ok;
}

/* --- new objects --- */

static bool write_objects(restaging *m, cq_err *err) {
    cq_strs texts = {0}, ids = {0};
    for (uint32_t i = 0; i < m->tasks.len; i++)
        if (!is_refused(&m->tasks.at[i]))
            *CQ_ARRAY_PUSH(&m->arena, &texts) = m->tasks.at[i].item->fresh;
    if (texts.len && !cq_git_objects_store(&ids, &m->arena, m->folder, &texts, err)) return false;
    for (uint32_t i = 0, next = 0; i < m->tasks.len; i++)
        if (!is_refused(&m->tasks.at[i])) m->tasks.at[i].blob = ids.at[next++];
    return true;
}

/* --- the working copy --- */

/* The bytes as git would stage them from a file of that path. */
static bool clean(cq_buf *out, restaging *m, const task *t, cq_str bytes) {
    const char *path = cq_str_format(&m->arena, "--path=%s", t->item->path.ptr).ptr;
    const char *const store[] = {"hash-object", "-w", "--stdin", path, NULL};
    cq_buf answer = {0};
    if (!tell(&answer, m, store, bytes, NULL)) {
        cq_buf_release(&answer);
        return false;
    }
    const char *const show[] = {"cat-file", "blob", keep_line(m, &answer).ptr, NULL};
    return cq_git_program_read(out, m->folder, show, CQ_GIT_ENVIRONMENT_KEPT, NULL);
}

/* The bytes of a blob as git would check them out there. */
static bool smudge(cq_buf *out, restaging *m, const task *t, cq_str blob) {
    const char *path = cq_str_format(&m->arena, "--path=%s", t->item->path.ptr).ptr;
    const char *const show[] = {"cat-file", "--filters", path, blob.ptr, NULL};
    return cq_git_program_read(out, m->folder, show, CQ_GIT_ENVIRONMENT_KEPT, NULL);
}

static bool store_and_smudge(cq_buf *out, restaging *m, const task *t, cq_str bytes) {
    static const char *const store[] = {"hash-object", "-w", "--stdin", NULL};
    cq_buf answer = {0};
    bool ok = tell(&answer, m, store, bytes, NULL);
    if (ok) return smudge(out, m, t, keep_line(m, &answer));
    cq_buf_release(&answer);
    return false;
}

/* Whether a filter of the repository leaves the bytes as they are, there and back. */
static bool is_kept(restaging *m, const task *t, cq_str bytes, cq_str cleaned) {
    cq_buf back = {0};
    bool is = store_and_smudge(&back, m, t, cleaned) && cq_str_is_equal(cq_buf_get(&back), bytes);
    cq_buf_release(&back);
    return is;
}

/* The change that is made to the staged content, made to what git would stage of the file. */
static bool merge(cq_buf *out, restaging *m, const task *t, cq_str cleaned) {
    cq_buf merged = {0};
    bool ok = cq_git_merge(&merged, t->item->old, cleaned, t->item->fresh) &&
              store_and_smudge(out, m, t, cq_buf_get(&merged));
    cq_buf_release(&merged);
    return ok;
}

/* Finds what the file is to have, and whether it can. A file that is staged as it is, byte by byte, needs
   no git for that. */
static cq_git_restage_state carry_over(restaging *m, task *t, cq_str bytes) {
    if (cq_str_is_equal(bytes, t->item->old)) {
        cq_buf_push_str(&t->bytes, t->item->fresh);
        return CQ_GIT_RESTAGE_BOTH;
    }
    cq_buf cleaned = {0};
    cq_git_restage_state state = CQ_GIT_RESTAGE_FILTERED;
    if (clean(&cleaned, m, t, bytes) && is_kept(m, t, bytes, cq_buf_get(&cleaned)))
        state = merge(&t->bytes, m, t, cq_buf_get(&cleaned)) ? CQ_GIT_RESTAGE_BOTH
                                                             : CQ_GIT_RESTAGE_STAGED;
    cq_buf_release(&cleaned);
    return state;
}

/* Whether the path leads to a regular file without symbolic links on the way: behind a link is no file
   of the working copy, and perhaps none of the repository. The root's own path is real: git says so. */
static bool is_file(const task *t) {
    struct stat info;
    char *real = realpath(t->file.ptr, NULL);
    bool is =
        real && strcmp(real, t->file.ptr) == 0 && stat(real, &info) == 0 && S_ISREG(info.st_mode);
    free(real);
    return is;
}

static void read_file(restaging *m, task *t) {
    if (!is_file(t)) {
        refuse(t, "it is staged, but no file of the working copy; it stays as it is");
    } else if (cq_io_read_file(&t->before, t->file.ptr, &t->item->err)) {
        t->item->state = carry_over(m, t, cq_buf_get(&t->before));
    }
}

static void write_file(task *t, cq_git_restage_replace *replace) {
    if (t->item->state == CQ_GIT_RESTAGE_BOTH &&
        !replace(t->file.ptr, cq_buf_get(&t->before), cq_buf_get(&t->bytes), &t->item->err))
        t->item->state = CQ_GIT_RESTAGE_NOT;
}

/* --- the index --- */

static bool write_index(restaging *m, cq_err *err) {
    static const char *const arguments[] = {"update-index", "-z", "--index-info", NULL};
    static const char *const refresh[] = {"update-index", "-q", "--refresh", NULL};
    cq_buf lines = {0}, answer = {0};
    for (uint32_t i = 0; i < m->tasks.len; i++) {
        const task *t = &m->tasks.at[i];
        if (is_refused(t)) continue;
        cq_buf_push_format(&lines, "%s %s\t%s", t->mode.ptr, t->blob.ptr, t->item->path.ptr);
        cq_buf_push(&lines, '\0');
    }
    bool ok = !lines.len || tell(&answer, m, arguments, cq_buf_get(&lines), err);
    if (ok && lines.len) /* so that the files count as looked at; what differs is no trouble */
        cq_git_program_read(&answer, m->folder, refresh, CQ_GIT_ENVIRONMENT_KEPT, NULL);
    cq_buf_release(&lines);
    cq_buf_release(&answer);
    return ok;
}

/* --- all of it --- */

static bool find_files(restaging *m, cq_git_restages *items, cq_err *err) {
    static const char *const arguments[] = {"rev-parse", "--show-toplevel", NULL};
    cq_buf answer = {0};
    if (!cq_git_program_read_line(&answer, m->folder, arguments, err)) return false;
    cq_str root = cq_str_dup(&m->arena, cq_buf_get(&answer));
    m->folder = root.ptr;
    cq_buf_release(&answer);
    for (uint32_t i = 0; i < items->len; i++) {
        task *t = CQ_ARRAY_PUSH(&m->arena, &m->tasks);
        t->item = &items->at[i];
        t->item->err = (cq_err){0};
        t->file = cq_str_format(&m->arena, "%s/%s", root.ptr, t->item->path.ptr);
    }
    qsort(m->tasks.at, m->tasks.len, sizeof *m->tasks.at, compare_tasks);
    return true;
}

static bool prepare(restaging *m, cq_err *err) {
    if (!read_index(m, err) || !write_objects(m, err)) return false;
    for (uint32_t i = 0; i < m->tasks.len; i++)
        if (!is_refused(&m->tasks.at[i])) read_file(m, &m->tasks.at[i]);
    return true;
}

static void release(restaging *m) {
    for (uint32_t i = 0; i < m->tasks.len; i++)
        cq_buf_release(&m->tasks.at[i].bytes), cq_buf_release(&m->tasks.at[i].before);
    cq_arena_release(&m->arena);
}

/* The index is held from the look at it to the last step: what others stage comes before or after. */
static bool restage(restaging *m, cq_git_restage_replace *replace, cq_err *err) {
    cq_git_lock lock;
    if (!cq_git_lock_take(&lock, &m->arena, m->folder, err)) return false;
    bool ok = prepare(m, err);
    for (uint32_t i = 0; ok && i < m->tasks.len; i++)
        if (!is_refused(&m->tasks.at[i])) write_file(&m->tasks.at[i], replace);
    if (ok && write_index(m, err)) return cq_git_lock_keep(&lock, err);
    cq_git_lock_drop(&lock);
    return false;
}

bool cq_git_restage_all(cq_git_restages *items, const char *folder, cq_git_restage_replace *replace,
                        cq_err *err) {
    if (!items->len) return true;
    restaging m = {.folder = folder};
    cq_arena_init(&m.arena);
    bool ok = find_files(&m, items, err) && restage(&m, replace, err);
    release(&m);
    return ok;
}
