/* UAX #29 (Unicode 15.0) as the standard has it, untailored: where words and
 * sentences may end in any text of any language.
 *
 * calque's own tokens and sentences (token.h, sentence.h) differ on purpose;
 * these functions are the yardstick that Unicode's own test files check, and
 * the fallback where no tailoring applies.
 *
 * Offsets are bytes in the text. `from` is 0 or a boundary that the same
 * function returned: both algorithms need no context before a boundary, so a
 * walk over a text reads each byte at most twice. Text is valid UTF-8; nothing
 * is allocated and nothing fails. */
#ifndef CQ_TEXT_UAX29_H
#define CQ_TEXT_UAX29_H

#include <stddef.h>

#include "base/str.h"

/* Returns the first word boundary after `from`, at most text.len; text.len if
 * `from` is at or beyond the end. */
size_t cq_uax29_next_word(cq_str text, size_t from);

/* Returns the first sentence boundary after `from`, at most text.len; text.len
 * if `from` is at or beyond the end. White space after a sentence is its. */
size_t cq_uax29_next_sentence(cq_str text, size_t from);

#endif
