#define _GNU_SOURCE
#include "CShims.h"

#include <fcntl.h>
#include <git2.h>
#include <limits.h>
#include <malloc.h>
#include <signal.h>
#include <sqlite3.h>
#include <string.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>
#include <zlib.h>

extern char **environ;

int writ_git_enable_caching(int on) {
    return git_libgit2_opts(GIT_OPT_ENABLE_CACHING, on);
}

int writ_git_set_strict_hash_verification(int on) {
    return git_libgit2_opts(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, on);
}

int writ_git_set_search_path(int level, const char *path) {
    return git_libgit2_opts(GIT_OPT_SET_SEARCH_PATH, level, path);
}

int writ_git_set_owner_validation(int on) {
    return git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, on);
}

int writ_git_set_pack_object_limit(size_t count) {
    return git_libgit2_opts(GIT_OPT_SET_PACK_MAX_OBJECTS, count);
}

int writ_git_set_authorities(const char *file) {
    return git_libgit2_opts(GIT_OPT_SET_SSL_CERT_LOCATIONS, file, NULL);
}

int writ_die_with_parent(void) { return prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0); }

int writ_close_on_exec(int descriptor) { return fcntl(descriptor, F_SETFD, FD_CLOEXEC); }

int writ_limit_memory(size_t bytes) {
    struct rlimit limit = {bytes, bytes};
    return setrlimit(RLIMIT_DATA, &limit);
}

int writ_rename_new(int oldFolder, const char *oldName, int newFolder, const char *newName) {
    return renameat2(oldFolder, oldName, newFolder, newName, RENAME_NOREPLACE);
}

void writ_expect_memory(size_t bytes) {
    static _Thread_local int done;
    const uintptr_t page = 2 << 20;
    if (done || bytes >= 32 << 20) return;
    done = 1;
    // A block that large would get pages of its own and give them back; one from the thread's arena stays there
    // when it is freed. Otherwise an arena grows by single pages, with a call of the system for each.
    mallopt(M_MMAP_THRESHOLD, 32 << 20);
    mallopt(M_TRIM_THRESHOLD, 1 << 30);
    char *block = malloc(bytes);
    if (!block) return;
    uintptr_t start = ((uintptr_t)block + page - 1) / page * page;
    uintptr_t end = ((uintptr_t)block + bytes) / page * page;
    if (start < end) madvise((void *)start, end - start, MADV_HUGEPAGE);
    free(block);
}

char *const *writ_environment(void) { return environ; }

int writ_inflate(
    const unsigned char *input, size_t inputLength, unsigned char *output, size_t outputLength,
    size_t *consumed, size_t *produced) {
    *consumed = 0;
    *produced = 0;
    if (inputLength > UINT_MAX || outputLength > UINT_MAX) return -1;
    z_stream stream;
    memset(&stream, 0, sizeof stream);
    if (inflateInit(&stream) != Z_OK) return -1;
    stream.next_in = (unsigned char *)input;
    stream.avail_in = (uInt)inputLength;
    stream.next_out = output;
    stream.avail_out = (uInt)outputLength;
    int code = inflate(&stream, Z_SYNC_FLUSH);
    *consumed = inputLength - stream.avail_in;
    *produced = outputLength - stream.avail_out;
    inflateEnd(&stream);
    if (code == Z_STREAM_END) return 1;
    return code == Z_OK || code == Z_BUF_ERROR ? 0 : -1;
}

int writ_sqlite_db_config(void *database, int option, int value) {
    return sqlite3_db_config((sqlite3 *)database, option, value, (int *)0);
}
