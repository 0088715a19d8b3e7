#include "plugins/git/hook.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/io.h"
#include "plugins/git/program.h"

/* The hook's text, cut where its name and the program's path stand. The first and the last lines
   are how it is known again: what stands before or behind them is somebody else's. */
static const char first_line[] = "#!/bin/sh\n# calque hook: ";
static const char last_line[] = "# calque hook: end\n";
static const char program_line[] = "\nprogram=";
static const char keep_line[] = "\nkept=${0%%/*}/%s.calque-kept\n";

/* What git writes to the hook is read once and told twice. */
static const char run_kept[] = "if [ -x \"$kept\" ]; then \"$kept\" \"$@\" || exit; fi\n";
static const char run_kept_with_input[] =
    "input=$(cat && echo .)\n"
    "tell() { printf %s \"${input%.}\"; }\n"
    "if [ -x \"$kept\" ]; then tell | \"$kept\" \"$@\" || exit; fi\n";
static const char find_program[] = "if command -v calque >/dev/null 2>&1; then program=calque; fi\n"
                                   "if [ \"$program\" = calque ] || [ -x \"$program\" ]; then\n";
static const char run_program[] = "    exec \"$program\" hook run %s \"$@\"\n";
static const char run_program_with_input[] =
    "    tell | \"$program\" hook run %s \"$@\"\n    exit\n";
static const char complain[] =
    "fi\n"
    "echo \"calque: there is none on PATH and none at $program, so nothing was checked\" >&2\n";

static const cq_git_hook_kind kinds[] = {
    {.name = "pre-commit", .skip = "git commit --no-verify"},
    {.name = "commit-msg", .skip = "git commit --no-verify"},
    {.name = "pre-push", .skip = "git push --no-verify", .has_input = true},
    {.name = "pre-receive", .has_input = true},
    {.name = NULL},
};

const cq_git_hook_kind *cq_git_hook_kinds(void) {
    return kinds;
}

const cq_git_hook_kind *cq_git_hook_kind_of(const char *name) {
    for (const cq_git_hook_kind *kind = kinds; kind->name; kind++)
        if (strcmp(kind->name, name) == 0) return kind;
    return NULL;
}

static void push_quoted(cq_buf *out, const char *text) {
    cq_buf_push(out, '\'');
    for (; *text; text++)
        if (*text == '\'')
            cq_buf_push_str(out, CQ_STR("'\\''"));
        else
            cq_buf_push(out, *text);
    cq_buf_push(out, '\'');
}

static void push_script(cq_buf *out, const cq_git_hook_kind *kind, const char *program) {
    cq_buf_push_format(out, "%s%s\n", first_line, kind->name);
    cq_buf_push_str(out, CQ_STR("# `calque hook install` wrote this; `calque hook uninstall` takes "
                                "it away and puts back what was here."));
    cq_buf_push_str(out, cq_str_of(program_line));
    push_quoted(out, program);
    cq_buf_push_format(out, keep_line, kind->name);
    cq_buf_push_str(out, cq_str_of(kind->has_input ? run_kept_with_input : run_kept));
    cq_buf_push_str(out, cq_str_of(find_program));
    if (kind->has_input)
        cq_buf_push_format(out, run_program_with_input, kind->name);
    else
        cq_buf_push_format(out, run_program, kind->name);
    cq_buf_push_str(out, cq_str_of(complain));
    if (kind->skip)
        cq_buf_push_format(out, "echo \"calque: to do without it this once: %s\" >&2\n",
                           kind->skip);
    cq_buf_push_format(out, "exit 1\n%s", last_line);
}

/* --- looking --- */

/* Hooks run at the root of the work tree, or in a bare repository: relative paths start there. */
static bool find_start(cq_buf *out, bool *is_bare, const char *folder, cq_err *err) {
    static const char *const tree[] = {"rev-parse", "--show-toplevel", NULL};
    static const char *const bare[] = {"rev-parse", "--absolute-git-dir", NULL};
    if (cq_git_program_read_line(out, folder, tree, NULL)) return true;
    out->len = 0;
    *is_bare = true;
    return cq_git_program_read_line(out, folder, bare, err);
}

