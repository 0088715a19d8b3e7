#include "plugins/git/ignore.h"

#include <limits.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/array.h"
#include "base/io.h"
#include "plugins/git/library.h"
#include "plugins/git/program.h"

/* Git lists what it ignores below the folder in one go: 10,000 files take it 15 ms, and the answer
   is right for any repository it can read. Where there is no git program, or it does not trust the
   folder's owner, libgit2 is asked path by path (12 us each). */
struct cq_git_ignore {
    cq_arena arena;
    cq_str folder;              /* as given, without slashes at its end; "" is the root */
    cq_str place;               /* its real path */
    cq_strs ignored;            /* below the folder, sorted, folders without a slash at the end */
    git_repository *repository; /* NULL: the list above is the answer */
    git_index *index;           /* of that repository; NULL: not readable, nothing is tracked */
    cq_str prefix;              /* the folder within that repository, "" or ending in a slash */
    cq_git_ignore *nested;      /* repositories inside, met by now */
    cq_git_ignore *next;        /* the next one in the same list */
};

static cq_str cut_slashes(cq_str s) {
    while (s.len && s.ptr[s.len - 1] == '/') s.len--;
    return s;
}

static int compare_paths(const void *a, const void *b) {
    return cq_str_compare(*(const cq_str *)a, *(const cq_str *)b);
}

static void keep_paths(cq_git_ignore *ignore, cq_str list) {
    for (size_t start = 0; start < list.len;) {
        cq_str path = cq_str_of(list.ptr + start); /* each ends with a NUL */
        start += path.len + 1;
        *CQ_ARRAY_PUSH(&ignore->arena, &ignore->ignored) =
            cq_str_dup(&ignore->arena, cut_slashes(path));
    }
    if (ignore->ignored.len)
        qsort(ignore->ignored.at, ignore->ignored.len, sizeof(cq_str), compare_paths);
}

static bool list_with_program(cq_git_ignore *ignore) {
    static const char *const arguments[] = {
        "ls-files", "-z", "--others", "--ignored", "--exclude-standard", "--directory", NULL};
    cq_buf list = {0};
    bool ok =
        cq_git_program_read(&list, ignore->place.ptr, arguments, CQ_GIT_ENVIRONMENT_CLEARED, NULL);
    if (ok) keep_paths(ignore, cq_buf_get(&list));
    cq_buf_release(&list);
    return ok;
}

/* The work tree's root ends in a slash in libgit2. False where the folder is not in it. */
static bool find_prefix(cq_git_ignore *ignore) {
    cq_str root = cq_str_of(git_repository_workdir(ignore->repository));
    cq_str inside = cq_str_format(&ignore->arena, "%s/", ignore->place.ptr);
    if (root.len == 0 || !cq_str_has_prefix(inside, root)) return false;
    ignore->prefix = cq_str_slice(inside, root.len, inside.len);
    return true;
}

static bool find_repository(cq_git_ignore *ignore) {
    if (!cq_git_library_open(&ignore->repository, ignore->place.ptr, false, CQ_GIT_TRUST_ANY, NULL))
        return false;
    if (git_repository_index(&ignore->index, ignore->repository) != 0) ignore->index = NULL;
    return find_prefix(ignore);
}

/* Whether this or a folder above holds a .git: starting git only to hear "no" is slow. */
static bool is_in_repository(cq_str place) {
    cq_buf name = {0};
    bool is_found = false;
    for (size_t end = place.len; !is_found && end != SIZE_MAX;) {
        name.len = 0;
        cq_buf_push_format(&name, "%.*s/.git", (int)end, place.ptr);
        is_found = access(name.ptr, F_OK) == 0;
        end = cq_str_find_last(cq_str_slice(place, 0, end), '/');
    }
    cq_buf_release(&name);
    return is_found;
}

static bool find_folder(cq_git_ignore *ignore, const char *folder) {
    char *place = realpath(folder, NULL);
    if (!place) return false;
    ignore->folder = cut_slashes(cq_str_dup(&ignore->arena, cq_str_of(folder)));
    ignore->place = cq_str_dup(&ignore->arena, cq_str_of(place));
    free(place);
    return true;
}

cq_git_ignore *cq_git_ignore_open(const char *folder) {
    cq_git_ignore *ignore = calloc(1, sizeof *ignore);
    if (!ignore) cq_arena_exhausted();
    cq_arena_init(&ignore->arena);
    if (find_folder(ignore, folder) && is_in_repository(ignore->place) &&
        (list_with_program(ignore) || find_repository(ignore)) &&
        !cq_git_ignore_is_ignored(ignore, cq_str_of(folder), true))
        return ignore;
    cq_git_ignore_close(ignore);
    return NULL;
}

