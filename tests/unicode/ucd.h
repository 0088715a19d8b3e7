/* For tests: the Unicode Character Database of the system. */
#ifndef CQ_TESTS_UNICODE_UCD_H
#define CQ_TESTS_UNICODE_UCD_H

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "text/unicode.h"

/* Where Debian's unicode-data is, or $CQ_UNICODE_DATA. */
static inline const char *ucd_folder(void) {
    const char *folder = getenv("CQ_UNICODE_DATA");
    return folder && *folder ? folder : "/usr/share/unicode";
}

/* Opens a file of the database; NULL where it is absent. */
static inline FILE *ucd_open(const char *name) {
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", ucd_folder(), name);
    return fopen(path, "r");
}

/* Is the database here, and of the version of calque's tables? Says why not. */
static inline bool ucd_is_usable(void) {
    char line[256] = "";
    FILE *file = ucd_open("PropList.txt");
    if (!file) {
        printf("skipped: no Unicode Character Database in %s\n", ucd_folder());
        return false;
    }
    bool is_same = fgets(line, sizeof line, file) && strstr(line, cq_unicode_version);
    fclose(file);
    if (!is_same)
        printf("skipped: %s is not version %s but: %s", ucd_folder(), cq_unicode_version, line);
    return is_same;
}

#endif
