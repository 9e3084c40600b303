#include "CTrustLines.h"

size_t trust_lines_break(const uint8_t *bytes, size_t count) {
  const uint8_t *found = count > 0 ? memchr(bytes, '\n', count) : NULL;
  return found ? (size_t)(found - bytes) : count;
}
