/* The cache: what was found in texts, kept from one run to the next in the user's cache folder
   ($XDG_CACHE_HOME/calque, else ~/.cache/calque), a file for each folder that calque is run in. It says
   only what linting would say again: a record's key is a digest of all that decides it. Nothing that
   goes wrong with it is a trouble: then texts are linted. */
#ifndef CQ_CLI_CACHE_H
#define CQ_CLI_CACHE_H

#include "base/buf.h"
#include "base/digest.h"

/* Bytes of text from which on it pays: to know rules and settings again and to read and write the file
   takes some milliseconds, as long as to lint a hundred kilobytes. */
enum { CQ_CACHE_LEAST = 2 << 20 };

typedef struct cq_cache cq_cache;

/* The cache for runs in this folder. NULL: there can be none. The caller closes it. */
cq_cache *cq_cache_open(void);

/* The record of a key, borrowed until the cache is closed. From any thread. False: linting has to say. */
bool cq_cache_get(cq_str *record, cq_cache *cache, const cq_digest *key);

/* Keeps a copy of a record; `size` is that of its text, in bytes. From any thread. */
void cq_cache_put(cq_cache *cache, const cq_digest *key, cq_str record, uint64_t size);

/* Writes what is new, where it is enough to be worth it, and removes what is too old. One thread. */
void cq_cache_keep(cq_cache *cache);

void cq_cache_close(cq_cache *cache);

#endif
