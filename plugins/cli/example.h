/* Examples: the sentences inside rules, run as tests. */
#ifndef CQ_CLI_EXAMPLE_H
#define CQ_CLI_EXAMPLE_H

#include "base/buf.h"
#include "base/io.h"
#include "check/fix.h"
#include "lua/host.h"

/* Runs one example of a rule. A bad one must be reported at exactly its marks, its fixes must give its
   fixed text where it names one, and the fixed text must be silent; a good one must be silent. Where
   it is not so, appends indented lines that show what was expected and what was found, and returns
   false. Troubles of the rule go to `troubles`. */
bool cq_example_holds(cq_buf *out, cq_host *host, const cq_rule *rule,
                      const cq_rule_example *example, cq_troubles *troubles);

/* What a bad example would have to say in order to hold: its text with the marks where findings are, and
   the text after their fixes. False: it would not hold whatever it says, since nothing is found, findings
   overlap, or the fixed text is reported again. */
bool cq_example_observe(cq_buf *marked, cq_buf *fixed, cq_host *host, const cq_rule *rule,
                        const cq_rule_example *example, cq_troubles *troubles);

/* Appends the example's text with << >> around the spans, which are in order. */
void cq_example_push_marked(cq_buf *out, cq_str text, const cq_span *spans, uint32_t count);

#endif
