/* Markup: a source becomes blocks. Each format is one file in text/markup/, found by its name:
   `markup/markdown.c` defines `const cq_format cq_format_markdown`. */
#ifndef CQ_TEXT_MARKUP_H
#define CQ_TEXT_MARKUP_H

#include "text/block.h"

/* A part of a source that can be read by itself: it begins with the line of a block that is_cut, or
   where the source does, and ends there likewise. */
typedef struct cq_format_part {
    cq_span span;
    uint32_t blank_lines; /* in front of it */
    bool is_first;        /* no block stands before it */
} cq_format_part;

/* How a comment of one line is written. */
typedef struct cq_format_comment {
    const char *begin; /* with spaces; NULL: the format has no comments */
    const char *end;   /* likewise; "": the comment has a line for itself */
    bool is_indented;  /* as the line below it */
    bool is_apart;     /* with a blank line behind it */
} cq_format_comment;

typedef struct cq_format {
    const char *name;           /* "markdown"; what --stdin-filename and dump show */
    const char *const *endings; /* of file names, with the dot, lower case; NULL-terminated */
    const char *const *names;   /* whole file names that say so; NULL-terminated, or NULL */
    bool is_walked;       /* read also where nobody has named the file: in folders, by hooks */
    bool has_frontmatter; /* may start with front matter: what it says of languages counts */
    cq_format_comment comment;
    bool layout_is_text; /* blank lines and runs of spaces are the author's, not markup's */
    /* Appends the source's blocks, left to right. Only what the format cannot read at all is an
       error; malformed markup is read as well as it goes. */
    bool (*read)(cq_blocks *out, cq_arena *arena, const cq_source *source, cq_err *err);
    /* The same with a part: gives what `read` gives of it, which lets a document that is being edited
       be read again where it has changed. NULL: it is always read whole. */
    bool (*read_part)(cq_blocks *out, cq_arena *arena, const cq_source *source,
                      const cq_format_part *part, cq_err *err);
    /* Whether something in the source may decide how another part of it is read; NULL: never. */
    bool (*is_entangled)(const cq_source *source);
} cq_format;

/* The format for a path by its name or ending, or NULL where neither is known. Borrowed, static. */
const cq_format *cq_format_of_path(cq_str path);

/* Whether a file of this name is read where nobody has named it. */
bool cq_format_is_walked(cq_str path);

/* The format of a name, or NULL. */
const cq_format *cq_format_of_name(cq_str name);

/* All formats, NULL-terminated, by name. */
const cq_format *const *cq_format_all(void);

#endif
