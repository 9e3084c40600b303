#include "CTrustICU.h"

#include <unistd.h>

int32_t trust_core_count(void) {
  long count = sysconf(_SC_NPROCESSORS_ONLN);
  return count < 1 ? 1 : (int32_t)count;
}
