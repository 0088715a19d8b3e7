#include "plugins/cli/walk.h"

#include "plugins/git/ignore.h"
#include "text/markup.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>

typedef struct walk {
    cq_inputs *out;
    cq_troubles *troubles;
    cq_git_ignore *ignore; /* NULL outside of repositories */
    cq_arena names;        /* of the folders that are open */
} walk;

/* A folder on the way down: its path, what that is in front of a name ("" or "a/b/"), its real path. */
typedef struct place {
    cq_str path, shown, real;
} place;

static bool is_left_out(cq_str name) {
    return name.ptr[0] == '.' || cq_str_is_equal(name, CQ_STR("node_modules"));
}

static void walk_folder(walk *w, place at);

/* A regular file whose ending is known; a symbolic link to one is as good. One that leads nowhere stands for
   a text that is missing: who reads it says so. */
static bool is_text_file(cq_str path, struct stat *info) {
    if (!cq_format_is_walked(path)) return false;
    return S_ISREG(info->st_mode) ||
           (S_ISLNK(info->st_mode) && (stat(path.ptr, info) != 0 || S_ISREG(info->st_mode)));
}

static void visit(walk *w, place at, cq_str name) {
    cq_str path = cq_str_format(&w->names, "%.*s%s", CQ_FMT(at.shown), name.ptr);
    struct stat info;
    if (lstat(path.ptr, &info) != 0) return; /* gone since the folder was read */
    bool is_folder = S_ISDIR(info.st_mode);
    if (!is_folder && !is_text_file(path, &info)) return;
    if (w->ignore && cq_git_ignore_is_ignored(w->ignore, path, is_folder)) return;
    cq_str real = cq_str_format(&w->names, "%.*s/%s", CQ_FMT(at.real), name.ptr);
    if (is_folder)
        walk_folder(w, (place){path, cq_str_format(&w->names, "%.*s/", CQ_FMT(path)), real});
    else
        cq_inputs_push(w->out, CQ_INPUT_FILE, path, real);
}

static void walk_folder(walk *w, place at) {
    cq_arena_mark mark = cq_arena_get_mark(&w->names);
    cq_strs names = {0};
    cq_err err;
    if (!cq_io_list_folder(&names, &w->names, at.path.ptr, &err))
        cq_troubles_push(w->troubles, "%s", err.message);
    for (uint32_t i = 0; i < names.len; i++)
        if (!is_left_out(names.at[i])) visit(w, at, names.at[i]);
    cq_arena_rewind(&w->names, mark);
}

/* "." shows a.md, "./docs" shows ./docs/a.md, "docs/" shows docs/a.md. */
static cq_str show_folder(cq_arena *arena, cq_str name) {
    if (cq_str_is_equal(name, CQ_STR(".")) || cq_str_is_equal(name, CQ_STR("./")))
        return CQ_STR("");
    const char *slash = cq_str_has_suffix(name, CQ_STR("/")) ? "" : "/";
    return cq_str_format(arena, "%.*s%s", CQ_FMT(name), slash);
}

static void walk_named_folder(walk *w, cq_str name, const char *real) {
    place at = {name, show_folder(&w->names, name), cq_str_of(real)};
    w->ignore = cq_git_ignore_open(name.ptr);
    walk_folder(w, at);
    cq_git_ignore_close(w->ignore);
    w->ignore = NULL;
}

static void walk_named(walk *w, cq_str name) {
    struct stat info;
    char *real = stat(name.ptr, &info) == 0 ? realpath(name.ptr, NULL) : NULL;
    if (!real) {
        cq_err err;
        cq_fail_errno(&err, errno, name.len ? name.ptr : "''");
        cq_troubles_push(w->troubles, "%s", err.message);
    } else if (S_ISDIR(info.st_mode)) {
        walk_named_folder(w, name, real);
    } else {
        cq_inputs_push(w->out, CQ_INPUT_FILE, name, cq_str_of(real))->is_named = true;
    }
    free(real);
}

void cq_walk_names(cq_inputs *out, const cq_strs *names, const char *stdin_name,
                   cq_troubles *troubles) {
    walk w = {.out = out, .troubles = troubles};
    cq_arena_init(&w.names);
    for (uint32_t i = 0; i < names->len; i++) {
        cq_str name = names->at[i];
        if (cq_str_is_equal(name, CQ_STR("-")))
            cq_inputs_push(out, CQ_INPUT_STDIN, cq_str_of(stdin_name ? stdin_name : "<stdin>"),
                           CQ_STR("-"))
                ->is_named = true;
        else
            walk_named(&w, name);
    }
    cq_arena_release(&w.names);
    cq_inputs_settle(out);
}
