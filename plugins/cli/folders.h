/* Where calque's own files are: the shipped rules and their library. */
#ifndef CQ_CLI_FOLDERS_H
#define CQ_CLI_FOLDERS_H

#include "base/io.h"

/* The folder `rules` and the folder `lua` (which holds calque/ with the modules): of the tree that the program
   was built in where it runs from there, else those of the installation. NUL-terminated. */
typedef struct cq_folders {
    cq_str rules, library;
} cq_folders;

cq_folders cq_folders_shipped(cq_arena *arena);

#endif
