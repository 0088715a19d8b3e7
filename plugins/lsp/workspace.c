#include "plugins/lsp/workspace.h"

#include "plugins/lsp/uri.h"

void cq_lsp_workspace_init(cq_lsp_workspace *workspace) {
    *workspace = (cq_lsp_workspace){0};
    cq_arena_init(&workspace->arena);
}

void cq_lsp_workspace_release(cq_lsp_workspace *workspace) {
    cq_arena_release(&workspace->arena);
    workspace->folders = (cq_strs){0};
}

/* Empty: the URI has none. */
static cq_str read_folder(cq_lsp_workspace *workspace, cq_str uri) {
    if (!cq_lsp_uri_is_file(uri)) return CQ_STR("");
    cq_str path = cq_lsp_uri_path(&workspace->arena, uri);
    size_t len = path.len;
    while (len > 1 && path.ptr[len - 1] == '/') len--;
    return len < path.len ? cq_str_dup(&workspace->arena, cq_str_slice(path, 0, len)) : path;
}

static void drop(cq_lsp_workspace *workspace, cq_str path) {
    cq_strs *folders = &workspace->folders;
    uint32_t kept = 0;
    for (uint32_t i = 0; i < folders->len; i++)
        if (!cq_str_is_equal(folders->at[i], path)) folders->at[kept++] = folders->at[i];
    folders->len = kept;
}

void cq_lsp_workspace_add(cq_lsp_workspace *workspace, cq_str uri) {
    cq_str path = read_folder(workspace, uri);
    if (!path.len) return;
    drop(workspace, path);
    *CQ_ARRAY_PUSH(&workspace->arena, &workspace->folders) = path;
}

void cq_lsp_workspace_remove(cq_lsp_workspace *workspace, cq_str uri) {
    drop(workspace, read_folder(workspace, uri));
}

cq_str cq_lsp_workspace_place(const cq_lsp_workspace *workspace, cq_arena *arena, cq_str path) {
    if (cq_str_has_prefix(path, CQ_STR("/")) || !workspace->folders.len) return path;
    return cq_str_format(arena, "%.*s/%.*s", CQ_FMT(workspace->folders.at[0]), CQ_FMT(path));
}

static bool lies_in(cq_str path, cq_str folder) {
    return cq_str_has_prefix(path, folder) && path.len > folder.len &&
           (folder.len == 1 || path.ptr[folder.len] == '/');
}

cq_str cq_lsp_workspace_folder(const cq_lsp_workspace *workspace, cq_str path) {
    cq_str found = CQ_STR("");
    for (uint32_t i = 0; i < workspace->folders.len; i++) {
        cq_str folder = workspace->folders.at[i];
        if (folder.len > found.len && lies_in(path, folder)) found = folder;
    }
    return found;
}
