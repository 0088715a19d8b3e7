/* Where calque's own files are: the shipped rules, their library, the user's rules. */
#ifndef CQ_CLI_FOLDERS_H
#define CQ_CLI_FOLDERS_H

#include "base/io.h"

/* The folder `rules` and the folder `lua` (which holds calque/ with the modules): of the tree that the program
   was built in where it runs from there, else those of the installation. NUL-terminated. */
typedef struct cq_folders {
    cq_str rules, library;
} cq_folders;

cq_folders cq_folders_shipped(cq_arena *arena);

/* `.calque/rules` in the nearest folder from the working directory up to the root of its repository;
   empty where there is none. A repository's root is a folder with `.git` in it. */
cq_str cq_folders_user_rules(cq_arena *arena);

#endif
