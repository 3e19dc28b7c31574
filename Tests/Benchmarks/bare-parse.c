// Parses files with a grammar of tree-sitter and does nothing with the trees: what no reader of the
// same files can go below.
//
//   bare-parse JOBS < LIST
//
// Each line of LIST is a grammar's library, the name of its function and a file, with tabs between.
// Files are dealt to JOBS processes in turn. Prints the number of bytes and the number of trees with
// an error.
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <tree_sitter/api.h>
#include <unistd.h>

struct Item {
  const TSLanguage *language;
  char *path;
};

static struct Item *items;
static size_t count;

static const TSLanguage *load(const char *library, const char *name) {
  void *handle = dlopen(library, RTLD_LAZY);
  if (!handle) {
    fprintf(stderr, "bare-parse: %s\n", dlerror());
    exit(2);
  }
  const TSLanguage *(*language)(void) = (const TSLanguage *(*)(void))dlsym(handle, name);
  if (!language) {
    fprintf(stderr, "bare-parse: no '%s' in '%s'\n", name, library);
    exit(2);
  }
  return language();
}

static void readList(void) {
  char *line = NULL;
  size_t size = 0;
  size_t capacity = 0;
  while (getline(&line, &size, stdin) > 0) {
    char *library = strtok(line, "\t");
    char *name = strtok(NULL, "\t");
    char *path = strtok(NULL, "\n");
    if (!library || !name || !path) continue;
    if (count == capacity) {
      capacity = capacity ? 2 * capacity : 1024;
      items = realloc(items, capacity * sizeof *items);
      if (!items) exit(2);
    }
    items[count].language = load(library, name);
    items[count++].path = strdup(path);
  }
}

static char *contents(const char *path, size_t *length) {
  FILE *file = fopen(path, "rb");
  if (!file) return NULL;
  fseek(file, 0, SEEK_END);
  *length = (size_t)ftell(file);
  rewind(file);
  char *bytes = malloc(*length + 1);
  if (bytes) *length = fread(bytes, 1, *length, file);
  fclose(file);
  return bytes;
}

static void parse(size_t first, size_t step) {
  TSParser *parser = ts_parser_new();
  size_t total = 0;
  size_t errors = 0;
  for (size_t index = first; index < count; index += step) {
    size_t length = 0;
    char *bytes = contents(items[index].path, &length);
    if (!bytes) continue;
    ts_parser_set_language(parser, items[index].language);
    TSTree *tree = ts_parser_parse_string(parser, NULL, bytes, (uint32_t)length);
    if (tree) {
      errors += ts_node_has_error(ts_tree_root_node(tree));
      ts_tree_delete(tree);
    }
    total += length;
    free(bytes);
  }
  ts_parser_delete(parser);
  printf("%zu bytes, %zu trees with an error\n", total, errors);
}

int main(int argc, char **argv) {
  size_t jobs = argc > 1 ? strtoul(argv[1], NULL, 10) : 1;
  if (jobs == 0) jobs = 1;
  readList();
  for (size_t job = 0; job < jobs; job++) {
    if (fork() == 0) {
      parse(job, jobs);
      return 0;
    }
  }
  int status = 0;
  int failed = 0;
  while (wait(&status) > 0) failed |= status;
  return failed ? 1 : 0;
}
