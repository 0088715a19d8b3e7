#include "packer.h"

#include "base/io.h"
#include "storage.h"

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

enum {
    MANY = 12,       /* cells that are as well a full row */
    FULL = 1u << 30, /* before offsets in full_cells */
};

void packer_init(packer *p) {
    *p = (packer){0};
    cq_arena_init(&p->arena);
    packer_feats(p, "");
    packer_script(p, 0, CQ_STR(""));
}

/* Where a row of cells is, put there when it was not. */
static uint32_t place_row(packer *p, const uint16_t *cells, uint32_t count) {
    size_t size = count * sizeof *cells;
    uint32_t hash = cq_tagger_hash((cq_str){(const char *)cells, size}) + count;
    for (;; hash++) { /* on to the next number where another row has the same */
        uint32_t before = p->rows.count, row = table_get(&p->rows, hash);
        if (p->rows.count > before) {
            *CQ_ARRAY_PUSH(&p->arena, &p->row_offsets) = p->cells.len;
            for (uint32_t i = 0; i < count; i++) *CQ_ARRAY_PUSH(&p->arena, &p->cells) = cells[i];
        }
        uint32_t at = p->row_offsets.at[row];
        if (at + count <= p->cells.len && memcmp(&p->cells.at[at], cells, size) == 0) return at;
    }
}

/* A row that has a byte for each class: quicker to read than many cells. */
static uint32_t place_full_row(packer *p, const uint16_t *cells, uint32_t count) {
    uint32_t at = p->full_cells.len;
    for (uint32_t i = 0; i < CQ_TAGGER_CLASSES_MAX / 2; i++)
        *CQ_ARRAY_PUSH(&p->arena, &p->full_cells) = 0;
    int8_t *weights = (int8_t *)&p->full_cells.at[at];
    for (uint32_t i = 0; i < count; i++) weights[cells[i] & 127] = (int8_t)(cells[i] >> 8);
    return FULL + at;
}

void packer_put_weights(packer *p, uint32_t key, const uint16_t *cells, uint32_t count) {
    uint32_t before = p->weight_keys.count;
    table_get(&p->weight_keys, key);
    if (p->weight_keys.count > before)
        *CQ_ARRAY_PUSH(&p->arena, &p->offsets) =
            count >= MANY ? place_full_row(p, cells, count) : place_row(p, cells, count);
}

void packer_put(packer *p, uint32_t key, uint16_t value) {
    uint32_t before = p->value_keys.count;
    table_get(&p->value_keys, key);
    if (p->value_keys.count > before) *CQ_ARRAY_PUSH(&p->arena, &p->values) = value;
}

/* The offset of bytes in the text, appended when they are not in it. */
static uint16_t place_text(packer *p, cq_str bytes) {
    size_t at = cq_str_find(cq_buf_get(&p->text), bytes);
    if (at == SIZE_MAX) {
        at = p->text.len;
        cq_buf_push_str(&p->text, bytes);
    }
    if (at > UINT16_MAX) {
        fprintf(stderr, "the model has too many texts\n");
        exit(2);
    }
    return (uint16_t)at;
}

uint16_t packer_feats(packer *p, const char *feats) {
    for (uint16_t i = 0; i < p->feats.len; i++)
        if (strcmp(p->text.ptr + p->feats.at[i], feats) == 0) return i;
    size_t at = p->text.len; /* whole strings are not looked for: one may end another */
    cq_buf_push_str(&p->text, (cq_str){feats, strlen(feats) + 1});
    *CQ_ARRAY_PUSH(&p->arena, &p->feats) = (uint16_t)at;
    return (uint16_t)(p->feats.len - 1);
}

uint16_t packer_script(packer *p, uint8_t strip, cq_str append) {
    for (uint16_t i = 0; i < p->scripts.len; i++) {
        const cq_tagger_script *script = &p->scripts.at[i];
        cq_str text = {p->text.ptr + script->append, script->append_length};
        if (script->strip == strip && cq_str_is_equal(text, append)) return i;
    }
    uint16_t at = append.len ? place_text(p, append) : 0;
    *CQ_ARRAY_PUSH(&p->arena, &p->scripts) = (cq_tagger_script){strip, (uint8_t)append.len, at};
    return (uint16_t)(p->scripts.len - 1);
}

static void push_array(cq_buf *out, const void *at, size_t count, size_t size) {
    if (count) cq_buf_push_str(out, (cq_str){at, count * size});
    while (out->len % 4) cq_buf_push(out, 0);
}

/* Slots for `count` keys, seven in ten of them taken. */
static uint32_t choose_size(uint32_t count) {
    return count / 7 * 10 + 16;
}

