/* Formulas between marks in LaTeX's text. */
#ifndef CQ_TEXT_MARKUP_LATEX_FORMULA_H
#define CQ_TEXT_MARKUP_LATEX_FORMULA_H

#include "text/markup_latex_reader.h"

/* The formula whose mark of `width` bytes at `at` is ended by `close`; `which` is that mark's place in
   the reader's `barren`. Returns where to read on. */
uint32_t cq_latex_formula_read(cq_latex_reader *r, uint32_t at, uint32_t width, cq_str close,
                               int which);

#endif
