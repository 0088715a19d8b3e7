/* Lemmas: edit scripts for endings, and for the forms that endings get wrong. */
#ifndef TESTS_MODEL_LEMMAS_H
#define TESTS_MODEL_LEMMAS_H

#include "packer.h"
#include "samples.h"

/* Learns them from samples and the lists of irregular forms in a folder, puts them into the packer
   and fills the classes' lemma_endings. */
void lemmas_pack(packer *p, inventory *v, const samples *s, const char *folder);

#endif
