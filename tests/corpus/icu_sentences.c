/* The ends of ICU's sentences in each file, as bytes from its start, in lines "FILE BYTE": what
   tests/corpus/sentences compares calque with. Usage: icu_sentences LOCALE FILE... */
#include <stdio.h>
#include <stdlib.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

static char *read_file(const char *path, size_t *length) {
    FILE *file = fopen(path, "rb");
    char *text = NULL;
    size_t len = 0, room = 0;
    while (file && (len < room || (text = realloc(text, room = 2 * room + 4096)))) {
        size_t got = fread(text + len, 1, room - len, file);
        if (!got) break;
        len += got;
    }
    if (file) fclose(file);
    *length = len;
    return text;
}

static int print_ends(UBreakIterator *sentences, const char *path) {
    size_t length;
    char *text = read_file(path, &length);
    UErrorCode error = U_ZERO_ERROR;
    UText *utf8 = text ? utext_openUTF8(NULL, text, (int64_t)length, &error) : NULL;
    if (utf8) ubrk_setUText(sentences, utf8, &error);
    int status = !utf8 || U_FAILURE(error);
    if (status) fprintf(stderr, "icu_sentences: %s: cannot be read\n", path);
    ubrk_first(sentences);
    for (int32_t at; !status && (at = ubrk_next(sentences)) != UBRK_DONE;)
        printf("%s %d\n", path, (int)at);
    utext_close(utf8);
    free(text);
    return status;
}

int main(int argc, char **argv) {
    UErrorCode error = U_ZERO_ERROR;
    UBreakIterator *sentences =
        argc > 1 ? ubrk_open(UBRK_SENTENCE, argv[1], NULL, 0, &error) : NULL;
    if (!sentences || U_FAILURE(error)) {
        fputs("usage: icu_sentences LOCALE FILE...\n", stderr);
        return 2;
    }
    int status = 0;
    for (int i = 2; i < argc; i++) status |= print_ends(sentences, argv[i]);
    ubrk_close(sentences);
    return status;
}
