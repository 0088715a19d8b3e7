/* A pack: many records in one file, found by their digests. It comes from a disk where anything may have
   happened to it: a record is handed out only where it is what was put in. */
#ifndef CQ_CLI_PACK_H
#define CQ_CLI_PACK_H

#include "base/array.h"
#include "base/buf.h"
#include "base/digest.h"

enum {
    CQ_PACK_MOST = 32 << 20, /* bytes of a pack: the records that were used last are kept */
    CQ_PACK_OLDEST = 16,     /* packs that a record goes into without being used */
};

/* Caller's storage. */
typedef struct cq_pack {
    cq_str bytes;
    uint32_t count; /* records */
} cq_pack;

/* Bytes of a file as a pack; borrowed. Whatever is none is an empty one. */
cq_pack cq_pack_of(cq_str bytes);

/* The record of a key, borrowed, and its place (< count) among the others. False: there is none, or it
   was damaged. */
bool cq_pack_find(cq_str *record, uint32_t *place, const cq_pack *pack, const cq_digest *key);

/* A record that is to go into a pack. */
typedef struct cq_pack_item {
    cq_digest key, sum; /* by cq_pack_sum; of a damaged record anything */
    cq_str record;
    uint32_t age; /* packs that it went into without being used */
} cq_pack_item;

typedef CQ_ARRAY(cq_pack_item) cq_pack_items;

/* What says that a record is the one that was put in under a key. */
cq_digest cq_pack_sum(const cq_digest *key, cq_str record);

/* Pushes what is in a pack, a pack older; `is_used` says by place which ones were used. Records are
   borrowed; damaged ones stay known as such. */
void cq_pack_list(cq_pack_items *out, cq_arena *arena, const cq_pack *pack, const bool *is_used);

/* Appends a pack of the items (which it sorts), each key once, the oldest left out as the limits want. */
void cq_pack_push(cq_buf *out, cq_pack_items *items);

#endif
