/* The one place where the generated tables become data of the program. */
#include "text/unicode.h"

#include "text/unicode_tables.h"
