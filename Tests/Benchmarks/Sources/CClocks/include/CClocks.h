/// Clocks, and what other programs use.
#ifndef C_CLOCKS_H
#define C_CLOCKS_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// CPU time of this thread, in nanoseconds: other processes do not count.
int64_t peer_thread_ns(void);

/// A monotonic clock in nanoseconds, cheap enough for timing single posts.
int64_t peer_clock_ns(void);

/// What a finished process used.
typedef struct {
  int status;
  int64_t wall_ns;
  int64_t cpu_ns;
  int64_t peak_bytes;
} peer_usage;

/// Runs a program to its end with its output thrown away; `status` is -1 if it could not start.
peer_usage peer_run(const char *_Nonnull path, char *_Nullable const *_Nonnull arguments);

#ifdef __cplusplus
}
#endif
#endif