void cq_git_ignore_close(cq_git_ignore *ignore) {
    if (!ignore) return;
    while (ignore->nested) {
        cq_git_ignore *first = ignore->nested;
        ignore->nested = first->next;
        cq_git_ignore_close(first);
    }
    if (ignore->index) git_index_free(ignore->index);
    if (ignore->repository) cq_git_library_close(ignore->repository);
    cq_arena_release(&ignore->arena);
    free(ignore);
}

/* `path` without `folder` before it, in *out; false where it is not below. */
static bool cut_folder(cq_str *out, cq_str path, cq_str folder) {
    bool is_below =
        cq_str_has_prefix(path, folder) && (path.len == folder.len || path.ptr[folder.len] == '/');
    if (!is_below) return false;
    *out = cq_str_slice(path, folder.len, path.len);
    while (out->len && out->ptr[0] == '/') *out = cq_str_slice(*out, 1, out->len);
    return true;
}

/* The path from the ignore's folder, in *out; "" is the folder itself. */
static bool find_below(const cq_git_ignore *ignore, cq_str path, cq_str *out) {
    if (cut_folder(out, path, ignore->folder) || cut_folder(out, path, ignore->place)) return true;
    *out = path; /* a walk from "." may leave it out */
    return cq_str_is_equal(ignore->folder, CQ_STR(".")) && path.len && path.ptr[0] != '/';
}

static bool is_listed(const cq_git_ignore *ignore, cq_str below) {
    return ignore->ignored.len && bsearch(&below, ignore->ignored.at, ignore->ignored.len,
                                          sizeof below, compare_paths) != NULL;
}

/* Git lists an ignored folder only, not what is in it; "." is the folder it was asked in. */
static bool is_in_list(const cq_git_ignore *ignore, cq_str below) {
    if (below.len == 0) return is_listed(ignore, CQ_STR("."));
    for (size_t end = 1; end <= below.len; end++)
        if ((end == below.len || below.ptr[end] == '/') &&
            is_listed(ignore, cq_str_slice(below, 0, end)))
            return true;
    return false;
}

static bool is_tracked(const cq_git_ignore *ignore, const char *path, bool is_folder) {
    size_t at;
    if (!ignore->index) return false;
    return is_folder ? git_index_find_prefix(&at, ignore->index, path) == 0
                     : git_index_find(&at, ignore->index, path) == 0;
}

static bool ask_library(const cq_git_ignore *ignore, cq_str below, bool is_folder) {
    cq_buf path = {0};
    cq_buf_push_str(&path, ignore->prefix);
    cq_buf_push_str(&path, below);
    if (is_folder && path.len && path.ptr[path.len - 1] != '/')
        cq_buf_push(&path, '/'); /* how libgit2 knows that it is a folder */
    cq_buf_push(&path, '\0');
    int answer = 0;
    bool is_ignored = path.len > 1 &&
                      git_ignore_path_is_ignored(&answer, ignore->repository, path.ptr) == 0 &&
                      answer && !is_tracked(ignore, path.ptr, is_folder);
    cq_buf_release(&path);
    return is_ignored;
}

/* A submodule or another repository in the work tree: what it ignores is its own affair. */
static void meet_nested(cq_git_ignore *ignore, cq_str path) {
    cq_buf name = {0};
    cq_buf_push_format(&name, "%.*s/.git", CQ_FMT(path));
    if (access(name.ptr, F_OK) == 0) {
        name.ptr[path.len] = '\0';
        cq_git_ignore *nested = cq_git_ignore_open(name.ptr);
        if (nested) {
            nested->next = ignore->nested;
            ignore->nested = nested;
        }
    }
    cq_buf_release(&name);
}

static cq_git_ignore *find_nested(const cq_git_ignore *ignore, cq_str path) {
    cq_str below;
    for (cq_git_ignore *nested = ignore->nested; nested; nested = nested->next)
        if (cut_folder(&below, path, nested->folder)) return nested;
    return NULL;
}

static bool is_git_folder(cq_str below) {
    return cq_str_is_equal(below, CQ_STR(".git")) || cq_str_has_suffix(below, CQ_STR("/.git"));
}

bool cq_git_ignore_is_ignored(cq_git_ignore *ignore, cq_str path, bool is_folder) {
    path = cut_slashes(path);
    cq_git_ignore *nested = find_nested(ignore, path);
    if (nested) return cq_git_ignore_is_ignored(nested, path, is_folder);
    cq_str below;
    if (!find_below(ignore, path, &below)) return false;
    if (is_git_folder(below)) return true;
    bool is_ignored =
        ignore->repository ? ask_library(ignore, below, is_folder) : is_in_list(ignore, below);
    if (is_folder && !is_ignored && below.len && !ignore->repository) meet_nested(ignore, path);
    return is_ignored;
}
