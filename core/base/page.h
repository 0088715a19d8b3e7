/* The pages that the system's memory comes in. */
#ifndef CQ_BASE_PAGE_H
#define CQ_BASE_PAGE_H

#include <stddef.h>

/* Asks for huge pages for memory from malloc that nothing has been written to yet, where it is large
   and the system has them: each page of four kilobytes costs an interruption when it is first
   touched, which was a third of the time that it takes to read a large document into tokens. */
void cq_page_prefer_huge(void *memory, size_t size);

/* For a run over many documents that ends with the process, before its threads start: what is freed stays
   with the process, up to 64 MiB for each thread, and the next document finds its pages there. Given back to
   the system, they are cleared again for each. */
void cq_page_keep(void);

#endif
