#include "report/html_style.h"

#ifdef __APPLE__
#define SECTION ".const_data\n"
#define SYMBOL(name) "_" name
#else
#define SECTION ".section .rodata\n"
#define SYMBOL(name) name
#endif
#define START SYMBOL("cq_html_style_start")
#define END SYMBOL("cq_html_style_end")

__asm__(SECTION ".globl " START "\n.globl " END "\n" START ":\n"
                ".incbin \"core/report/html_style.css\"\n" END ":\n"
                ".byte 0\n"
                ".text\n");

extern const char cq_html_style_start[] __attribute__((visibility("hidden")));
extern const char cq_html_style_end[] __attribute__((visibility("hidden")));

cq_str cq_html_style(void) {
    return (cq_str){cq_html_style_start, (size_t)(cq_html_style_end - cq_html_style_start)};
}
