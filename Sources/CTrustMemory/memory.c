#include "CTrustMemory.h"

#ifdef __linux__
#include <malloc.h>
#endif

// Swift's module of the C library leaves malloc.h out.
void trust_memory_give_back(void) {
#ifdef __GLIBC__
  malloc_trim(0);
#endif
}
