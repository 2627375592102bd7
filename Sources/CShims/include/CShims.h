// The variadic calls and macros of the system libraries, which Swift cannot use.
#ifndef WRIT_CSHIMS_H
#define WRIT_CSHIMS_H

#include <stddef.h>
#include <sys/types.h>

// libgit2: git_libgit2_opts, one function an option.
int writ_git_enable_caching(int on);
int writ_git_set_strict_hash_verification(int on);
int writ_git_set_search_path(int level, const char *path);
int writ_git_set_owner_validation(int on);
int writ_git_set_pack_object_limit(size_t count);
int writ_git_set_authorities(const char *file);

// zlib (which libgit2 brings along): inflateInit is a macro. Inflates the stream that `input` begins with.
// Returns 1 when the stream ended inside `output`, 0 when the output was full or the input ended first,
// -1 when the input is no zlib stream.
int writ_inflate(
    const unsigned char *input, size_t inputLength, unsigned char *output, size_t outputLength,
    size_t *consumed, size_t *produced);

// SQLite: sqlite3_db_config with an integer option; returns the SQLite code.
int writ_sqlite_db_config(void *database, int option, int value);

// The system: prctl, fcntl and setrlimit for the process that fetches. 0 for done.
int writ_die_with_parent(void);
int writ_close_on_exec(int descriptor);
int writ_limit_memory(size_t bytes);

// Renames, unless there is something of the new name already: then -1 with EEXIST. Paths as of openat.
int writ_rename_new(int oldFolder, const char *oldName, int newFolder, const char *newName);

// glibc: gives the calling thread `bytes` (less than 32 MiB) of memory at once, in large pages where the system has
// them, for what it will allocate and keep. Done once a thread; nothing is touched, so nothing is used up.
void writ_expect_memory(size_t bytes);

// The variables of this process; ends with a null pointer.
char *const *writ_environment(void);

#endif
