/* Memory for a program that runs once: it is there, or the program ends. */
#ifndef TESTS_MODEL_STORAGE_H
#define TESTS_MODEL_STORAGE_H

#include <stddef.h>
#include <stdlib.h>

/* Zeroed. */
void *storage_new(size_t count, size_t size);
void *storage_resize(void *old, size_t count, size_t size);

#endif
