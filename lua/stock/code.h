/* The code of a rule: its Lua text without what is known of it already, to be parsed in half the time. */
#ifndef CQ_LUA_STOCK_CODE_H
#define CQ_LUA_STOCK_CODE_H

#include "base/buf.h"

/* Appends `text` without remarks and needless white space, and with 0 for the fields of its rule's table
   that are data, unless something in it asks for one as rule.NAME. Every line stays the line that it was.
   What is no Lua comes out as anything. */
void cq_stock_code_push(cq_buf *out, cq_str text);

#endif
