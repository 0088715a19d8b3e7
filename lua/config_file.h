/* Configuration files: Lua text, run in the rules' sandbox, that returns a table. */
#ifndef CQ_LUA_CONFIG_FILE_H
#define CQ_LUA_CONFIG_FILE_H

#include "base/trouble.h"
#include "check/config.h"

typedef struct cq_config_file {
    cq_str text;    /* what it holds */
    cq_str shown;   /* its path as people are told; NUL-terminated */
    cq_str folder;  /* absolute, of the file */
    cq_str library; /* folder that holds calque/NAME.lua, as for rules; NUL-terminated */
} cq_config_file;

/* Reads a file into `out`; all of it is owned by `arena`. What is wrong in it goes to `troubles`, a line
   each ("PATH:LINE: ..."), and the rest is read: a key that is not known, a value that is not what it
   must be. False where nothing could be read: an error in the Lua text, no table. It may take a second of processor time and 64 MiB. */
bool cq_config_file_read(cq_config *out, cq_arena *arena, const cq_config_file *file,
                         cq_troubles *troubles);

#endif
