/* Commands in LaTeX's text. */
#ifndef CQ_TEXT_MARKUP_LATEX_COMMAND_H
#define CQ_TEXT_MARKUP_LATEX_COMMAND_H

#include "text/markup_latex_reader.h"

/* The command whose backslash is at `start`. Returns where to read on. */
uint32_t cq_latex_command_read(cq_latex_reader *r, uint32_t start);

#endif
