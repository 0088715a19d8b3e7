/* Where the keys of the tables in a Lua text stand. Lua's tables do not remember it, and people who
   are told what is wrong with a key want to know. Only what is written out is found: a table that is
   computed has no places. */
#ifndef CQ_LUA_TABLE_PLACE_H
#define CQ_LUA_TABLE_PLACE_H

#include "base/array.h"

/* Between the keys of a path; list items are "1", "2", ... */
#define CQ_TABLE_PLACE_JOINT '\x1F'

typedef struct cq_table_place {
    cq_str path;   /* "rules\x1Fen/its-own": from the outermost table down */
    uint32_t line; /* 1-based */
    uint32_t rank; /* how many places come before it in the text */
} cq_table_place;

/* By path, those of one path in the order of the text. */
typedef CQ_ARRAY(cq_table_place) cq_table_places;

/* Pushes the places of all tables that stand in no other table. `text` is Lua that compiles; strings
   are copied into `arena`. Linear but for the
   sorting. */
void cq_table_place_find(cq_table_places *out, cq_arena *arena, cq_str text);

/* The place of a path, or of the longest beginning of it that has one; the last where there are
   several. NULL: none. */
const cq_table_place *cq_table_place_of(const cq_table_places *places, cq_str path);

#endif
