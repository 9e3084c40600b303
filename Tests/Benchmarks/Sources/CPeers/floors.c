#include <string.h>

#include "CPeers.h"

void peer_copy(uint8_t *to, const uint8_t *from, int64_t count) {
  memcpy(to, from, (size_t)count);
}

int64_t peer_count_newlines(const uint8_t *bytes, int64_t count) {
  int64_t lines = 0;
  for (int64_t i = 0; i < count; i++) lines += bytes[i] == '\n';
  return lines;
}
