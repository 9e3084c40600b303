#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#else
internal import Darwin
#endif

/// How many files and connections the process may have open.
enum OpenFileLimit {
  /// Raises the limit as far as it may be: the usual 1024 is less than a server's connections.
  static func raise() {
    var limit = rlimit()
    guard unsafe getrlimit(Self.resource, &limit) == 0 else { return }
    limit.rlim_cur = limit.rlim_max
    // If the system refuses, the lower limit stays in force and connections wait to be accepted.
    _ = unsafe setrlimit(Self.resource, &limit)
  }

  #if canImport(Glibc)
  private static let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
  #else
  private static let resource = RLIMIT_NOFILE
  #endif
}
