#include "plugins/git/program.h"

#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/io.h"

extern char **environ;

/* What ties git to one repository. */
static const char *const tying_variables[] = {
    "GIT_DIR=",
    "GIT_WORK_TREE=",
    "GIT_INDEX_FILE=",
    "GIT_PREFIX=",
    "GIT_COMMON_DIR=",
    "GIT_OBJECT_DIRECTORY=",
    "GIT_NAMESPACE=",
    "GIT_INTERNAL_SUPER_PREFIX=",
    NULL,
};

static bool is_tying(const char *variable) {
    for (const char *const *name = tying_variables; *name; name++)
        if (strncmp(variable, *name, strlen(*name)) == 0) return true;
    return false;
}

/* The environment without them; the caller frees the array, not the strings. */
static char **clear_environment(void) {
    size_t count = 0, kept = 0;
    while (environ[count]) count++;
    char **out = calloc(count + 1, sizeof *out);
    for (size_t i = 0; out && i < count; i++)
        if (!is_tying(environ[i])) out[kept++] = environ[i];
    return out;
}

FILE *cq_git_program_scratch(void) {
    int fd = memfd_create("calque", MFD_CLOEXEC);
    FILE *file = fd < 0 ? NULL : fdopen(fd, "w+");
    if (fd >= 0 && !file) close(fd);
    return file;
}

/* What posix_spawn takes is char *const *: it changes no string, says POSIX. */
static char *borrow(const char *argument) {
    union {
        const char *in;
        char *out;
    } same = {.in = argument};
    return same.out;
}

/* `git -C folder` with the arguments behind it; the caller frees the array, not the strings. */
static char **list_arguments(const char *folder, const char *const *arguments) {
    const char *const first[] = {"git", "--no-optional-locks", "-c", "core.fsmonitor=false", "-C",
                                 folder};
    size_t count = sizeof first / sizeof *first, more = 0;
    while (arguments[more]) more++;
    char **out = calloc(count + more + 1, sizeof *out);
    if (!out) cq_arena_exhausted();
    for (size_t i = 0; i < count; i++) out[i] = borrow(first[i]);
    for (size_t i = 0; i < more; i++) out[count + i] = borrow(arguments[i]);
    return out;
}

static int add_streams(posix_spawn_file_actions_t *actions, FILE *input, int output,
                       FILE *complaint) {
    int failed = input ? posix_spawn_file_actions_adddup2(actions, fileno(input), 0)
                       : posix_spawn_file_actions_addopen(actions, 0, "/dev/null", O_RDONLY, 0);
    if (!failed) failed = posix_spawn_file_actions_adddup2(actions, output, 1);
    if (failed) return failed;
    return complaint ? posix_spawn_file_actions_adddup2(actions, fileno(complaint), 2)
                     : posix_spawn_file_actions_addopen(actions, 2, "/dev/null", O_WRONLY, 0);
}

/* An errno, or 0. */
static int spawn(cq_git_program *program, char *const *arguments, char *const *variables,
                 FILE *input, int output) {
    posix_spawn_file_actions_t actions;
    int failed = posix_spawn_file_actions_init(&actions);
    if (failed) return failed;
    failed = add_streams(&actions, input, output, program->complaint);
    if (!failed) failed = posix_spawnp(&program->pid, "git", &actions, NULL, arguments, variables);
    posix_spawn_file_actions_destroy(&actions);
    return failed;
}

static int spawn_in(cq_git_environment environment, cq_git_program *program, char *const *arguments,
                    FILE *input, int output) {
    if (environment == CQ_GIT_ENVIRONMENT_KEPT)
        return spawn(program, arguments, environ, input, output);
    char **variables = clear_environment();
    int failed = variables ? spawn(program, arguments, variables, input, output) : ENOMEM;
    free(variables);
    return failed;
}

static bool fail_to_start(cq_git_program *program, int failed, cq_err *err) {
    if (program->complaint) fclose(program->complaint);
    fclose(program->output);
    *program = (cq_git_program){0};
    if (failed == ENOENT) return cq_fail(err, CQ_ENOENT, "git: no such program on PATH");
    return cq_fail_errno(err, failed, "git");
}

bool cq_git_program_open(cq_git_program *program, const char *folder, const char *const *arguments,
                         cq_git_environment environment, FILE *input, cq_err *err) {
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) return cq_fail_errno(err, errno, "git");
    *program =
        (cq_git_program){.output = fdopen(ends[0], "r"), .complaint = cq_git_program_scratch()};
    if (!program->output) cq_arena_exhausted(); /* the only reason there is */
    char **full = list_arguments(folder, arguments);
    int failed = spawn_in(environment, program, full, input, ends[1]);
    free(full);
    close(ends[1]);
    return failed ? fail_to_start(program, failed, err) : true;
}

bool cq_git_program_open_asked(cq_git_program *program, const char *folder,
                               const char *const *arguments, cq_err *err) {
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) return cq_fail_errno(err, errno, "git");
    FILE *input = fdopen(ends[0], "r"), *questions = fdopen(ends[1], "w");
    if (!input || !questions) cq_arena_exhausted(); /* the only reason there is */
    bool ok = cq_git_program_open(program, folder, arguments, CQ_GIT_ENVIRONMENT_KEPT, input, err);
    fclose(input);
    if (ok)
        program->questions = questions;
    else
        fclose(questions);
    return ok;
}

/* The line that says why: git puts advice and warnings around it. */
static bool fail_with_complaint(FILE *complaint, int status, cq_err *err) {
    char line[512], first[512] = "";
    if (complaint) rewind(complaint);
    while (complaint && fgets(line, sizeof line, complaint)) {
        line[strcspn(line, "\n")] = '\0';
        if (strncmp(line, "fatal: ", 7) == 0 || strncmp(line, "error: ", 7) == 0)
            return cq_fail(err, CQ_EINVAL, "git: %s", line + 7);
        if (!first[0]) memcpy(first, line, sizeof first);
    }
    if (first[0]) return cq_fail(err, CQ_EINVAL, "git: %s", first);
    return cq_fail(err, CQ_EINVAL, "git: ended with status %d",
                   WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status));
}

bool cq_git_program_close(cq_git_program *program, cq_err *err) {
    if (program->questions) fclose(program->questions);
    fclose(program->output);
    int status = 0;
    while (waitpid(program->pid, &status, 0) < 0 && errno == EINTR) continue;
    bool ok = WIFEXITED(status) && WEXITSTATUS(status) == 0;
    if (!ok) fail_with_complaint(program->complaint, status, err);
    if (program->complaint) fclose(program->complaint);
    *program = (cq_git_program){0};
    return ok;
}

bool cq_git_program_take(cq_buf *out, cq_git_program *program, cq_err *err) {
    bool is_read = cq_io_read_stream(out, fileno(program->output), "git", err);
    bool is_done = cq_git_program_close(program, is_read ? err : NULL);
    return is_read && is_done;
}

bool cq_git_program_read(cq_buf *out, const char *folder, const char *const *arguments,
                         cq_git_environment environment, cq_err *err) {
    cq_git_program program;
    return cq_git_program_open(&program, folder, arguments, environment, NULL, err) &&
           cq_git_program_take(out, &program, err);
}

bool cq_git_program_read_line(cq_buf *out, const char *folder, const char *const *arguments,
                              cq_err *err) {
    if (!cq_git_program_read(out, folder, arguments, CQ_GIT_ENVIRONMENT_KEPT, err)) return false;
    if (out->len && out->ptr[out->len - 1] == '\n') out->len--;
    return true;
}
