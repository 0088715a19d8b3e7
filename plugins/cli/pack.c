#include "plugins/cli/pack.h"

#include "base/little.h"

#include <stdlib.h>

/* The file: the magic, how many records there are, an entry for each in the order of the keys, and the
   records behind each other. An entry is the key, the digest of key and record, where the record starts
   behind the entries, its length, and its age. */
#define MAGIC CQ_STR("calque records 1")

enum {
    HEAD = 20,
    SUM_AT = CQ_DIGEST_SIZE,
    START_AT = 2 * CQ_DIGEST_SIZE,
    SIZE_AT = START_AT + 4,
    AGE_AT = SIZE_AT + 4,
    ENTRY = AGE_AT + 4,
};

cq_digest cq_pack_sum(const cq_digest *key, cq_str record) {
    cq_digester digester;
    cq_digester_init(&digester);
    cq_digester_push(&digester, (cq_str){(const char *)key->at, CQ_DIGEST_SIZE});
    cq_digester_push(&digester, record);
    return cq_digester_end(&digester);
}

cq_pack cq_pack_of(cq_str bytes) {
    cq_pack pack = {bytes, 0};
    if (bytes.len < HEAD || !cq_str_has_prefix(bytes, MAGIC)) return pack;
    uint32_t count = cq_little_at(bytes.ptr + MAGIC.len);
    if (count <= (bytes.len - HEAD) / ENTRY) pack.count = count;
    return pack;
}

static const char *entry_at(const cq_pack *pack, uint32_t place) {
    return pack->bytes.ptr + HEAD + (size_t)place * ENTRY;
}

/* Cut off where the file ends. */
static cq_str record_at(const cq_pack *pack, uint32_t place) {
    const char *entry = entry_at(pack, place);
    size_t start = HEAD + (size_t)pack->count * ENTRY + cq_little_at(entry + START_AT);
    return cq_str_slice(pack->bytes, start, start + cq_little_at(entry + SIZE_AT));
}

bool cq_pack_find(cq_str *record, uint32_t *place, const cq_pack *pack, const cq_digest *key) {
    uint32_t first = 0, end = pack->count;
    while (first < end) {
        uint32_t middle = first + (end - first) / 2;
        int order = memcmp(entry_at(pack, middle), key->at, CQ_DIGEST_SIZE);
        if (order == 0) {
            *place = middle;
            *record = record_at(pack, middle);
            cq_digest sum = cq_pack_sum(key, *record);
            return memcmp(entry_at(pack, middle) + SUM_AT, sum.at, CQ_DIGEST_SIZE) == 0;
        }
        if (order < 0)
            first = middle + 1;
        else
            end = middle;
    }
    return false;
}

void cq_pack_list(cq_pack_items *out, cq_arena *arena, const cq_pack *pack, const bool *is_used) {
    for (uint32_t i = 0; i < pack->count; i++) {
        const char *entry = entry_at(pack, i);
        uint32_t age = cq_little_at(entry + AGE_AT);
        cq_pack_item *item = CQ_ARRAY_PUSH(arena, out);
        memcpy(item->key.at, entry, CQ_DIGEST_SIZE);
        memcpy(item->sum.at, entry + SUM_AT, CQ_DIGEST_SIZE);
        item->record = record_at(pack, i);
        item->age = is_used[i] ? 0 : age < CQ_PACK_OLDEST ? age + 1 : age;
    }
}

static int compare_keys(const void *left, const void *right) {
    const cq_pack_item *a = left, *b = right;
    int order = memcmp(a->key.at, b->key.at, CQ_DIGEST_SIZE);
    return order ? order : (a->age > b->age) - (a->age < b->age);
}

static int compare_ages(const void *left, const void *right) {
    const cq_pack_item *a = left, *b = right;
    return (a->age > b->age) - (a->age < b->age);
}

static void sort(cq_pack_items *items, int (*compare)(const void *, const void *)) {
    if (items->len) qsort(items->at, items->len, sizeof *items->at, compare);
}

/* Of two with a key the younger one stays: the other one may be damaged. */
static void drop_doubles(cq_pack_items *items) {
    uint32_t kept = 0;
    sort(items, compare_keys);
    for (uint32_t i = 0; i < items->len; i++)
        if (!kept || !cq_digest_is_equal(&items->at[i].key, &items->at[kept - 1].key))
            items->at[kept++] = items->at[i];
    items->len = kept;
}

static void drop_oldest(cq_pack_items *items) {
    size_t size = HEAD;
    uint32_t kept = 0;
    sort(items, compare_ages);
    for (; kept < items->len && items->at[kept].age < CQ_PACK_OLDEST; kept++) {
        size += ENTRY + items->at[kept].record.len;
        if (size > CQ_PACK_MOST) break;
    }
    items->len = kept;
}

static void push_digest(cq_buf *out, const cq_digest *digest) {
    cq_buf_push_str(out, (cq_str){(const char *)digest->at, CQ_DIGEST_SIZE});
}

void cq_pack_push(cq_buf *out, cq_pack_items *items) {
    uint32_t start = 0;
    drop_doubles(items);
    drop_oldest(items);
    sort(items, compare_keys);
    cq_buf_push_str(out, MAGIC);
    cq_little_push(out, items->len);
    for (uint32_t i = 0; i < items->len; i++) {
        const cq_pack_item *item = &items->at[i];
        push_digest(out, &item->key);
        push_digest(out, &item->sum);
        cq_little_push(out, start);
        cq_little_push(out, (uint32_t)item->record.len);
        cq_little_push(out, item->age);
        start += (uint32_t)item->record.len;
    }
    for (uint32_t i = 0; i < items->len; i++) cq_buf_push_str(out, items->at[i].record);
}
