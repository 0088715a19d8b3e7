#include "plugins/cli/cache.h"

#include "base/io.h"
#include "base/path.h"
#include "plugins/cli/identity.h"
#include "plugins/cli/pack.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum {
    MOST_BYTES = 128 << 20,   /* of all packs together */
    LARGEST_RECORD = 1 << 20, /* one text must not drive out all others */
    WRITE_WORTH = 64,     /* bytes of a pack that are written for one byte of new text at most */
    STALE_SECONDS = 3600, /* what a run that was killed left half written */
};

#define PACK_ENDING ".records"
#define DRAFT_ENDING ".draft"

struct cq_cache {
    int folder; /* open */
    char name[2 * CQ_DIGEST_SIZE + sizeof PACK_ENDING];
    cq_buf bytes;
    cq_pack pack;
    pthread_mutex_t lock; /* guards all below */
    bool *is_used;        /* by place in the pack */
    cq_arena arena;
    cq_pack_items fresh;
    uint64_t fresh_size; /* bytes of text */
};

/* --- the folder --- */

/* A relative XDG_CACHE_HOME does not count. (XDG Base Directory Specification) */
static cq_str find_folder(cq_arena *arena) {
    const char *cache = getenv("XDG_CACHE_HOME"), *home = getenv("HOME");
    if (cache && cache[0] == '/')
        return cq_path_absolute(arena, cq_str_of(cache), CQ_STR("calque"));
    if (home && home[0] == '/')
        return cq_path_absolute(arena, cq_str_of(home), CQ_STR(".cache/calque"));
    return CQ_STR("");
}

/* Nobody but this user can have written it. */
static bool is_own(const struct stat *info) {
    return info->st_uid == geteuid() && (info->st_mode & (S_IWGRP | S_IWOTH)) == 0;
}

