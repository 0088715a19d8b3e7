/* XML: text of unknown origin as character data or an attribute's value, in XML and in HTML. */
#ifndef CQ_REPORT_XML_H
#define CQ_REPORT_XML_H

#include "base/buf.h"

/* Appends text with & < > and both quotation marks as references, so that it can stand anywhere (and
   "]]>" nowhere). What XML cannot hold in any spelling (control characters, U+FFFE, U+FFFF, bytes that
   are no UTF-8) becomes U+FFFD. Line ends and tabs become references, since a reader would change them. */
void cq_xml_push(cq_buf *out, cq_str text);

/* Appends ` name="value"`. */
void cq_xml_push_attribute(cq_buf *out, const char *name, cq_str value);
void cq_xml_push_number(cq_buf *out, const char *name, uint64_t value);

#endif
