#include "plugins/cli/gate.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <strings.h>
#include <unistd.h>

#include "base/io.h"
#include "base/utf8.h"
#include "plugins/cli/command.h"
#include "plugins/cli/lint.h"
#include "plugins/cli/output.h"
#include "plugins/cli/recode.h"
#include "plugins/git/export.h"
#include "plugins/git/program.h"
#include "plugins/git/push.h"
#include "plugins/git/scratch.h"

enum { MOST_LINES = 60 }; /* of a report: more would push the rest off the screen */

/* --- the report --- */

/* Where the first `lines` lines end, at the blank line before where there is one: a finding is not
   cut in two. */
static size_t find_cut(cq_str report, int lines) {
    size_t blank = 0;
    for (size_t i = 0; i < report.len; i++) {
        if (report.ptr[i] != '\n') continue;
        if (i && report.ptr[i - 1] == '\n') blank = i + 1;
        if (--lines == 0) return blank ? blank : i + 1;
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
    lseek(fileno(file), 0, SEEK_SET); /* it is in memory */
    if (!cq_io_read_stream(report, fileno(file), "the report", &err))
        return cq_command_fail("%s", err.message);
    return status;
}

/* Who commits or pushes wants to hear of what is found, not of nothing. */
static bool is_worth_saying(cq_str report, int status) {
    return status != CQ_EXIT_OK || cq_str_find(report, CQ_STR("\n")) + 1 < report.len;
}

/* A format of the caller's choice is for a program, which gets all of it and nothing else. */
static bool has_format(char **argv) {
    for (; *argv; argv++)
        if (strncmp(*argv, "--format", strlen("--format")) == 0) return true;
    return false;
}

/* As the report for people says it; a line of the text that it shows may say the same. */
static bool has_safe_fix(cq_str report) {
    return cq_str_find(report, CQ_STR("fix (safe)")) != SIZE_MAX;
}

/* `calque check` with these arguments, its report cut to what a screen holds. *is_fixable: whether it
   has safe fixes; left alone where the report is not for people. */
static int check(bool *is_fixable, int argc, char **argv) {
    FILE *file = has_format(argv) ? NULL : cq_git_program_scratch();
    if (!file) return cq_lint_main(argc, argv);
    cq_buf report = {0};
    int status = check_into(&report, file, argc, argv);
    if (is_worth_saying(cq_buf_get(&report), status)) print_report(cq_buf_get(&report));
    *is_fixable = has_safe_fix(cq_buf_get(&report));
    cq_buf_release(&report);
    fclose(file);
    return status;
}

/* --- the arguments --- */

typedef struct gate {
    cq_arena arena;
    cq_str repository; /* where pre-receive works; absolute */
    char **options;    /* of check, as the command line has them; NULL-terminated */
    const char *name;  /* of what is checked on standard input; NULL: nothing is */
    bool is_confined,
        has_project_rules; /* what is checked is pushed by others; their rules run, too */
    bool is_fixable;       /* safe fixes were among what was found */
} gate;

typedef CQ_ARRAY(char *) words;

static void push_word(words *out, gate *g, const char *word) {
    size_t size = strlen(word) + 1;
    *CQ_ARRAY_PUSH(&g->arena, out) = memcpy(cq_arena_take(&g->arena, size), word, size);
}

/* `calque check FIRST OPTIONS`. */
static int check_with(gate *g, const char *first) {
    words all = {0};
    bool is_colorful = false;
    push_word(&all, g, first);
    if (!has_format(g->options) && cq_output_wants_color(&is_colorful, NULL, NULL) && is_colorful)
        push_word(&all, g, "--color=always");
    if (g->name) push_word(&all, g, cq_str_format(&g->arena, "--stdin-filename=%s", g->name).ptr);
    if (g->is_confined) push_word(&all, g, "--confine");
    if (g->is_confined && !g->has_project_rules) push_word(&all, g, "--no-project-rules");
    for (char **option = g->options; *option; option++) *CQ_ARRAY_PUSH(&g->arena, &all) = *option;
    *CQ_ARRAY_PUSH(&g->arena, &all) = NULL;
    return check(&g->is_fixable, (int)all.len - 1, all.at);
}

/* What stopped it, and how to see all of it; a format of the caller's choice comes alone. */
static void say_stopped(const gate *g, int status, const char *what, const char *how_to_see) {
    if (status == CQ_EXIT_OK || has_format(g->options)) return;
    if (status == CQ_EXIT_TROUBLE)
        fprintf(stderr, "calque: %s, as not all of it could be checked\n", what);
    else
        fprintf(stderr, "calque: %s; %s\n", what, how_to_see);
}

static void say_skip(const gate *g, int status, const char *skip) {
    if (status != CQ_EXIT_OK && !has_format(g->options) && skip)
        fprintf(stderr, "calque: to do without calque this once: %s\n", skip);
}

/* --- pre-commit --- */

/* `git commit -a` and `git commit PATH` have an index of their own, which is gone afterwards. */
static bool is_index_passing(void) {
    cq_str index = cq_str_of(getenv("GIT_INDEX_FILE"));
    return index.len && !cq_str_is_equal(index, CQ_STR("index")) &&
           !cq_str_has_suffix(index, CQ_STR("/index"));
}

/* The framework that is called pre-commit hands over a range where it checks one. */
static const char *find_range(gate *g) {
    const char *from = getenv("PRE_COMMIT_FROM_REF"), *to = getenv("PRE_COMMIT_TO_REF");
    return from && to ? cq_str_format(&g->arena, "--since=%s...%s", from, to).ptr : NULL;
}

static const char *find_way_on(const gate *g) {
    if (is_index_passing())
        return "to see all findings: git add the files, then calque check --staged";
    return g->is_fixable ? "safe fixes: calque hook fix; all findings: calque check --staged"
                         : "all findings: calque check --staged";
}

static int run_pre_commit(gate *g) {
    const char *range = find_range(g);
    int status = check_with(g, range ? range : "--staged");
    if (range) return status;
    say_stopped(g, status, "the commit is stopped", find_way_on(g));
    return status;
}

/* --- commit-msg --- */

/* Such a commit goes into another one when it is rebased, and what it says is gone then. */
static bool is_passing_message(cq_str text) {
    static const char *const starts[] = {"fixup! ", "squash! ", "amend! ", NULL};
    for (const char *const *start = starts; *start; start++)
        if (cq_str_has_prefix(text, cq_str_of(*start))) return true;
    return false;
}

/* What messages are written in; "" for UTF-8. */
static cq_str find_encoding(gate *g) {
    static const char *const arguments[] = {"config", "i18n.commitEncoding", NULL};
    cq_buf answer = {0};
    cq_str encoding = CQ_STR("");
    if (cq_git_program_read_line(&answer, ".", arguments, NULL))
        encoding = cq_str_dup(&g->arena, cq_buf_get(&answer));
    cq_buf_release(&answer);
    bool is_utf8 = strcasecmp(encoding.ptr, "UTF-8") == 0 || strcasecmp(encoding.ptr, "UTF8") == 0;
    return is_utf8 ? CQ_STR("") : encoding;
}

/* Lets check read the text where standard input was. */
static bool give_input(cq_str text, cq_err *err) {
    FILE *file = cq_git_program_scratch();
    if (!file) return cq_fail(err, CQ_EIO, "no temporary file can be written");
    bool ok = cq_io_write_stream(fileno(file), text, "a temporary file", err);
    lseek(fileno(file), 0, SEEK_SET); /* it is in memory */
    if (ok && dup2(fileno(file), STDIN_FILENO) < 0)
        ok = cq_fail_errno(err, errno, "standard input");
    fclose(file);
    return ok;
}

/* A message that cannot be read is nothing that its author could mend: it is let pass, and that is said. */
static int check_recoded(gate *g, const char *path, const cq_buf *message, const char *encoding) {
    cq_buf text = {0};
    cq_err err;
    int status = CQ_EXIT_OK;
    g->name = path;
    if (cq_recode_push(&text, message, encoding, &err) && give_input(cq_buf_get(&text), &err))
        status = check_with(g, "-");
    else
        fprintf(stderr, "calque: %s: not checked, for its i18n.commitEncoding: %s\n", path,
                err.message);
    cq_buf_release(&text);
    return status;
}

static int check_message(gate *g, const char *path, const cq_buf *message) {
    bool is_utf8 = cq_utf8_find_invalid(cq_buf_get(message)) == SIZE_MAX;
    cq_str encoding = is_utf8 ? CQ_STR("") : find_encoding(g);
    return encoding.len ? check_recoded(g, path, message, encoding.ptr) : check_with(g, path);
}

static int run_commit_msg(gate *g, const char *path) {
    cq_buf message = {0};
    int status = CQ_EXIT_OK;
    cq_io_read_file(&message, path, NULL); /* what is wrong with it check says */
    if (!is_passing_message(cq_buf_get(&message))) status = check_message(g, path, &message);
    cq_buf_release(&message);
    cq_str how = cq_str_format(&g->arena, "to mend its message: git commit --edit --file=%s", path);
    say_stopped(g, status, "the commit is stopped", how.ptr);
    return status;
}

/* --- pre-push, pre-receive --- */

static int check_range(gate *g, const cq_git_push_range *range, const char *what) {
    cq_str between = cq_str_format(&g->arena, "--since=%s..%s", range->from.ptr, range->to.ptr);
    int status = check_with(g, between.ptr);
    cq_str stopped = cq_str_format(&g->arena, "the push of %s is %s", range->name.ptr, what);
    cq_str how =
        cq_str_format(&g->arena, "all findings: calque check %.*s..%.12s",
                      range->is_first ? (int)range->from.len : 12, range->from.ptr, range->to.ptr);
    say_stopped(g, status, stopped.ptr, how.ptr);
    return status;
}

static bool read_input(cq_buf *out, cq_err *err) {
    return cq_io_read_stream(out, STDIN_FILENO, "standard input", err);
}

static int run_pre_push(gate *g, const char *remote) {
    cq_buf input = {0};
    cq_git_push push = {0};
    cq_err err = {0};
    int status = CQ_EXIT_OK;
    if (!read_input(&input, &err) ||
        !cq_git_push_read_sent(&push, &g->arena, ".", cq_buf_get(&input), remote, &err))
        status = cq_command_fail("%s", err.message);
    for (uint32_t i = 0; i < push.len; i++) {
        int one = check_range(g, &push.at[i], "stopped");
        status = one > status ? one : status;
    }
    cq_buf_release(&input);
    return status;
}

/* What configuration is made of: files that it inherits from have names of their own. */
static bool is_configuration(cq_str path) {
    return cq_str_has_suffix(path, CQ_STR(".lua"));
}

/* Besides, what rules are made of. */
static bool is_configuration_or_rule(cq_str path) {
    return is_configuration(path) || cq_str_has_suffix(path, CQ_STR(".tsv"));
}

/* Rules are programs: those that come with a push run only where the server's owner lets them. */
static bool may_run_pushed_rules(void) {
    static const char *const arguments[] = {"config", "--bool", "calque.pushedRules", NULL};
    cq_buf answer = {0};
    bool may = cq_git_program_read_line(&answer, ".", arguments, NULL) &&
               cq_str_is_equal(cq_buf_get(&answer), CQ_STR("true"));
    cq_buf_release(&answer);
    return may;
}

/* The configuration is that of the commits, which no work tree holds: it is laid out in a folder of
   its own, and from there they are checked. */
static int check_received(gate *g, const cq_git_push_range *range) {
    cq_str folder;
    cq_err err = {0};
    int status = CQ_EXIT_TROUBLE;
    if (!cq_git_scratch_make(&folder, &g->arena, &err)) return cq_command_fail("%s", err.message);
    g->is_confined = true;
    g->has_project_rules = may_run_pushed_rules();
    if (!cq_git_export(folder.ptr, ".", range->to.ptr,
                       g->has_project_rules ? is_configuration_or_rule : is_configuration, &err))
        cq_command_fail("%s", err.message);
    else if (chdir(folder.ptr) != 0)
        cq_command_fail("%s: %s", folder.ptr, strerror(errno));
    else
        status = check_range(g, range, "refused");
    if (chdir(g->repository.ptr) != 0) /* the next one is asked for from there */
        status = cq_command_fail("%s: %s", g->repository.ptr, strerror(errno));
    cq_git_scratch_remove(folder);
    return status;
}

/* Git names the repository relative to a folder that is left. */
static bool fix_repository(gate *g, cq_err *err) {
    static const char *const arguments[] = {"rev-parse", "--absolute-git-dir", NULL};
    cq_buf line = {0};
    bool ok = cq_git_program_read_line(&line, ".", arguments, err);
    g->repository = cq_str_dup(&g->arena, cq_buf_get(&line));
    if (ok) setenv("GIT_DIR", g->repository.ptr, 1);
    setenv("GIT_NO_REPLACE_OBJECTS", "1",
           1); /* what is pushed, not what an earlier push put in its place */
    cq_buf_release(&line);
    return ok;
}

static int run_pre_receive(gate *g) {
    cq_buf input = {0};
    cq_git_push push = {0};
    cq_err err = {0};
    int status = CQ_EXIT_OK;
    if (!read_input(&input, &err) || !fix_repository(g, &err) ||
        !cq_git_push_read_received(&push, &g->arena, ".", cq_buf_get(&input), &err))
        status = cq_command_fail("%s", err.message);
    for (uint32_t i = 0; i < push.len; i++) {
        int one = check_received(g, &push.at[i]);
        status = one > status ? one : status;
    }
    cq_buf_release(&input);
    return status;
}

/* --- all of them --- */

/* Cuts git's own argument off the command line. */
static const char *cut_argument(gate *g) {
    if (!*g->options || (*g->options)[0] == '-') return NULL;
    return *g->options++;
}

static int run_kind(gate *g, const char *name) {
    if (strcmp(name, "pre-commit") == 0) return run_pre_commit(g);
    if (strcmp(name, "pre-receive") == 0) return run_pre_receive(g);
    const char *argument = cut_argument(g);
    if (strcmp(name, "pre-push") == 0) {
        cut_argument(g); /* the address: the remote's name says enough */
        return run_pre_push(g, argument);
    }
    if (!argument)
        return cq_command_fail("hook run commit-msg: the file with the message is missing");
    return run_commit_msg(g, argument);
}

int cq_gate_run(const cq_git_hook_kind *kind, char **argv) {
    gate g = {.options = argv};
    cq_arena_init(&g.arena);
    int status = run_kind(&g, kind->name);
    say_skip(&g, status, kind->skip);
    cq_arena_release(&g.arena);
    return status;
}
