internal import CTrustArchive

/// A container, which holds members: zip, tar, 7z; or packed bytes, which are its only member.
@safe final class Container {
  /// Why a container cannot be opened.
  enum Failure: Error {
    /// What it is read from is at fault.
    case source(ByteSource.Failure)
    /// It has to be copied to a temporary file, and is longer than may be.
    case tooLong
  }

  /// What comes next.
  enum Step {
    case file(name: String?)
    case folder
    /// A link, a device and the like.
    case other(name: String?)
    /// A password protects it.
    case encrypted(name: String?)
    /// The rest cannot be read.
    case damaged
    case end
  }

  let handle: OpaquePointer
  /// What it is read from, which has to live as long.
  let source: ByteSource

  /// Opens what a source holds.
  ///
  /// - Parameters:
  ///   - source: What it is read from.
  ///   - head: What was read of the source already.
  ///   - needsSeeking: Whether this kind has its directory at its end.
  ///   - limit: The most bytes that are copied to a temporary file if the source cannot seek.
  /// - Throws: Why it cannot be opened.
  init(
    _ source: ByteSource,
    head: [UInt8],
    needsSeeking: Bool,
    limit: Int
  ) throws(Failure) {
    var error: Int32 = 0
    let opened = unsafe head.withUnsafeBufferPointer { all in
      // SAFETY: the callee copies the bytes.
      unsafe trust_container_open(
        source.handle,
        all.baseAddress,
        all.count,
        needsSeeking ? 1 : 0,
        Int64(limit),
        &error
      )
    }
    guard let handle = unsafe opened else {
      switch error {
      case 0: throw .tooLong
      case Int32(TRUST_SOURCE_DAMAGED): throw .source(.container)
      default: throw .source(.system(SystemError.text(error)))
      }
    }
    unsafe self.handle = handle
    self.source = source
  }

  deinit { unsafe trust_container_close(handle) }

  /// Goes to the next member.
  func next() -> Step {
    switch unsafe trust_container_next(handle) {
    case Int32(TRUST_STEP_END.rawValue): .end
    case Int32(TRUST_STEP_FILE.rawValue): .file(name: name)
    case Int32(TRUST_STEP_FOLDER.rawValue): .folder
    case Int32(TRUST_STEP_OTHER.rawValue): .other(name: name)
    case Int32(TRUST_STEP_ENCRYPTED.rawValue): .encrypted(name: name)
    default: .damaged
    }
  }

  /// What libarchive says of the last failure.
  var message: String { unsafe String(cString: trust_container_message(handle)) }

  /// Whether the last failure was that bytes are missing at the end.
  var isTruncated: Bool {
    let words = message.lowercased()
    return words.contains("truncated") || words.contains("unexpected end")
      || words.contains("premature end")
  }

  /// The name of the member; old zip files have names in GBK, without saying so.
  private var name: String? {
    guard let stored = unsafe trust_container_member(handle) else { return nil }
    var bytes: [UInt8] = []
    while unsafe stored[bytes.count] != 0 {
      bytes.append(UInt8(bitPattern: unsafe stored[bytes.count]))
    }
    return MemberName.decoded(bytes)
  }
}
