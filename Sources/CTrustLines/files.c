// The system calls of a bulk scan.
#include "CTrustLines.h"
#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

int trust_lines_open(const char *path) {
  int descriptor;
  do descriptor = open(path, O_RDONLY | O_CLOEXEC);
  while (descriptor < 0 && errno == EINTR);
  return descriptor < 0 ? -errno : descriptor;
}

void trust_lines_close(int descriptor) { close(descriptor); }

long trust_lines_read(int descriptor, uint8_t *bytes, size_t count) {
  long got;
  do got = read(descriptor, bytes, count);
  while (got < 0 && errno == EINTR);
  return got < 0 ? -errno : got;
}

int trust_lines_write(int descriptor, const uint8_t *bytes, size_t count) {
  while (count > 0) {
    const long written = write(descriptor, bytes, count);
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return -errno;
    bytes += written;
    count -= (size_t)written;
  }
  return 0;
}
