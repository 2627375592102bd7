// The plain cost of the reads that a plan needs, and nothing else: libgit2 walks HEAD and reads each .yaml file, libyaml
// gives its events, SQLite steps through every table that planning looks into. One thread, the libraries' defaults.
//
//   plain REPOSITORY DATABASE [git|yaml|sqlite]    the last leaves out the other parts (yaml needs git's bytes)
#include <git2.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <yaml.h>

static unsigned long files, bytes, events, rows, sum;
static int with_yaml = 1;

static void fail(const char *what) {
    fprintf(stderr, "plain: %s\n", what);
    exit(1);
}

static void parse(const unsigned char *text, size_t length) {
    yaml_parser_t parser;
    yaml_event_t event;
    int done = 0;
    if (!yaml_parser_initialize(&parser)) fail("libyaml");
    yaml_parser_set_input_string(&parser, text, length);
    while (!done) {
        if (!yaml_parser_parse(&parser, &event)) fail("a manifest is no YAML");
        done = event.type == YAML_STREAM_END_EVENT;
        events++;
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
}

static int visit(const char *root, const git_tree_entry *entry, void *repository) {
    (void)root;
    const char *name = git_tree_entry_name(entry);
    size_t length = strlen(name);
    if (git_tree_entry_type(entry) != GIT_OBJECT_BLOB || length < 5 || strcmp(name + length - 5, ".yaml")) return 0;
    git_blob *blob;
    if (git_blob_lookup(&blob, repository, git_tree_entry_id(entry))) return -1;
    files++;
    bytes += git_blob_rawsize(blob);
    if (with_yaml) parse(git_blob_rawcontent(blob), git_blob_rawsize(blob));
    git_blob_free(blob);
    return 0;
}

static void read_git(const char *path) {
    git_repository *repository;
    git_oid head;
    git_commit *commit;
    git_tree *tree;
    git_libgit2_init();
    if (git_repository_open(&repository, path)) fail(git_error_last()->message);
    if (git_reference_name_to_id(&head, repository, "HEAD")) fail(git_error_last()->message);
    if (git_commit_lookup(&commit, repository, &head)) fail(git_error_last()->message);
    if (git_commit_tree(&tree, commit)) fail(git_error_last()->message);
    if (git_tree_walk(tree, GIT_TREEWALK_PRE, visit, repository)) fail("the walk");
    git_tree_free(tree);
    git_commit_free(commit);
    git_repository_free(repository);
    git_libgit2_shutdown();
}

// What planning reads: the live tables and the inventory. The journal's and the audit chain's rows are read by `history`.
static const char *tables[] = {
    "users", "user_console_protection", "user_operation_protection", "groups", "policies", "agencies", "agency_trust",
    "password_policy", "password_policy_required_classes", "system_policies", "memberships", "attachments",
    "ledger_meta", "inventory_objects", "inventory_memberships", "inventory_attachments",
};

static void read_sqlite(const char *path) {
    sqlite3 *database;
    if (sqlite3_open_v2(path, &database, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, NULL)) fail("the database");
    for (size_t table = 0; table < sizeof tables / sizeof *tables; table++) {
        char sql[128];
        sqlite3_stmt *statement;
        snprintf(sql, sizeof sql, "SELECT * FROM \"%s\"", tables[table]);
        if (sqlite3_prepare_v2(database, sql, -1, &statement, NULL)) fail(sqlite3_errmsg(database));
        int columns = sqlite3_column_count(statement), code;
        while ((code = sqlite3_step(statement)) == SQLITE_ROW) {
            rows++;
            for (int column = 0; column < columns; column++) {
                if (sqlite3_column_type(statement, column) == SQLITE_INTEGER) {
                    sum += sqlite3_column_int64(statement, column);
                } else if (sqlite3_column_text(statement, column)) {
                    sum += sqlite3_column_bytes(statement, column);
                }
            }
        }
        if (code != SQLITE_DONE) fail(sqlite3_errmsg(database));
        sqlite3_finalize(statement);
    }
    sqlite3_close(database);
}

int main(int count, char **arguments) {
    if (count < 3) fail("usage: plain REPOSITORY DATABASE [git|yaml|sqlite]");
    const char *part = count > 3 ? arguments[3] : "all";
    with_yaml = strcmp(part, "git") != 0;
    if (strcmp(part, "sqlite")) read_git(arguments[1]);
    if (!strcmp(part, "all") || !strcmp(part, "sqlite")) read_sqlite(arguments[2]);
    printf("%lu files, %lu bytes, %lu events, %lu rows, %lu\n", files, bytes, events, rows, sum);
    return 0;
}
