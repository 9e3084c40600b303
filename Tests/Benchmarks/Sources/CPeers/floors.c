#include <string.h>

#include "CPeers.h"

void peer_copy(uint8_t *to, const uint8_t *from, int64_t count) {
  memcpy(to, from, (size_t)count);
}

int64_t peer_count_newlines(const uint8_t *bytes, int64_t count) {
  int64_t lines = 0;
  // 255 at a time fit into bytes, in which a vector has the most lanes.
  while (count > 0) {
    int part = count < 255 ? (int)count : 255;
    uint8_t sum = 0;
    for (int i = 0; i < part; i++) sum += bytes[i] == '\n';
    lines += sum;
    bytes += part;
    count -= part;
  }
  return lines;
}
