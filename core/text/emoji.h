/* Emoji: the sequences that are shown as one picture. */
#ifndef CQ_TEXT_EMOJI_H
#define CQ_TEXT_EMOJI_H

#include "base/str.h"

/* The end of the emoji that begins at `start`: a pictograph with its modifiers and what zero-width
   joiners add, a flag, a keycap, or a symbol that U+FE0F makes one; 0: none. */
size_t cq_emoji_scan(cq_str text, size_t start);

#endif
