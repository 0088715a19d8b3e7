/* Placeholders: what a program will put something else for. */
#ifndef CQ_TEXT_PLACEHOLDER_H
#define CQ_TEXT_PLACEHOLDER_H

#include "base/str.h"

/* The end of the placeholder that begins with the % { or $ at `start`: %s, %1$s, %(name)d, {name},
   {0}, {{x}}, ${x}; 0: none. */
size_t cq_placeholder_scan(cq_str text, size_t start);

#endif
