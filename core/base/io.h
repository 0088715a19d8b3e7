/* Reading whole files and streams, and folders; every error names the path. */
#ifndef CQ_BASE_IO_H
#define CQ_BASE_IO_H

#include "base/array.h"
#include "base/buf.h"
#include "base/err.h"

/* The largest input in bytes: offsets are 32 bits and spans stay well inside. */
#define CQ_IO_LARGEST ((size_t)1 << 30)

/* Appends a regular file's bytes to `out`. Anything else (folder, device, pipe) is CQ_EINVAL, a
   file above CQ_IO_LARGEST CQ_ELIMIT; it is not read then. */
bool cq_io_read_file(cq_buf *out, const char *path, cq_err *err);

/* Appends what an open descriptor gives until its end; `name` is for messages. */
bool cq_io_read_stream(cq_buf *out, int fd, const char *name, cq_err *err);

/* Writes all of `bytes`, going on after short writes and interrupts. */
bool cq_io_write_stream(int fd, cq_str bytes, const char *name, cq_err *err);

/* Pushes the names in a folder (NUL-terminated, without "." and ".."), in bytewise order. */
bool cq_io_list_folder(cq_strs *out, cq_arena *arena, const char *path, cq_err *err);

/* Pushes the paths of all below `folder` whose names end in `suffix`, but for folders, in bytewise order
   of their paths, following no symbolic links. What is no file is among them: who reads it is told so. */
bool cq_io_find_files(cq_strs *out, cq_arena *arena, const char *folder, cq_str suffix,
                      cq_err *err);

#endif