/* Made where it is not there, and the folder that it is in; not what is above that. */
static int open_folder(void) {
    cq_arena arena;
    struct stat info;
    cq_arena_init(&arena);
    cq_str path = find_folder(&arena);
    int fd = -1;
    if (path.len) {
        cq_str above = cq_str_dup(&arena, cq_str_slice(path, 0, cq_str_find_last(path, '/')));
        if (mkdir(path.ptr, 0700) != 0 && errno == ENOENT && mkdir(above.ptr, 0700) == 0)
            mkdir(path.ptr, 0700);
        fd = open(path.ptr, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    }
    if (fd >= 0 && (fstat(fd, &info) != 0 || !is_own(&info))) {
        close(fd);
        fd = -1;
    }
    cq_arena_release(&arena);
    return fd;
}

/* By the program and the working directory: a run over the same texts finds its own, and little else. */
static bool choose_name(cq_cache *cache) {
    cq_arena arena;
    cq_digester digester;
    cq_arena_init(&arena);
    cq_digester_init(&digester);
    bool ok = cq_identity_push(&digester);
    cq_digester_push_text(&digester, cq_path_here(&arena));
    cq_digest digest = cq_digester_end(&digester);
    for (int i = 0; i < CQ_DIGEST_SIZE; i++) snprintf(cache->name + 2 * i, 3, "%02x", digest.at[i]);
    strcat(cache->name, PACK_ENDING);
    cq_arena_release(&arena);
    return ok;
}

/* --- reading --- */

static bool is_good(const struct stat *info) {
    return S_ISREG(info->st_mode) && is_own(info) && info->st_size <= 2 * (off_t)CQ_PACK_MOST;
}

/* What is no pack is as good as none: it will be replaced. That it is read makes a pack the newest one:
   the oldest go first. */
static void read_pack(cq_cache *cache) {
    struct stat info;
    int fd = openat(cache->folder, cache->name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (fd < 0) return;
    if (fstat(fd, &info) == 0 && is_good(&info) &&
        cq_io_read_stream(&cache->bytes, fd, cache->name, NULL))
        futimens(fd, NULL);
    close(fd);
}

cq_cache *cq_cache_open(void) {
    cq_cache *cache = calloc(1, sizeof *cache);
    if (!cache) cq_arena_exhausted();
    cq_arena_init(&cache->arena);
    pthread_mutex_init(&cache->lock, NULL);
    cache->folder = open_folder();
    if (cache->folder < 0 || !choose_name(cache)) {
        cq_cache_close(cache);
        return NULL;
    }
    read_pack(cache);
    cache->pack = cq_pack_of(cq_buf_get(&cache->bytes));
    cache->is_used = CQ_ARENA_NEW_ARRAY(&cache->arena, bool, cache->pack.count + 1u);
    return cache;
}

bool cq_cache_get(cq_str *record, cq_cache *cache, const cq_digest *key) {
    uint32_t place;
    if (!cq_pack_find(record, &place, &cache->pack, key)) return false;
    pthread_mutex_lock(&cache->lock);
    cache->is_used[place] = true;
    pthread_mutex_unlock(&cache->lock);
    return true;
}

void cq_cache_put(cq_cache *cache, const cq_digest *key, cq_str record, uint64_t size) {
    if (record.len > LARGEST_RECORD) return;
    cq_digest sum = cq_pack_sum(key, record);
    pthread_mutex_lock(&cache->lock);
    record = cq_str_dup(&cache->arena, record);
    *CQ_ARRAY_PUSH(&cache->arena, &cache->fresh) = (cq_pack_item){*key, sum, record, 0};
    cache->fresh_size += size;
    pthread_mutex_unlock(&cache->lock);
}

/* --- writing --- */

/* In a file of its own that takes the old one's place when it is whole: runs at the same time write
   one after another, and who reads has the old one or a new one. */
static void replace_pack(cq_cache *cache, cq_str bytes) {
    char draft[96];
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    snprintf(draft, sizeof draft, "%ld-%lld-%ld" DRAFT_ENDING, (long)getpid(),
             (long long)now.tv_sec, now.tv_nsec);
    int fd =
        openat(cache->folder, draft, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (fd < 0) return;
    bool ok = cq_io_write_stream(fd, bytes, draft, NULL);
    ok = close(fd) == 0 && ok;
    if (!ok || renameat(cache->folder, draft, cache->folder, cache->name) != 0)
        unlinkat(cache->folder, draft, 0);
}

typedef struct old_file {
    cq_str name;
    uint64_t size;
    time_t time;
} old_file;

typedef CQ_ARRAY(old_file) old_files;

static int compare_times(const void *left, const void *right) {
    const old_file *a = left, *b = right;
    if (a->time != b->time) return a->time > b->time ? -1 : 1;
    return cq_str_compare(a->name, b->name);
}

/* Only what has a name of ours; the newest first. */
static void list_files(old_files *out, cq_arena *arena, int folder) {
    DIR *dir = fdopendir(dup(folder));
    struct dirent *entry;
    struct stat info;
    if (!dir) return;
    rewinddir(dir);
    while ((entry = readdir(dir))) {
        cq_str name = cq_str_of(entry->d_name);
        bool is_ours = cq_str_has_suffix(name, CQ_STR(PACK_ENDING)) ||
                       cq_str_has_suffix(name, CQ_STR(DRAFT_ENDING));
        if (!is_ours || fstatat(folder, entry->d_name, &info, AT_SYMLINK_NOFOLLOW) != 0) continue;
        *CQ_ARRAY_PUSH(arena, out) =
            (old_file){cq_str_dup(arena, name), (uint64_t)info.st_size, info.st_mtime};
    }
    closedir(dir);
    if (out->len) qsort(out->at, out->len, sizeof *out->at, compare_times);
}

static void remove_oldest(cq_cache *cache) {
    old_files files = {0};
    uint64_t total = 0;
    time_t now = time(NULL);
    list_files(&files, &cache->arena, cache->folder);
    for (uint32_t i = 0; i < files.len; i++) {
        const old_file *file = &files.at[i];
        bool is_stale =
            cq_str_has_suffix(file->name, CQ_STR(DRAFT_ENDING)) && file->time + STALE_SECONDS < now;
        total += file->size;
        if (is_stale || total > MOST_BYTES) unlinkat(cache->folder, file->name.ptr, 0);
    }
}

/* Linting a few texts again takes less time than writing everything anew for them. */
static bool is_worth_writing(const cq_cache *cache) {
    return cache->fresh.len && cache->fresh_size * WRITE_WORTH >= cache->pack.bytes.len;
}

void cq_cache_keep(cq_cache *cache) {
    if (!is_worth_writing(cache)) return;
    cq_buf bytes = {0};
    cq_pack_list(&cache->fresh, &cache->arena, &cache->pack, cache->is_used);
    cq_pack_push(&bytes, &cache->fresh);
    replace_pack(cache, cq_buf_get(&bytes));
    cq_buf_release(&bytes);
    remove_oldest(cache);
}

void cq_cache_close(cq_cache *cache) {
    if (!cache) return;
    if (cache->folder >= 0) close(cache->folder);
    cq_buf_release(&cache->bytes);
    pthread_mutex_destroy(&cache->lock);
    cq_arena_release(&cache->arena);
    free(cache);
}
