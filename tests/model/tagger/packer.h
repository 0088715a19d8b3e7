/* The packer: puts together the file that core/text/tagger_model reads. */
#ifndef TESTS_MODEL_PACKER_H
#define TESTS_MODEL_PACKER_H

#include "base/buf.h"
#include "inventory.h"
#include "table.h"

typedef struct packer {
    table weight_keys, value_keys; /* of rows and values, by number */
    CQ_ARRAY(uint32_t) offsets;    /* of rows in cells, or FULL + in full cells */
    CQ_ARRAY(uint16_t) values;
    CQ_ARRAY(uint16_t) cells, full_cells;
    table rows; /* hashes of the rows that are in cells */
    CQ_ARRAY(uint32_t) row_offsets;
    CQ_ARRAY(uint16_t) feats;
    CQ_ARRAY(cq_tagger_script) scripts;
    cq_buf text;
    cq_arena arena;
} packer;

void packer_init(packer *p);

/* Puts the weights of a feature under a key: a row of cells. Put first what matters most. */
void packer_put_weights(packer *p, uint32_t key, const uint16_t *cells, uint32_t count);

/* Puts a value under a key; the first one stays. */
void packer_put(packer *p, uint32_t key, uint16_t value);

/* The index of features as a string. */
uint16_t packer_feats(packer *p, const char *feats);

/* The index of a script. */
uint16_t packer_script(packer *p, uint8_t strip, cq_str append);

/* Writes the file; ends the program with a message where it cannot. `step` is what 1 in a cell's
   weight stands for. */
void packer_write(packer *p, const char *path, const cq_tagger_class *classes, uint32_t class_count,
                  float step);

#endif
