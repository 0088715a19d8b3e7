#include "plugins/git/libgit2.h"

#include <dlfcn.h>
#include <pthread.h>
#include <string.h>

#ifdef __APPLE__
#define FILE_NAME "libgit2." LIBGIT2_SOVERSION ".dylib"
#else
#define FILE_NAME "libgit2.so." LIBGIT2_SOVERSION
#endif

cq_libgit2 cq_libgit2_calls;

static cq_err trouble; /* of loading it; CQ_OK: it is loaded */

/* ISO C has no cast from an object's pointer to a function's. */
static void find_call(void *call, void *library, const char *name) {
    void *found = dlsym(library, name);
    if (!found) cq_fail(&trouble, CQ_EINVAL, FILE_NAME " has no %s", name);
    memcpy(call, &found, sizeof found);
}

static void load(void) {
    void *library = dlopen(FILE_NAME, RTLD_LAZY | RTLD_LOCAL);
    if (!library) {
        cq_fail(&trouble, CQ_EINVAL, "%s", dlerror());
        return;
    }
#define CQ_GIT_CALL(name) find_call(&cq_libgit2_calls.call_##name, library, #name);
#include "gen/libgit2.def"
#undef CQ_GIT_CALL
}

bool cq_libgit2_start(cq_err *err) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, load);
    if (trouble.code != CQ_OK) return cq_fail(err, trouble.code, "%s", trouble.message);
    if (git_libgit2_init() >= 0) return true;
    const git_error *last = git_error_last();
    return cq_fail(err, CQ_EINVAL, "libgit2: %s",
                   last && last->message ? last->message : "no reason");
}
