#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "plugins/cli/command.h"
#include "plugins/cli/gate.h"
#include "plugins/cli/lint.h"

/* --- this program and the one that the hook would run --- */

static cq_str find_self(cq_arena *arena) {
    char *path = realpath("/proc/self/exe", NULL);
    cq_str out = cq_str_dup(arena, cq_str_of(path));
    free(path);
    return out;
}

static bool is_program(const char *path) {
    struct stat info;
    return stat(path, &info) == 0 && S_ISREG(info.st_mode) && access(path, X_OK) == 0;
}

/* The calque that sh would find; "" where there is none. */
static cq_str find_on_path(cq_arena *arena) {
    const char *folder = getenv("PATH");
    while (folder) {
        const char *end = strchr(folder, ':');
        int length = (int)(end ? (size_t)(end - folder) : strlen(folder));
        cq_str path =
            cq_str_format(arena, "%.*s/calque", length ? length : 1, length ? folder : ".");
        if (is_program(path.ptr)) return path;
        folder = end ? end + 1 : NULL;
    }
    return CQ_STR("");
}

static bool is_same_file(const char *a, const char *b) {
    struct stat first, second;
    return stat(a, &first) == 0 && stat(b, &second) == 0 && first.st_dev == second.st_dev &&
           first.st_ino == second.st_ino;
}

/* --- status --- */

static const char *describe(const cq_git_hook *hook) {
    switch (hook->state) {
    case CQ_GIT_HOOK_ABSENT: return "not installed";
    case CQ_GIT_HOOK_OURS:
        return hook->is_executable ? "installed"
                                   : "installed, but not executable: git passes it over";
    case CQ_GIT_HOOK_CHANGED: return "installed, and changed since";
    case CQ_GIT_HOOK_FOREIGN: return "not installed; there is another hook";
    }
    return "";
}

static bool does_kept_run(const cq_git_hook *hook) {
    return access(hook->kept.ptr, X_OK) == 0;
}

/* Says which program the hook runs; false where there is none. */
static bool print_program(cq_git_hook *hook) {
    cq_str self = find_self(&hook->arena);
    cq_str program = find_on_path(&hook->arena);
    const char *why = "found on PATH";
    if (!program.len) {
        program = cq_git_hook_program(hook);
        why = "none is on PATH";
    }
    if (!is_program(program.ptr)) {
        printf("runs: nothing: no calque on PATH, none at %s\n", program.ptr);
        return false;
    }
    if (is_same_file(program.ptr, self.ptr))
        printf("runs: %s (%s; this program)\n", program.ptr, why);
    else
        printf("runs: %s (%s; not this program, which is %s)\n", program.ptr, why, self.ptr);
    return true;
}

static int print_status(cq_git_hook *hook) {
    bool works = hook->state == CQ_GIT_HOOK_OURS && hook->is_executable;
    printf("%s: %s\n", hook->kind->name, describe(hook));
    printf("at: %s\n", hook->path.ptr);
    if (hook->has_kept)
        printf("%s: %s, the hook that was there\n",
               does_kept_run(hook) ? "before it runs" : "kept, not executable", hook->kept.ptr);
    if (hook->state == CQ_GIT_HOOK_OURS) works = print_program(hook) && works;
    return works ? CQ_EXIT_OK : CQ_EXIT_FINDINGS;
}

/* --- install, uninstall --- */

static int install(cq_git_hook *hook) {
    cq_err err = {0};
    bool was_there = hook->state == CQ_GIT_HOOK_OURS;
    bool was_another = hook->state == CQ_GIT_HOOK_FOREIGN;
    cq_str self = find_self(&hook->arena);
    if (!self.len) return cq_command_fail("/proc/self/exe: cannot tell where this program is");
    if (!cq_git_hook_install(hook, self.ptr, &err)) return cq_command_fail("%s", err.message);
    printf("calque: %s %s\n", hook->path.ptr,
           was_there ? "was installed; it is up to date" : "installed");
    if (was_another)
        printf("calque: the hook that was there is kept as %s and %s\n", hook->kept.ptr,
               does_kept_run(hook) ? "runs first" : "does not run, as it is not executable");
    return CQ_EXIT_OK;
}

static int uninstall(cq_git_hook *hook) {
    cq_err err = {0};
    if (hook->state == CQ_GIT_HOOK_ABSENT && !hook->has_kept) {
        printf("calque: %s is not installed\n", hook->path.ptr);
        return CQ_EXIT_OK;
    }
    if (!cq_git_hook_uninstall(hook, &err)) return cq_command_fail("%s", err.message);
    bool is_restored = hook->state != CQ_GIT_HOOK_ABSENT;
    printf("calque: %s %s\n", hook->path.ptr,
           is_restored ? "is again the hook that was there before" : "removed");
    return CQ_EXIT_OK;
}

/* --- the command --- */

/* What is done with the hook that is there. */
typedef struct hook_action {
    const char *name;
    int (*run)(cq_git_hook *hook);
} hook_action;

