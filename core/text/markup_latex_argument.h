/* Arguments of LaTeX's commands: where what is in braces and brackets ends. */
#ifndef CQ_TEXT_MARKUP_LATEX_ARGUMENT_H
#define CQ_TEXT_MARKUP_LATEX_ARGUMENT_H

#include "text/markup_latex_reader.h"

/* Pairs all braces of the text, in one pass. To be called first. */
void cq_latex_argument_pair_braces(cq_latex_reader *r);

/* The brace that closes the one at `at`, or CQ_LATEX_NOWHERE. Calls go from left to right but for a few
   steps, so it is near. */
uint32_t cq_latex_argument_find_close(cq_latex_reader *r, uint32_t at);

/* Behind the bracket that closes the one at `at`, or `at`. */
uint32_t cq_latex_argument_skip_option(cq_latex_reader *r, uint32_t at);

/* Behind a command's star, options and, up to `count`, groups. */
uint32_t cq_latex_argument_skip(cq_latex_reader *r, uint32_t at, uint32_t count);

/* Behind the arguments of a definition, which may be names of commands and stand apart. */
uint32_t cq_latex_argument_skip_definition(cq_latex_reader *r, uint32_t at);

#endif
