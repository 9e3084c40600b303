// What the parts of this target know of each other.
#ifndef TRUST_SOURCE_H
#define TRUST_SOURCE_H

#include "CTrustArchive.h"

struct trust_source {
  int descriptor;
  int owns;
  int can_seek;
  // The container whose present member this is, or NULL.
  trust_container *container;
  // Bytes in memory, or NULL, and how many were read.
  uint8_t *bytes;
  size_t count;
  size_t at;
  int64_t consumed;
};

/// Moves on as `lseek` does.
int64_t trust_source_seek(trust_source *source, int64_t offset, int whence);

/// Takes over an open file.
trust_source *trust_source_of_descriptor(int descriptor);

/// Reads from the present member, as `trust_source_read` does.
long trust_container_read(trust_container *container, uint8_t *bytes, size_t count);

#endif
