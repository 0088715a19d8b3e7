#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/io.h"
#include "plugins/cli/command.h"
#include "plugins/cli/lint.h"
#include "plugins/cli/output.h"
#include "plugins/git/hook.h"

enum { MOST_LINES = 60 }; /* of a report: more would push the rest off the screen */

static const char *const hook_names[] = {"pre-commit", NULL};

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
        cq_str path = cq_str_format(arena, "%.*s/calque", length ? length : 1,
                                    length ? folder : ".");
        if (is_program(path.ptr))
            return path;
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
    case CQ_GIT_HOOK_ABSENT:
        return "not installed";
    case CQ_GIT_HOOK_OURS:
        return hook->is_executable ? "installed"
                                   : "installed, but not executable: git passes it over";
    case CQ_GIT_HOOK_CHANGED:
        return "installed, and changed since";
    case CQ_GIT_HOOK_FOREIGN:
        return "not installed; there is another hook";
    }
    return "";
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
    printf("%s: %s\n", hook->name.ptr, describe(hook));
    printf("at: %s\n", hook->path.ptr);
    if (hook->has_kept)
        printf("before it runs: %s, the hook that was there\n", hook->kept.ptr);
    if (hook->state == CQ_GIT_HOOK_OURS)
        works = print_program(hook) && works;
    return works ? CQ_EXIT_OK : CQ_EXIT_FINDINGS;
}

/* --- install, uninstall --- */

static int install(cq_git_hook *hook) {
    cq_err err = {0};
    bool was_there = hook->state == CQ_GIT_HOOK_OURS;
    bool was_another = hook->state == CQ_GIT_HOOK_FOREIGN;
    cq_str self = find_self(&hook->arena);
    if (!self.len)
        return cq_command_fail("/proc/self/exe: cannot tell where this program is");
    if (!cq_git_hook_install(hook, self.ptr, &err))
        return cq_command_fail("%s", err.message);
    printf("calque: %s %s\n", hook->path.ptr,
           was_there ? "was installed; it is up to date" : "installed");
    if (was_another)
        printf("calque: the hook that was there is kept as %s and runs first\n", hook->kept.ptr);
    return CQ_EXIT_OK;
}

static int uninstall(cq_git_hook *hook) {
    cq_err err = {0};
    if (hook->state == CQ_GIT_HOOK_ABSENT && !hook->has_kept) {
        printf("calque: %s is not installed\n", hook->path.ptr);
        return CQ_EXIT_OK;
    }
    if (!cq_git_hook_uninstall(hook, &err))
        return cq_command_fail("%s", err.message);
    bool is_restored = hook->state != CQ_GIT_HOOK_ABSENT;
    printf("calque: %s %s\n", hook->path.ptr,
           is_restored ? "is again the hook that was there before" : "removed");
    return CQ_EXIT_OK;
}

/* --- run --- */

/* Where the first `lines` lines end, at the blank line before where there is one: a finding is not
   cut in two. */
static size_t find_cut(cq_str report, int lines) {
    size_t blank = 0;
    for (size_t i = 0; i < report.len; i++) {
        if (report.ptr[i] != '\n')
            continue;
        if (i && report.ptr[i - 1] == '\n')
            blank = i + 1;
        if (--lines == 0)
            return blank ? blank : i + 1;
    }
    return report.len;
}

static void print(cq_str text) {
    cq_io_write_stream(STDOUT_FILENO, text, "standard output", NULL);
}

/* Prints the first lines of a report and, where that is not all, its last one, which sums up. */
static void print_report(cq_str report) {
    size_t cut = find_cut(report, MOST_LINES);
    size_t last = cq_str_find_last(cq_str_slice(report, 0, report.len ? report.len - 1 : 0), '\n');
    print(cq_str_slice(report, 0, cut));
    if (last == SIZE_MAX || last < cut)
        last = cut;
    else
        print(CQ_STR("...\n"));
    print(cq_str_slice(report, last, report.len));
}

/* `calque check` with its standard output in `report` instead; its status. */
static int check_into(cq_buf *report, FILE *file, int argc, char **argv) {
    fflush(stdout);
    int screen = dup(STDOUT_FILENO);
    if (screen < 0 || dup2(fileno(file), STDOUT_FILENO) < 0)
        return cq_command_fail("standard output: %s", strerror(errno));
    int status = cq_lint_main(argc, argv);
    fflush(stdout);
    dup2(screen, STDOUT_FILENO);
    close(screen);
    cq_err err;
    if (lseek(fileno(file), 0, SEEK_SET) != 0 ||
        !cq_io_read_stream(report, fileno(file), "the report", &err))
        return cq_command_fail("the report: %s", strerror(errno));
    return status;
}

