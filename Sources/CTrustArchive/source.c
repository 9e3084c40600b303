// Streams of bytes: files, standard input, memory, members of containers.
#include "source.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
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

trust_source *trust_source_of_bytes(const uint8_t *bytes, size_t count) {
  trust_source *source = calloc(1, sizeof *source);
  if (source == NULL) return NULL;
  source->descriptor = -1;
  source->can_seek = 1;
  // One more, as malloc(0) may answer NULL.
  source->bytes = malloc(count + 1);
  if (source->bytes == NULL) {
    free(source);
    return NULL;
  }
  if (count > 0) memcpy(source->bytes, bytes, count);
  source->count = count;
  return source;
}

void trust_source_close(trust_source *source) {
  if (source->owns) close(source->descriptor);
  free(source->bytes);
  free(source);
}

int64_t trust_source_seek(trust_source *source, int64_t offset, int whence) {
  if (source->bytes == NULL) return lseek(source->descriptor, offset, whence);
  const int64_t base = whence == SEEK_CUR   ? (int64_t)source->at
                       : whence == SEEK_END ? (int64_t)source->count
                                            : 0;
  if (offset < -base || offset > (int64_t)source->count - base) {
    errno = EINVAL;
    return -1;
  }
  source->at = (size_t)(base + offset);
  return (int64_t)source->at;
}

long trust_source_read(trust_source *source, uint8_t *bytes, size_t count) {
  long got;
  if (source->container != NULL) {
    got = trust_container_read(source->container, bytes, count);
  } else if (source->bytes != NULL) {
    const size_t left = source->count - source->at;
    got = (long)(count < left ? count : left);
    memcpy(bytes, source->bytes + source->at, (size_t)got);
    source->at += (size_t)got;
  } else {
    do got = read(source->descriptor, bytes, count);
    while (got < 0 && errno == EINTR);
    if (got < 0) got = -errno;
  }
  if (got > 0) source->consumed += got;
  return got;
}

int64_t trust_source_consumed(const trust_source *source) { return source->consumed; }
