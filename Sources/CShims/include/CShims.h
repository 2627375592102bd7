// The variadic calls of the system libraries, which Swift cannot make.
#ifndef WRIT_CSHIMS_H
#define WRIT_CSHIMS_H

#include <stddef.h>
#include <sys/types.h>

// libgit2: git_libgit2_opts, one function an option.
int writ_git_set_owner_validation(int on);
int writ_git_enable_caching(int on);
int writ_git_set_strict_hash_verification(int on);
int writ_git_set_search_path(int level, const char *path);
int writ_git_set_mwindow_mapped_limit(size_t bytes);

// SQLite: sqlite3_db_config with an integer option; returns the SQLite code.
int writ_sqlite_db_config(void *database, int option, int value);

#endif
