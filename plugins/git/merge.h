/* A merge of three texts, line by line. */
#ifndef CQ_GIT_MERGE_H
#define CQ_GIT_MERGE_H

#include <stdbool.h>

#include "base/buf.h"

/* Appends what comes of it when both sides change `base`; false, and nothing appended, where they
   change the same or neighbouring lines in different ways. */
bool cq_git_merge(cq_buf *out, cq_str base, cq_str ours, cq_str theirs);

#endif
