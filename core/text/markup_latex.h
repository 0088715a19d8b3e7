/* The commands of LaTeX that matter for prose, by name: what they do to the text around them and
   which of their arguments are for readers. */
#ifndef CQ_TEXT_MARKUP_LATEX_H
#define CQ_TEXT_MARKUP_LATEX_H

#include "base/str.h"

typedef enum cq_latex_role {
    CQ_LATEX_UNKNOWN,  /* stands, with its arguments, for something that is not prose */
    CQ_LATEX_NOTHING,  /* leaves nothing, and neither do its arguments */
    CQ_LATEX_DEFINE,   /* likewise; names of commands are among its arguments */
    CQ_LATEX_TEXT,     /* its last argument is text of the sentence */
    CQ_LATEX_STRESSED, /* likewise, in italics */
    CQ_LATEX_STRONG,   /* likewise, in bold type */
    CQ_LATEX_LINK,     /* likewise, a link */
    CQ_LATEX_QUOTED,   /* likewise, in quotation marks */
    CQ_LATEX_SYMBOL,   /* `text` stands in its place */
    CQ_LATEX_LETTER,   /* likewise; blanks behind it are not text */
    CQ_LATEX_ACCENT,   /* on the next letter; `text` is the combining mark */
    CQ_LATEX_SPACE,    /* a space */
    CQ_LATEX_END,      /* ends a paragraph */
    CQ_LATEX_HEADING,  /* its last argument is a heading, of level `count` */
    CQ_LATEX_CAPTION,  /* its last argument is a caption */
    CQ_LATEX_NOTE,     /* its last argument is a text of its own */
    CQ_LATEX_ITEM,
    CQ_LATEX_CODE, /* with its arguments: code, an address, a formula, ... */
    CQ_LATEX_URL,
    CQ_LATEX_MATH,
    CQ_LATEX_IMAGE,
    CQ_LATEX_REFERENCE,
    CQ_LATEX_VERBATIM, /* "\verb|...|" */
    CQ_LATEX_BEGIN,
    CQ_LATEX_FINISH, /* "\end" */
} cq_latex_role;

typedef struct cq_latex_command {
    const char *name; /* without the backslash */
    cq_latex_role role;
    uint8_t count;    /* arguments before the last one; a heading's level */
    const char *text; /* or NULL */
} cq_latex_command;

/* The command of a name, or NULL. Static. */
const cq_latex_command *cq_markup_latex_find(cq_str name);

#endif
