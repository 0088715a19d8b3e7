/* Lemmas: edit scripts for endings, and for the forms that endings get wrong. */
#ifndef TESTS_MODEL_LEMMAS_H
#define TESTS_MODEL_LEMMAS_H

#include "packer.h"
#include "samples.h"

/* Learns them from samples and puts them into the packer. */
void lemmas_pack(packer *p, const inventory *v, const samples *s);

#endif
