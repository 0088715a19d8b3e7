/* Environments of LaTeX, and what they make of the paragraphs in them. */
#ifndef CQ_TEXT_MARKUP_LATEX_ENVIRONMENT_H
#define CQ_TEXT_MARKUP_LATEX_ENVIRONMENT_H

#include "text/markup_latex_reader.h"

/* "\begin" at `start`, whose arguments start at `at`. Returns where to read on, as those below: behind
   the environment where nothing in it is prose. */
uint32_t cq_latex_environment_read_begin(cq_latex_reader *r, uint32_t start, uint32_t at);

/* "\end" */
uint32_t cq_latex_environment_read_end(cq_latex_reader *r, uint32_t start, uint32_t at);

/* "\item[term]": the term is an item of its own. */
uint32_t cq_latex_environment_read_item(cq_latex_reader *r, uint32_t start, uint32_t at);

#endif
