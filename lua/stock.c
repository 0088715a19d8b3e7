#include "lua/stock.h"

#include "base/io.h"

#include <stdio.h>
#include <stdlib.h>

#include <fcntl.h>
#include <unistd.h>

bool cq_stock_is_helper(cq_str name) {
    for (size_t i = 0; i < name.len; i++)
        if ((i == 0 || name.ptr[i - 1] == '/') && (name.ptr[i] == '_' || name.ptr[i] == '.'))
            return true;
    return false;
}

/* Whether the file at `path` says `text`; one that cannot be read says something else. A byte more is asked for
   than is left, so that an answer of all that is left says that there is no more. */
static bool is_saying(const char *path, cq_str text) {
    char piece[16384];
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0) return false;
    bool is_same = true, is_end = false;
    while (is_same && !is_end) {
        size_t wanted = text.len < sizeof piece ? text.len + 1 : sizeof piece;
        ssize_t got = read(fd, piece, wanted);
        is_end = got >= 0 && (size_t)got == text.len && text.len < wanted;
        is_same = is_end || (got > 0 && (size_t)got <= text.len);
        is_same = is_same && memcmp(piece, text.ptr, (size_t)got) == 0;
        if (is_same) text = cq_str_slice(text, (size_t)got, text.len);
    }
    close(fd);
    return is_same;
}

static bool is_file_as_it_was(cq_str folder, const cq_stock_file *file) {
    char path[4096];
    int len = snprintf(path, sizeof path, "%.*s/%s", CQ_FMT(folder), file->name.ptr);
    return len > 0 && (size_t)len < sizeof path && is_saying(path, file->text);
}

static bool are_files_as_they_were(cq_str folder, const cq_stock_file *files, uint32_t count) {
    for (uint32_t i = 0; i < count; i++)
        if (!is_file_as_it_was(folder, &files[i])) return false;
    return true;
}

bool cq_stock_has_library(const cq_stock *stock, cq_str library) {
    return are_files_as_they_were(library, stock->modules, stock->module_count);
}

const cq_stock_file *cq_stock_get_module(const cq_stock *stock, const char *name) {
    char file[128];
    int len = snprintf(file, sizeof file, "calque/%s.lua", name);
    for (uint32_t i = 0; i < stock->module_count && len < (int)sizeof file; i++)
        if (cq_str_is_equal(stock->modules[i].name, cq_str_of(file))) return &stock->modules[i];
    return NULL;
}

static bool is_lua(cq_str name) {
    return cq_str_has_suffix(name, CQ_STR(".lua"));
}

bool cq_stock_has_helpers(const cq_stock *stock, cq_str folder, const cq_strs *paths) {
    uint32_t known = 0, found = 0;
    for (uint32_t i = 0; i < stock->helper_count; i++) known += is_lua(stock->helpers[i].name);
    for (uint32_t i = 0; i < paths->len; i++)
        found += cq_stock_is_helper(cq_str_slice(paths->at[i], folder.len + 1, paths->at[i].len));
    return found == known && are_files_as_they_were(folder, stock->helpers, stock->helper_count);
}

static int compare_name(const void *key, const void *item) {
    return cq_str_compare(*(const cq_str *)key, ((const cq_stock_rule *)item)->file.name);
}

const cq_stock_rule *cq_stock_find(const cq_stock *stock, cq_str name, const char *path) {
    const cq_stock_rule *rule =
        bsearch(&name, stock->rules, stock->rule_count, sizeof *stock->rules, compare_name);
    return rule && is_saying(path, rule->file.text) ? rule : NULL;
}

bool cq_stock_has_folder(const cq_stock *stock, cq_str folder) {
    cq_arena arena;
    cq_strs paths = {0};
    uint32_t found = 0;
    cq_arena_init(&arena);
    bool ok = cq_io_find_files(&paths, &arena, folder.ptr, CQ_STR(".lua"), NULL) &&
              cq_stock_has_helpers(stock, folder, &paths);
    for (uint32_t i = 0; i < paths.len && ok; i++) {
        cq_str name = cq_str_slice(paths.at[i], folder.len + 1, paths.at[i].len);
        if (cq_stock_is_helper(name)) continue;
        ok = cq_stock_find(stock, name, paths.at[i].ptr) != NULL;
        found++;
    }
    cq_arena_release(&arena);
    return ok && found == stock->rule_count;
}
