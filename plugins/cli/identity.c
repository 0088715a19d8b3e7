#include "plugins/cli/identity.h"

#include <elf.h>
#include <link.h>
#include <sys/auxv.h>

/* A number of bytes as notes are laid out: in fours. */
static size_t round_up(size_t size) {
    return (size + 3) & ~(size_t)3;
}

/* The build id among the notes in `notes`; empty where there is none. */
static cq_str find_id(cq_str notes) {
    ElfW(Nhdr) head;
    while (notes.len >= sizeof head) {
        memcpy(&head, notes.ptr, sizeof head);
        size_t name = sizeof head, id = name + round_up(head.n_namesz);
        bool is_gnu = cq_str_is_equal(cq_str_slice(notes, name, name + head.n_namesz),
                                      (cq_str){ELF_NOTE_GNU, sizeof ELF_NOTE_GNU});
        if (is_gnu && head.n_type == NT_GNU_BUILD_ID)
            return cq_str_slice(notes, id, id + head.n_descsz);
        notes = cq_str_slice(notes, id + round_up(head.n_descsz), notes.len);
    }
    return CQ_STR("");
}

/* What the kernel lays into every process is no part of the program. */
static bool is_kernels(const struct dl_phdr_info *object) {
    unsigned long head = getauxval(AT_SYSINFO_EHDR);
    for (int i = 0; head && i < object->dlpi_phnum; i++) {
        const ElfW(Phdr) *part = &object->dlpi_phdr[i];
        unsigned long start = object->dlpi_addr + part->p_vaddr;
        if (part->p_type == PT_LOAD && head >= start && head < start + part->p_memsz) return true;
    }
    return false;
}

/* Ends the walk where an object has no id. */
static int push_object(struct dl_phdr_info *object, size_t size, void *context) {
    (void)size;
    cq_str id = CQ_STR("");
    if (is_kernels(object)) return 0;
    for (int i = 0; i < object->dlpi_phnum && !id.len; i++) {
        const ElfW(Phdr) *part = &object->dlpi_phdr[i];
        if (part->p_type == PT_NOTE)
            id = find_id((cq_str){(const char *)object->dlpi_addr + part->p_vaddr, part->p_memsz});
    }
    cq_digester_push_text(context, id);
    return id.len == 0;
}

bool cq_identity_push(cq_digester *out) {
    cq_digester_push_text(out, CQ_STR(CQ_VERSION));
    return dl_iterate_phdr(push_object, out) == 0;
}
