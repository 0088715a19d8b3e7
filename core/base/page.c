#include "base/page.h"

#include <malloc.h>
#include <stdint.h>
#include <sys/mman.h>

#define PAGE 4096u /* bytes */
#define LEAST_SIZE                                                                                 \
    (4u * 1024u * 1024u) /* bytes: two huge pages, so that one lies in it wherever it begins */
#define MOST_KEPT (64 * 1024 * 1024) /* bytes */

void cq_page_prefer_huge(void *memory, size_t size) {
    if (size < LEAST_SIZE) return;
    uintptr_t start = ((uintptr_t)memory + PAGE - 1) / PAGE * PAGE, end = (uintptr_t)memory + size;
    madvise((void *)start, end - start, MADV_HUGEPAGE); /* where it is refused, all is as before */
}

void cq_page_keep(void) {
#ifdef __GLIBC__
    mallopt(M_MMAP_THRESHOLD, (int)LEAST_SIZE);
    mallopt(M_TRIM_THRESHOLD, MOST_KEPT);
#endif
}
