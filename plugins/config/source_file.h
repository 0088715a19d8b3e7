/* A source file: the text on disk that another one is a translation of. */
#ifndef CQ_CONFIG_SOURCE_FILE_H
#define CQ_CONFIG_SOURCE_FILE_H

#include "base/io.h"
#include "text/doc.h"

/* Appends the bytes of the source at `path` to `out`. `text` is the translation's path, which need not be
   there; both are NUL-terminated. A source that is not there yet is no error: *is_there says so. CQ_EINVAL:
   both are one file, by whatever links; else as cq_io_read_file. */
bool cq_source_file_read(cq_buf *out, bool *is_there, cq_str path, cq_str text, cq_err *err);

/* Opens a source as cq_doc_open does. CQ_EINVAL also where it holds bytes that are no text: what stands in
   their place would be compared with the translation. */
bool cq_source_file_open(cq_doc *out, cq_intern *words, cq_str path, cq_str bytes,
                         const cq_doc_options *options, cq_err *err);

#endif