/* Fills the features' slots; returns how many found another in the way that looks the same. */
static uint32_t fill_slots(const packer *p, uint32_t *slots, uint32_t count) {
    uint32_t refused = 0;
    memset(slots, 0xFF, count * sizeof *slots);
    for (uint32_t i = 0; i < p->weight_keys.count; i++) {
        uint32_t key = p->weight_keys.keys[i], at = cq_tagger_slot(key, count);
        uint32_t offset = p->offsets.at[i];
        if (offset >= FULL) offset += p->cells.len - FULL;
        uint32_t slot = key << CQ_TAGGER_OFFSET_BITS | offset;
        while (slots[at] != CQ_TAGGER_NONE && (slots[at] ^ slot) >> CQ_TAGGER_OFFSET_BITS)
            at = at + 1 == count ? 0 : at + 1;
        refused += slots[at] != CQ_TAGGER_NONE;
        if (slots[at] == CQ_TAGGER_NONE) slots[at] = slot;
    }
    return refused;
}

static void fill_entries(const packer *p, uint32_t *keys, uint16_t *values, uint32_t count) {
    for (uint32_t i = 0; i < p->value_keys.count; i++) {
        uint32_t at = cq_tagger_slot(p->value_keys.keys[i], count);
        while (keys[at]) at = at + 1 == count ? 0 : at + 1;
        keys[at] = p->value_keys.keys[i];
        values[at] = p->values.at[i];
    }
}

static void push_tables(cq_buf *out, const packer *p, uint32_t slot_count, uint32_t entry_count) {
    uint32_t *bitmap = storage_new(CQ_TAGGER_BITMAP_WORDS, sizeof *bitmap);
    uint32_t *slots = storage_new(slot_count, sizeof *slots);
    uint32_t *keys = storage_new(entry_count, sizeof *keys);
    uint16_t *values = storage_new(entry_count, sizeof *values);
    uint32_t refused = fill_slots(p, slots, slot_count);
    fill_entries(p, keys, values, entry_count);
    for (uint32_t i = 0; i < p->weight_keys.count; i++) {
        uint32_t bit = p->weight_keys.keys[i] >> (32 - CQ_TAGGER_BITMAP_BITS);
        bitmap[bit >> 5] |= 1u << (bit & 31);
    }
    push_array(out, bitmap, CQ_TAGGER_BITMAP_WORDS, sizeof *bitmap);
    push_array(out, slots, slot_count, sizeof *slots);
    cq_buf_push_str(out, (cq_str){(const char *)p->cells.at, p->cells.len * sizeof *p->cells.at});
    push_array(out, p->full_cells.at, p->full_cells.len, sizeof *p->full_cells.at);
    push_array(out, keys, entry_count, sizeof *keys);
    push_array(out, values, entry_count, sizeof *values);
    printf("%u features (%u left out for another in the way), %u cells and %u full, %u entries\n",
           p->weight_keys.count - refused, refused, p->cells.len, p->full_cells.len,
           p->value_keys.count);
    free(bitmap);
    free(slots);
    free(keys);
    free(values);
}

static void write_file(const char *path, cq_str bytes) {
    cq_err err;
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0666);
    if (fd < 0 || !cq_io_write_stream(fd, bytes, path, &err)) {
        fprintf(stderr, "%s: cannot be written\n", path);
        exit(2);
    }
    close(fd);
    printf("%s: %zu bytes\n", path, bytes.len);
}

void packer_write(packer *p, const char *path, const cq_tagger_class *classes, uint32_t class_count,
                  float step) {
    cq_buf out = {0};
    uint32_t slot_count = choose_size(p->weight_keys.count);
    uint32_t entry_count = choose_size(p->value_keys.count);
    uint32_t cell_count = p->cells.len + p->full_cells.len;
    uint32_t header[CQ_TAGGER_HEADER / 4] = {CQ_TAGGER_MAGIC,
                                             slot_count,
                                             cell_count,
                                             p->cells.len,
                                             entry_count,
                                             class_count,
                                             p->feats.len,
                                             p->scripts.len,
                                             (uint32_t)p->text.len,
                                             (uint32_t)(step * 65536.0f)};
    if (cell_count >= 1u << CQ_TAGGER_OFFSET_BITS) {
        fprintf(stderr, "the model is too large: %u cells\n", cell_count);
        exit(2);
    }
    push_array(&out, header, 1, sizeof header);
    push_tables(&out, p, slot_count, entry_count);
    push_array(&out, classes, class_count, sizeof *classes);
    push_array(&out, p->feats.at, p->feats.len, sizeof *p->feats.at);
    push_array(&out, p->scripts.at, p->scripts.len, sizeof *p->scripts.at);
    push_array(&out, p->text.ptr, p->text.len, 1);
    write_file(path, cq_buf_get(&out));
    cq_buf_release(&out);
}
