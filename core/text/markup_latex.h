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

typedef enum cq_latex_place {
    CQ_LATEX_BLOCK, /* its text is prose in paragraphs of its own */
    CQ_LATEX_LIST,
    CQ_LATEX_QUOTE,
    CQ_LATEX_TABLE,  /* cells, parted by & and \\ */
    CQ_LATEX_HIDDEN, /* code, drawings: nothing in it is prose */
    CQ_LATEX_FORMULA,
    CQ_LATEX_TITLED, /* its first argument is a heading */
} cq_latex_place;

typedef struct cq_latex_environment {
    const char *name; /* without a star */
    cq_latex_place place;
    uint8_t count; /* arguments behind "\begin{name}" that are not prose */
} cq_latex_environment;

/* The environment of a name, with or without a star; unknown ones are blocks. Static. */
const cq_latex_environment *cq_markup_latex_environment(cq_str name);

/* The precomposed letter for a combining mark on an ASCII letter; empty where there is none. Static. */
cq_str cq_markup_latex_compose(const char *mark, char letter);

#endif
