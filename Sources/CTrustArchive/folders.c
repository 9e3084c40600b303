// What is in folders.
#include "CTrustArchive.h"

#include <dirent.h>
#include <errno.h>
#include <glob.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

int trust_file_look(const char *path, trust_file *out) {
  struct stat found;
  memset(out, 0, sizeof *out);
  if (stat(path, &found) != 0) return errno;
  out->kind = S_ISREG(found.st_mode)   ? TRUST_FILE_REGULAR
              : S_ISDIR(found.st_mode) ? TRUST_FILE_FOLDER
                                       : TRUST_FILE_OTHER;
  out->device = (uint64_t)found.st_dev;
  out->number = (uint64_t)found.st_ino;
  out->size = (int64_t)found.st_size;
  return 0;
}

struct trust_names {
  char **all;
  size_t count;
  size_t capacity;
};

static int append(trust_names *names, const char *name) {
  if (names->count == names->capacity) {
    const size_t capacity = names->capacity == 0 ? 64 : names->capacity * 2;
    char **all = realloc(names->all, capacity * sizeof *all);
    if (all == NULL) return 0;
    names->all = all;
    names->capacity = capacity;
  }
  names->all[names->count] = strdup(name);
  if (names->all[names->count] == NULL) return 0;
  names->count++;
  return 1;
}

trust_names *trust_names_in_folder(const char *path, int *error) {
  DIR *folder = opendir(path);
  *error = folder == NULL ? errno : 0;
  if (folder == NULL) return NULL;
  trust_names *names = calloc(1, sizeof *names);
  int ok = names != NULL;
  while (ok) {
    errno = 0;
    const struct dirent *entry = readdir(folder);
    if (entry == NULL) {
      ok = errno == 0;
      break;
    }
    if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0) continue;
    ok = append(names, entry->d_name);
  }
  *error = ok ? 0 : errno != 0 ? errno : ENOMEM;
  closedir(folder);
  if (!ok && names != NULL) trust_names_close(names);
  return ok ? names : NULL;
}

trust_names *trust_names_of_pattern(const char *pattern) {
  glob_t found;
  memset(&found, 0, sizeof found);
  trust_names *names = calloc(1, sizeof *names);
  if (names == NULL) return NULL;
  if (glob(pattern, GLOB_NOSORT, NULL, &found) == 0) {
    for (size_t at = 0; at < found.gl_pathc; at++) {
      if (!append(names, found.gl_pathv[at])) break;
    }
  }
  globfree(&found);
  return names;
}

size_t trust_names_count(const trust_names *names) { return names->count; }
const char *trust_names_at(const trust_names *names, size_t index) { return names->all[index]; }

void trust_names_close(trust_names *names) {
  for (size_t at = 0; at < names->count; at++) free(names->all[at]);
  free(names->all);
  free(names);
}

const char *trust_error_text(int error) { return strerror(error); }

size_t trust_count_breaks(const uint8_t *bytes, size_t count) {
  size_t found = 0;
  for (size_t at = 0; at < count; at++) found += bytes[at] == '\n';
  return found;
}
