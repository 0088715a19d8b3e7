/* Profiles: which settings are in force for a path. Configuration files (.calque.lua) are found by
   walking up from the folder of a text; what a nearer one says goes before what a farther one says,
   until one says `root = true`; weakest are those of the user's own folder,
   $XDG_CONFIG_HOME/calque (~/.config/calque). A folder costs three looks at the disk once. */
#ifndef CQ_CONFIG_PROFILES_H
#define CQ_CONFIG_PROFILES_H

#include "plugins/config/profile.h"

#define CQ_CONFIG_NAME ".calque.lua"

/* A configuration file as it is to be read, whatever the disk holds. */
typedef struct cq_profiles_text {
    cq_str path; /* absolute, NUL-terminated */
    cq_str text;
} cq_profiles_text;

typedef CQ_ARRAY(cq_profiles_text) cq_profiles_texts;

typedef struct cq_profiles_options {
    const char *file; /* this configuration file and no other; NULL: those that are found */
    bool no_config;   /* neither files nor the user's own folder nor .calque/rules */
    bool
        is_confined; /* files above the working directory do not count, but for the user's own; those
                             in it name nothing outside of it */
    bool no_project_rules; /* neither .calque/rules nor rule_paths, but for the user's own */
    cq_strs rule_folders;  /* besides, for all texts */
    const cq_profiles_texts *texts; /* instead of the files at their paths; NULL: none. Borrowed */
} cq_profiles_options;

/* One thread at a time; the profiles it gives may be read by all. */
typedef struct cq_profiles cq_profiles;

/* The options are copied. CQ_ENOENT and others: `file` cannot be read. The caller closes it;
   paths are relative to the working directory of now. */
bool cq_profiles_open(cq_profiles **out, const cq_profiles_options *options, cq_err *err);
void cq_profiles_close(cq_profiles *profiles);

/* The profile of a text; `path` need not be there. What is wrong in a configuration file is a trouble
   once, when the file is first read; the rest of the files is in force all the same. Never NULL. */
const cq_profile *cq_profiles_of(cq_profiles *profiles, cq_str path, cq_troubles *troubles);

/* Whether a configuration file says that the text is not to be linted. */
bool cq_profiles_is_excluded(cq_profiles *profiles, cq_str path, cq_troubles *troubles);

/* Forgets what was read: the next question reads the files as they are then. Profiles that were
   given stay. For servers. */
void cq_profiles_forget(cq_profiles *profiles);

#endif
