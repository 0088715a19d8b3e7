/* Addresses in running text: URLs, e-mail addresses, file names and paths, handles, hash tags. */
#ifndef CQ_TEXT_ADDRESS_H
#define CQ_TEXT_ADDRESS_H

#include "text/token.h"

typedef struct cq_address {
    size_t end; /* behind its last byte; 0: there is none */
    cq_token_kind kind;
} cq_address;

/* The URL, e-mail address, file name or path that begins with the letter or digit at `start`. Where
   there is none, *plain_until is set to a place before which none begins, so that a caller who does
   not ask again before it stays linear. */
cq_address cq_address_scan(cq_str text, size_t start, size_t *plain_until);

/* The path that begins with the / ~ or . at `start`; 0: none. */
size_t cq_address_scan_path(cq_str text, size_t start);

/* The handle or hash tag that begins with the @ or # at `start`; 0: none. */
size_t cq_address_scan_name(cq_str text, size_t start);

#endif
