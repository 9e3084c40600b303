// Runs a program and writes what it used: `measure OUT PROGRAM ARGUMENT…`.
//
// Linux counts the memory of whoever starts a program as that program's peak, so it has to be
// somebody small.

#include <inttypes.h>
#include <stdio.h>

#include "CClocks.h"

int main(int count, char **arguments) {
  if (count < 3) return 2;
  peer_usage usage = peer_run(arguments[2], arguments + 2);
  FILE *out = fopen(arguments[1], "w");
  if (out == NULL) return 2;
  fprintf(out, "%d %" PRId64 " %" PRId64 " %" PRId64 "\n", usage.status, usage.wall_ns,
          usage.cpu_ns, usage.peak_bytes);
  return fclose(out) == 0 ? 0 : 2;
}
