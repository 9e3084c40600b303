internal import CTrustArchive

/// A stream of bytes: a file, standard input, memory, or the member at which a container stands.
@safe final class ByteSource {
  /// Why reading stopped.
  enum Failure: Error {
    /// The system's refusal, in its words.
    case system(String)
    /// The container around it is at fault.
    case container
  }

  let handle: OpaquePointer

  private init?(_ handle: OpaquePointer?) {
    guard let handle = unsafe handle else { return nil }
    unsafe self.handle = handle
  }

  deinit { unsafe trust_source_close(handle) }

  /// Opens a file.
  static func file(_ path: String) throws(Failure) -> ByteSource {
    var error: Int32 = 0
    let opened = unsafe path.withCString { unsafe trust_source_open($0, &error) }
    guard let source = unsafe ByteSource(opened) else { throw .system(SystemError.text(error)) }
    return source
  }

  static func standardInput() throws(Failure) -> ByteSource {
    guard let source = unsafe ByteSource(trust_source_standard_input()) else {
      throw .system("there is no memory")
    }
    return source
  }

  /// Bytes in memory, which are copied.
  static func memory(_ bytes: [UInt8]) throws(Failure) -> ByteSource {
    let opened = unsafe bytes.withUnsafeBufferPointer { all in
      // SAFETY: the callee copies the bytes.
      unsafe trust_source_of_bytes(all.baseAddress, all.count)
    }
    guard let source = unsafe ByteSource(opened) else { throw .system("there is no memory") }
    return source
  }

  /// The present member; not to be used once the container has gone on.
  static func member(of container: Container) throws(Failure) -> ByteSource {
    guard let source = unsafe ByteSource(trust_source_member(container.handle)) else {
      throw .system("there is no memory")
    }
    return source
  }

  /// How many bytes were read so far.
  var consumed: Int { Int(unsafe trust_source_consumed(handle)) }

  /// Appends bytes until there are `count` more or the stream ends, so that what a read answers does
  /// not depend on how a pipe was filled.
  ///
  /// - Returns: Whether there may be more.
  func read(_ count: Int, into bytes: inout [UInt8]) throws(Failure) -> Bool {
    var filled = bytes.count
    let end = filled + count
    bytes += repeatElement(0, count: count)
    defer { bytes.removeLast(end - filled) }
    while filled < end {
      let got = unsafe bytes.withUnsafeMutableBufferPointer { all in
        guard let base = all.baseAddress else { return 0 }
        // SAFETY: the callee writes no more than what is left behind `filled`.
        return unsafe trust_source_read(handle, base + filled, end - filled)
      }
      if got == 0 { return false }
      if got == Int(TRUST_SOURCE_DAMAGED) { throw .container }
      guard got > 0 else { throw .system(SystemError.text(Int32(-got))) }
      filled += got
    }
    return true
  }
}

/// The system's errors in words.
enum SystemError {
  static func text(_ number: Int32) -> String {
    unsafe String(cString: trust_error_text(number))
  }
}