static const hook_action actions[] = {
    {"install", install}, {"uninstall", uninstall}, {"status", print_status}};

static int act(const hook_action *action, const cq_git_hook_kind *kind) {
    cq_err err = {0};
    cq_git_hook hook;
    if (!cq_git_hook_open(&hook, ".", kind, &err)) return cq_command_fail("%s", err.message);
    int status = action->run(&hook);
    cq_git_hook_close(&hook);
    return status;
}

/* Whether there is something of ours to look at or to take away. */
static bool is_installed(const cq_git_hook *hook) {
    return hook->state == CQ_GIT_HOOK_OURS || hook->state == CQ_GIT_HOOK_CHANGED || hook->has_kept;
}

/* Without a name: what is installed, or else the hook that most would want here. */
static int act_unnamed(const hook_action *action) {
    int status = CQ_EXIT_OK;
    uint32_t count = 0;
    bool is_bare = false, is_install = action->run == install;
    cq_err err = {0};
    for (const cq_git_hook_kind *kind = cq_git_hook_kinds(); kind->name; kind++) {
        cq_git_hook hook;
        if (!cq_git_hook_open(&hook, ".", kind, &err)) return cq_command_fail("%s", err.message);
        is_bare = hook.is_bare;
        if (!is_install && is_installed(&hook)) {
            int one = action->run(&hook);
            status = one > status ? one : status;
            count++;
        }
        cq_git_hook_close(&hook);
    }
    return count ? status
                 : act(action, cq_git_hook_kind_of(is_bare ? "pre-receive" : "pre-commit"));
}

static int fail_kind(const char *name) {
    return cq_command_fail("hook: %s: not a hook that calque runs (pre-commit, commit-msg, "
                           "pre-push and pre-receive are)",
                           name);
}

static int act_on(const hook_action *action, int argc, char **argv) {
    int status = CQ_EXIT_OK;
    for (int i = 0; i < argc; i++)
        if (!cq_git_hook_kind_of(argv[i])) return fail_kind(argv[i]);
    for (int i = 0; i < argc; i++) {
        int one = act(action, cq_git_hook_kind_of(argv[i]));
        status = one > status ? one : status;
    }
    return argc ? status : act_unnamed(action);
}

static int run_hook(int argc, char **argv) {
    const cq_git_hook_kind *kind = cq_git_hook_kind_of(argc ? argv[0] : "pre-commit");
    if (!kind) return fail_kind(argv[0]);
    return cq_gate_run(kind, argc ? argv + 1 : argv);
}

/* The arguments behind `fix` are those of the command of that name. */
static int fix_staged(int argc, char **argv) {
    static char staged[] = "--staged";
    char **all = calloc((size_t)argc + 2, sizeof *all);
    if (!all) cq_arena_exhausted();
    all[0] = staged;
    for (int i = 0; i < argc; i++) all[i + 1] = argv[i];
    int status = cq_fix_main(argc + 1, all);
    free(all);
    return status;
}

static int run(int argc, char **argv) {
    if (argc < 1) return cq_command_fail("hook: install, uninstall, status, run or fix?");
    if (strcmp(argv[0], "fix") == 0) return fix_staged(argc - 1, argv + 1);
    if (strcmp(argv[0], "run") == 0) return run_hook(argc - 1, argv + 1);
    for (size_t i = 0; i < sizeof actions / sizeof *actions; i++)
        if (strcmp(argv[0], actions[i].name) == 0) return act_on(&actions[i], argc - 1, argv + 1);
    return cq_command_fail("hook: %s: not install, uninstall, status, run or fix", argv[0]);
}

const cq_command cq_command_hook = {
    .name = "hook",
    .summary = "Lints what is committed or pushed before it is.",
    .usage = "install|uninstall|status [pre-commit|commit-msg|pre-push|pre-receive]...\n"
             "run NAME [ARGUMENT OF git]... [OPTION OF check]...\n"
             "fix [OPTION OF fix]... [PATH]...",
    .notes =
        "pre-commit checks what is staged, commit-msg the message, pre-push and pre-receive what "
        "is\n"
        "pushed: findings on lines that change, unless --whole-files says otherwise.\n"
        "fix applies safe fixes to what is staged, and to the files where they have no other\n"
        "changes at the same places.\n\n"
        "A hook goes to where git looks for it (core.hooksPath, worktrees and submodules\n"
        "included). One that is there is kept, runs first, and is put back as it was by\n"
        "uninstall. Without a name, install takes pre-commit (pre-receive where there is no work\n"
        "tree), the others what is installed. `status` ends with 0 where the hook is installed\n"
        "and finds a program to run, with 1 where not. To commit without it once:\n"
        "git commit --no-verify\n\n"
        "pre-receive reads the configuration from what is pushed, but no rules, unless\n"
        "`git config calque.pushedRules true` is said on the server; it names no other files "
        "there.\n",
    .run = run,
};
