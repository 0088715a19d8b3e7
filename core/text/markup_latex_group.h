/* Groups of LaTeX, whose text is prose, and what ends with them. */
#ifndef CQ_TEXT_MARKUP_LATEX_GROUP_H
#define CQ_TEXT_MARKUP_LATEX_GROUP_H

#include "text/markup_latex_reader.h"

/* Groups whose braces were passed over, in code or a formula, end here. */
void cq_latex_group_settle(cq_latex_reader *r, uint32_t at);

/* A brace at `at`. They return where to read on, as all below. */
uint32_t cq_latex_group_read_opening(cq_latex_reader *r, uint32_t at);
uint32_t cq_latex_group_read_closing(cq_latex_reader *r, uint32_t at);

/* The last argument of the command at `start`, whose brace is at `at`, is text: it starts behind the
   brace. */
uint32_t cq_latex_group_enter(cq_latex_reader *r, uint32_t start, uint32_t at,
                              cq_latex_group_kind kind);

/* Likewise; the text has that emphasis too. */
uint32_t cq_latex_group_enter_emphasis(cq_latex_reader *r, uint32_t start, uint32_t at,
                                       uint8_t emphasis);

/* Likewise; the text is a block of its own where it may be one. */
uint32_t cq_latex_group_enter_block(cq_latex_reader *r, uint32_t start, uint32_t at,
                                    cq_block_kind kind, uint32_t depth);

/* Likewise; a note's text is an aside of the paragraph in which its mark stands. */
uint32_t cq_latex_group_enter_note(cq_latex_reader *r, uint32_t start, uint32_t at);

#endif