static bool find_folder(cq_git_hook *hook, const char *folder, cq_err *err) {
    static const char *const arguments[] = {"rev-parse", "--git-path", "hooks", NULL};
    cq_buf start = {0}, answer = {0};
    bool ok = find_start(&start, &hook->is_bare, folder, err);
    cq_buf_push(&start, '\0');
    ok = ok && cq_git_program_read_line(&answer, start.ptr, arguments, err);
    if (ok && answer.len && answer.ptr[0] == '/')
        hook->folder = cq_str_dup(&hook->arena, cq_buf_get(&answer));
    else if (ok)
        hook->folder =
            cq_str_format(&hook->arena, "%s/%.*s", start.ptr, CQ_FMT(cq_buf_get(&answer)));
    cq_buf_release(&start);
    cq_buf_release(&answer);
    return ok;
}

static bool is_there(const char *path) {
    struct stat info;
    return lstat(path, &info) == 0;
}

static cq_git_hook_state judge(const cq_git_hook *hook) {
    if (cq_str_find(hook->text, cq_str_of(first_line)) == SIZE_MAX) return CQ_GIT_HOOK_FOREIGN;
    bool is_whole = cq_str_has_prefix(hook->text, cq_str_of(first_line)) &&
                    cq_str_has_suffix(hook->text, cq_str_of(last_line));
    return is_whole ? CQ_GIT_HOOK_OURS : CQ_GIT_HOOK_CHANGED;
}

static void look(cq_git_hook *hook) {
    hook->text = CQ_STR("");
    hook->has_kept = is_there(hook->kept.ptr);
    hook->is_executable = access(hook->path.ptr, X_OK) == 0;
    hook->state = CQ_GIT_HOOK_ABSENT;
    if (!is_there(hook->path.ptr)) return;
    cq_buf text = {0};
    if (cq_io_read_file(&text, hook->path.ptr, NULL))
        hook->text = cq_str_dup(&hook->arena, cq_buf_get(&text));
    cq_buf_release(&text);
    hook->state = judge(hook);
}

bool cq_git_hook_open(cq_git_hook *hook, const char *folder, const cq_git_hook_kind *kind,
                      cq_err *err) {
    *hook = (cq_git_hook){0};
    cq_arena_init(&hook->arena);
    hook->kind = kind;
    if (!find_folder(hook, folder, err)) {
        cq_git_hook_close(hook);
        return false;
    }
    hook->path = cq_str_format(&hook->arena, "%s/%s", hook->folder.ptr, kind->name);
    hook->kept = cq_str_format(&hook->arena, "%s.calque-kept", hook->path.ptr);
    look(hook);
    return true;
}

void cq_git_hook_close(cq_git_hook *hook) {
    cq_arena_release(&hook->arena);
    *hook = (cq_git_hook){0};
}

/* Undoes push_quoted up to the closing mark. */
static void push_unquoted(cq_buf *out, cq_str quoted) {
    for (size_t i = 1; i < quoted.len; i++) {
        if (quoted.ptr[i] != '\'')
            cq_buf_push(out, quoted.ptr[i]);
        else if (cq_str_has_prefix(cq_str_slice(quoted, i, quoted.len), CQ_STR("'\\''")))
            cq_buf_push(out, quoted.ptr[i += 3]);
        else
            return;
    }
}

cq_str cq_git_hook_program(cq_git_hook *hook) {
    size_t line = cq_str_find(hook->text, cq_str_of(program_line));
    if (hook->state != CQ_GIT_HOOK_OURS || line == SIZE_MAX) return CQ_STR("");
    cq_buf program = {0};
    push_unquoted(&program, cq_str_slice(hook->text, line + strlen(program_line), hook->text.len));
    cq_str out = cq_str_dup(&hook->arena, cq_buf_get(&program));
    cq_buf_release(&program);
    return out;
}

/* --- changing --- */

