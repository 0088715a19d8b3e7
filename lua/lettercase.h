/* Upper and lower case of UTF-8 text, by Unicode's simple mappings. */
#ifndef CQ_LUA_LETTERCASE_H
#define CQ_LUA_LETTERCASE_H

#include "base/arena.h"

/* A mapped text has at most this many bytes for one byte of the original. */
enum { CQ_LETTERCASE_GROWTH = 2 };

/* Write the mapped text into `out`, which has room for CQ_LETTERCASE_GROWTH bytes a byte of `s`,
   and return its length. Bytes that are not UTF-8 stay as they are. */
size_t cq_lettercase_lower(char *out, cq_str s);
size_t cq_lettercase_upper(char *out, cq_str s);

/* `text` with the capitals of `like`: all upper where `like` is (and has two letters or more), its
   first letter upper where that of `like` is. In `arena`, NUL-terminated. */
cq_str cq_lettercase_carry(cq_arena *arena, cq_str text, cq_str like);

#endif
