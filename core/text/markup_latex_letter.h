/* Characters of LaTeX that are written with several: accents and ligatures. */
#ifndef CQ_TEXT_MARKUP_LATEX_LETTER_H
#define CQ_TEXT_MARKUP_LATEX_LETTER_H

#include "text/markup_latex_reader.h"

/* "\'e", "\'{e}", "\c c" at `start`, whose letter is at `at` or behind blanks: the letter with its
   mark, composed where Unicode has it so. Returns where to read on. */
uint32_t cq_latex_letter_read_accent(cq_latex_reader *r, uint32_t start, uint32_t at,
                                     const char *mark);

/* "``", "''", "---" and their like, or the byte at `at`. Returns where to read on. */
uint32_t cq_latex_letter_read_ligature(cq_latex_reader *r, uint32_t at);

#endif