/* A format of the caller's choice is for a program, which gets all of it and nothing else. */
static bool has_format(char **argv) {
    for (; *argv; argv++)
        if (strncmp(*argv, "--format", strlen("--format")) == 0)
            return true;
    return false;
}

/* `git commit -a` and `git commit PATH` have an index of their own, which is gone afterwards. */
static bool is_index_passing(void) {
    cq_str index = cq_str_of(getenv("GIT_INDEX_FILE"));
    return index.len && !cq_str_is_equal(index, CQ_STR("index")) &&
           !cq_str_has_suffix(index, CQ_STR("/index"));
}

static void say_stopped(int status) {
    if (status == CQ_EXIT_TROUBLE)
        fputs("calque: the commit is stopped, as not all of it could be checked\n", stderr);
    else if (is_index_passing())
        fputs("calque: the commit is stopped; to see all findings: git add the files, then calque "
              "check --staged\n",
              stderr);
    else
        fputs("calque: the commit is stopped; to see all findings: calque check --staged\n",
              stderr);
    fputs("calque: to commit without it this once: git commit --no-verify\n", stderr);
}

static int check_staged(int argc, char **argv) {
    FILE *file = has_format(argv) ? NULL : tmpfile();
    if (!file)
        return cq_lint_main(argc, argv);
    cq_buf report = {0};
    int status = check_into(&report, file, argc, argv);
    print_report(cq_buf_get(&report));
    cq_buf_release(&report);
    fclose(file);
    if (status != CQ_EXIT_OK)
        say_stopped(status);
    return status;
}

/* The arguments behind the hook's name are options of check. */
static int run_hook(int argc, char **argv) {
    static char staged[] = "--staged", color[] = "--color=always";
    char **all = calloc((size_t)argc + 3, sizeof *all);
    if (!all)
        cq_arena_exhausted();
    int count = 0;
    all[count++] = staged;
    bool is_colorful = false;
    if (!has_format(argv) && cq_output_wants_color(&is_colorful, NULL, NULL) && is_colorful)
        all[count++] = color;
    for (int i = 0; i < argc; i++)
        all[count++] = argv[i];
    int status = check_staged(count, all);
    free(all);
    return status;
}

/* --- the command --- */

static bool is_hook_name(const char *name) {
    for (const char *const *known = hook_names; *known; known++)
        if (strcmp(name, *known) == 0)
            return true;
    return false;
}

/* What is done with the hook that is there. */
typedef struct hook_action {
    const char *name;
    int (*run)(cq_git_hook *hook);
} hook_action;

static const hook_action actions[] = {
    {"install", install}, {"uninstall", uninstall}, {"status", print_status}};

static int act(const hook_action *action, const char *name) {
    cq_err err = {0};
    cq_git_hook hook;
    if (!cq_git_hook_open(&hook, ".", name, &err))
        return cq_command_fail("%s", err.message);
    int status = action->run(&hook);
    cq_git_hook_close(&hook);
    return status;
}

static int run(int argc, char **argv) {
    if (argc < 1)
        return cq_command_fail("hook: install, uninstall, run or status?");
    const char *name = argc > 1 ? argv[1] : hook_names[0];
    if (!is_hook_name(name))
        return cq_command_fail("hook: %s: not a hook that calque runs (pre-commit is)", name);
    int rest = argc > 2 ? argc - 2 : 0;
    if (strcmp(argv[0], "run") == 0)
        return run_hook(rest, argv + argc - rest);
    if (rest)
        return cq_command_fail("hook %s: %s: one argument too many", argv[0], argv[2]);
    for (size_t i = 0; i < sizeof actions / sizeof *actions; i++)
        if (strcmp(argv[0], actions[i].name) == 0)
            return act(&actions[i], name);
    return cq_command_fail("hook: %s: not install, uninstall, run or status", argv[0]);
}

const cq_command cq_command_hook = {
    .name = "hook",
    .summary = "check what is staged before each commit",
    .usage = "install|uninstall|status [pre-commit]\nrun pre-commit [OPTION OF check]...",
    .notes = "The hook goes to where git looks for it (core.hooksPath, worktrees and submodules\n"
             "included). A hook that is there is kept, runs first, and is put back as it was by\n"
             "uninstall. `status` ends with 0 where the hook is installed and finds a program to\n"
             "run, with 1 where not. To commit without it once: git commit --no-verify\n",
    .run = run,
};
