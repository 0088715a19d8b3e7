/* Makes core/text/lexicon.model from lists of words, one a line.   lexicon_make OUT LIST...
   A word with a capital in all lists is a name and left out; so are forms with 's. */
#include "text/lexicon_model.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>

enum { BITS = 1 << 22 };

static unsigned char bits[BITS / 8];

static bool is_wanted(cq_str word) {
    for (size_t i = 0; i < word.len; i++)
        if (isupper((unsigned char)word.ptr[i])) return false;
    return word.len > 0 && !cq_str_has_suffix(word, CQ_STR("'s"));
}

static void add_word(cq_str word) {
    uint64_t hash = cq_lexicon_model_hash(word);
    for (uint32_t probe = 0; probe < CQ_LEXICON_MODEL_PROBES; probe++) {
        uint32_t bit = cq_lexicon_model_bit(hash, probe, BITS);
        bits[bit / 8] |= (unsigned char)(1u << bit % 8);
    }
}

static unsigned long add_list(const char *path) {
    FILE *file = fopen(path, "r");
    char line[256];
    unsigned long count = 0;
    if (!file) {
        perror(path);
        exit(2);
    }
    while (fgets(line, sizeof line, file)) {
        cq_str word = {line, strcspn(line, "\r\n")};
        if (!is_wanted(word)) continue;
        add_word(word);
        count++;
    }
    fclose(file);
    return count;
}

static void save(const char *path) {
    unsigned char header[CQ_LEXICON_MODEL_HEADER];
    for (unsigned i = 0; i < sizeof header; i++)
        header[i] = (unsigned char)((uint32_t)BITS >> 8 * i);
    FILE *file = fopen(path, "wb");
    if (!file || fwrite(header, sizeof header, 1, file) != 1 ||
        fwrite(bits, sizeof bits, 1, file) != 1 || fclose(file) != 0) {
        perror(path);
        exit(2);
    }
}

int main(int argc, char **argv) {
    if (argc < 3) {
        fprintf(stderr, "usage: lexicon_make OUT LIST...\n");
        return 2;
    }
    for (int i = 2; i < argc; i++) printf("%s: %lu words\n", argv[i], add_list(argv[i]));
    unsigned long set = 0;
    for (unsigned i = 0; i < sizeof bits; i++) set += (unsigned)__builtin_popcount(bits[i]);
    printf("%.1f %% of the bits are set\n", 100.0 * (double)set / BITS);
    save(argv[1]);
    return 0;
}
