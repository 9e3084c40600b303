#ifndef TRUST_MEMORY_H
#define TRUST_MEMORY_H

/// Gives what the process has freed back to the system, where the allocator does not do so by itself.
void trust_memory_give_back(void);

#endif