static bool make_folders(const char *path, cq_err *err) {
    cq_buf part = {0};
    bool ok = true;
    for (size_t i = 1; ok && i <= strlen(path); i++) {
        if (path[i] != '/' && path[i] != '\0') continue;
        part.len = 0;
        cq_buf_push_format(&part, "%.*s", (int)i, path);
        ok = mkdir(part.ptr, 0777) == 0 || errno == EEXIST;
    }
    if (!ok) cq_fail_errno(err, errno, path);
    cq_buf_release(&part);
    return ok;
}

static bool write_file(const char *path, cq_str text, cq_err *err) {
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0777);
    if (fd < 0) return cq_fail_errno(err, errno, path);
    bool ok = cq_io_write_stream(fd, text, path, err);
    if (close(fd) != 0 && ok) return cq_fail_errno(err, errno, path);
    return ok;
}

static bool move(const char *from, const char *to, cq_err *err) {
    return rename(from, to) == 0 ? true : cq_fail_errno(err, errno, from);
}

static bool fail_changed(const cq_git_hook *hook, cq_err *err) {
    return cq_fail(err, CQ_EINVAL,
                   "%s: changed since calque wrote it, so it stays; delete it, or move your lines "
                   "to %s.calque-kept",
                   hook->path.ptr, hook->kind->name);
}

/* Whether another hook can be kept under another name. husky finds its script by the name that the
   hook is called by: moved aside, it would do nothing and say nothing. */
static bool can_be_kept(const cq_git_hook *hook, cq_err *err) {
    struct stat info;
    if (stat(hook->path.ptr, &info) == 0 && S_ISDIR(info.st_mode))
        return cq_fail(err, CQ_EINVAL, "%s: a folder, and no hook; move it away", hook->path.ptr);
    if (cq_str_has_suffix(hook->folder, CQ_STR("/.husky/_")) ||
        cq_str_find(hook->text, CQ_STR("husky")) != SIZE_MAX)
        return cq_fail(err, CQ_EINVAL,
                       "%s: husky runs the hooks here; add the line `calque hook run %s` to "
                       ".husky/%s instead",
                       hook->path.ptr, hook->kind->name, hook->kind->name);
    if (hook->state == CQ_GIT_HOOK_FOREIGN && hook->has_kept)
        return cq_fail(err, CQ_EINVAL,
                       "%s: not calque's, and an earlier hook is kept beside it already; move one "
                       "of the two away",
                       hook->path.ptr);
    return true;
}

bool cq_git_hook_install(cq_git_hook *hook, const char *program, cq_err *err) {
    if (hook->state == CQ_GIT_HOOK_CHANGED) return fail_changed(hook, err);
    if (!can_be_kept(hook, err) || !make_folders(hook->folder.ptr, err)) return false;
    cq_buf script = {0};
    push_script(&script, hook->kind, program);
    const char *fresh = cq_str_format(&hook->arena, "%s.calque-new", hook->path.ptr).ptr;
    bool ok = write_file(fresh, cq_buf_get(&script), err);
    if (ok && hook->state == CQ_GIT_HOOK_FOREIGN) ok = move(hook->path.ptr, hook->kept.ptr, err);
    ok = ok && move(fresh, hook->path.ptr, err);
    if (!ok) unlink(fresh);
    cq_buf_release(&script);
    look(hook);
    return ok;
}

static bool take_away(const cq_git_hook *hook, cq_err *err) {
    if (hook->has_kept) return move(hook->kept.ptr, hook->path.ptr, err);
    return unlink(hook->path.ptr) == 0 ? true : cq_fail_errno(err, errno, hook->path.ptr);
}

bool cq_git_hook_uninstall(cq_git_hook *hook, cq_err *err) {
    if (hook->state == CQ_GIT_HOOK_CHANGED) return fail_changed(hook, err);
    if (hook->state == CQ_GIT_HOOK_FOREIGN)
        return cq_fail(err, CQ_EINVAL, "%s: not calque's, so it stays", hook->path.ptr);
    bool ok = hook->state == CQ_GIT_HOOK_ABSENT && !hook->has_kept ? true : take_away(hook, err);
    look(hook);
    return ok;
}
