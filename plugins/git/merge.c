#include "plugins/git/merge.h"

#include "plugins/git/libgit2.h"

static git_merge_file_input take(cq_str text) {
    git_merge_file_input input = GIT_MERGE_FILE_INPUT_INIT;
    input.ptr = text.ptr;
    input.size = text.len;
    return input;
}

bool cq_git_merge(cq_buf *out, cq_str base, cq_str ours, cq_str theirs) {
    git_merge_file_input inputs[] = {take(base), take(ours), take(theirs)};
    git_merge_file_result result = {0};
    if (!cq_libgit2_start(NULL)) return false;
    bool ok = git_merge_file(&result, &inputs[0], &inputs[1], &inputs[2], NULL) == 0 &&
              result.automergeable;
    if (ok) cq_buf_push_str(out, (cq_str){result.ptr, result.len});
    git_merge_file_result_free(&result);
    git_libgit2_shutdown();
    return ok;
}
