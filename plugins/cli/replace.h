/* Replacing a file: its readers see the old bytes or the new ones, never half of them. */
#ifndef CQ_CLI_REPLACE_H
#define CQ_CLI_REPLACE_H

#include "base/err.h"
#include "base/str.h"

/* Writes `after` beside the file (NUL-terminated path; symbolic links are followed), with its
   permissions, and renames it over the file, provided that `before` is still what is in it: what
   somebody else wrote meanwhile stays (CQ_EIO). A file that may not be written is CQ_EACCESS and stays.
   On failure nothing is left beside it. */
bool cq_replace_file(const char *path, cq_str before, cq_str after, cq_err *err);

/* Writes a file that is not there yet. One that is there stays, and is an error; where writing fails
   nothing is left. */
bool cq_replace_create(const char *path, cq_str bytes, cq_err *err);

#endif
