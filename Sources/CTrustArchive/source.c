// Streams of bytes: files, standard input, members of containers.
#include "source.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

static trust_source *make(int descriptor, int owns, trust_container *container) {
  trust_source *source = calloc(1, sizeof *source);
  if (source == NULL) {
    if (owns) close(descriptor);
    return NULL;
  }
  source->descriptor = descriptor;
  source->owns = owns;
  source->container = container;
  source->can_seek = container == NULL && lseek(descriptor, 0, SEEK_CUR) >= 0;
  return source;
}

trust_source *trust_source_open(const char *path, int *error) {
  int descriptor;
  do descriptor = open(path, O_RDONLY | O_CLOEXEC);
  while (descriptor < 0 && errno == EINTR);
  *error = descriptor < 0 ? errno : 0;
  if (descriptor < 0) return NULL;
  trust_source *source = make(descriptor, 1, NULL);
  if (source == NULL) *error = ENOMEM;
  return source;
}

trust_source *trust_source_of_descriptor(int descriptor) { return make(descriptor, 1, NULL); }

trust_source *trust_source_standard_input(void) { return make(0, 0, NULL); }

trust_source *trust_source_member(trust_container *container) { return make(-1, 0, container); }

void trust_source_close(trust_source *source) {
  if (source->owns) close(source->descriptor);
  free(source);
}

long trust_source_read(trust_source *source, uint8_t *bytes, size_t count) {
  long got;
  if (source->container != NULL) {
    got = trust_container_read(source->container, bytes, count);
  } else {
    do got = read(source->descriptor, bytes, count);
    while (got < 0 && errno == EINTR);
    if (got < 0) got = -errno;
  }
  if (got > 0) source->consumed += got;
  return got;
}

int64_t trust_source_consumed(const trust_source *source) { return source->consumed; }
