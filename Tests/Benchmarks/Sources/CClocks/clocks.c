#include <fcntl.h>
#include <spawn.h>
#include <stddef.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>

#include "CClocks.h"

extern char **environ;

static int64_t now(clockid_t clock) {
  struct timespec t;
  clock_gettime(clock, &t);
  return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

int64_t peer_thread_ns(void) { return now(CLOCK_THREAD_CPUTIME_ID); }

int64_t peer_clock_ns(void) { return now(CLOCK_MONOTONIC); }

static int64_t nanoseconds(struct timeval t) {
  return (int64_t)t.tv_sec * 1000000000 + (int64_t)t.tv_usec * 1000;
}

peer_usage peer_run(const char *path, char *const *arguments) {
  peer_usage usage = {.status = -1};
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
  pid_t child;
  int64_t start = peer_clock_ns();
  int failure = posix_spawnp(&child, path, &actions, NULL, arguments, environ);
  posix_spawn_file_actions_destroy(&actions);
  if (failure != 0) return usage;

  int status;
  struct rusage used;
  if (wait4(child, &status, 0, &used) != child || !WIFEXITED(status)) return usage;
  usage.status = WEXITSTATUS(status);
  usage.wall_ns = peer_clock_ns() - start;
  usage.cpu_ns = nanoseconds(used.ru_utime) + nanoseconds(used.ru_stime);
#ifdef __APPLE__
  usage.peak_bytes = used.ru_maxrss;
#else
  usage.peak_bytes = used.ru_maxrss * 1024;
#endif
  return usage;
}
