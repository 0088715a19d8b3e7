/* Interrupt: Ctrl-C ends a run between two files, with its output whole; pressed again, at once. */
#ifndef CQ_CLI_INTERRUPT_H
#define CQ_CLI_INTERRUPT_H

#include <stdbool.h>

/* From here on SIGINT, SIGTERM and SIGHUP are noted, the first time, instead of ending the program. For work that
   looks at cq_interrupt_came now and then, and does not wait for somebody's input. */
void cq_interrupt_catch(void);

bool cq_interrupt_came(void);

/* Where an interrupt came: ends the program by it, so that a shell sees what it was. */
void cq_interrupt_obey(void);

#endif
