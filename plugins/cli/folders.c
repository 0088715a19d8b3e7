#include "plugins/cli/folders.h"

#include <limits.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#ifndef CQ_RULES_DIR
#define CQ_RULES_DIR "/usr/local/share/calque/rules"
#endif
#ifndef CQ_LUA_DIR
#define CQ_LUA_DIR "/usr/local/share/calque/lua"
#endif

static bool is_folder(const char *path) {
    struct stat info;
    return stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

/* "/a/b" becomes "/a", "/a" becomes "", "" is the end. */
static bool cut_last_name(cq_str *path) {
    size_t slash = cq_str_find_last(*path, '/');
    if (slash == SIZE_MAX) return false;
    path->len = slash;
    return true;
}

static bool find_tree(cq_folders *out, cq_arena *arena, cq_str folder) {
    cq_str rules = cq_str_format(arena, "%.*s/rules", CQ_FMT(folder));
    cq_str library = cq_str_format(arena, "%.*s/lua", CQ_FMT(folder));
    cq_str modules = cq_str_format(arena, "%.*s/calque", CQ_FMT(library));
    if (!is_folder(rules.ptr) || !is_folder(modules.ptr)) return false;
    *out = (cq_folders){rules, library};
    return true;
}

cq_folders cq_folders_shipped(cq_arena *arena) {
    cq_folders found = {CQ_STR(CQ_RULES_DIR), CQ_STR(CQ_LUA_DIR)};
    char program[PATH_MAX];
    ssize_t len = readlink("/proc/self/exe", program, sizeof program);
    if (len <= 0 || (size_t)len >= sizeof program) return found;
    cq_str folder = {program, (size_t)len};
    /* build/<name>/calque in the tree: three names up at most, so that nothing is found by chance */
    for (int i = 0; i < 3 && cut_last_name(&folder); i++)
        if (find_tree(&found, arena, folder)) break;
    return found;
}
