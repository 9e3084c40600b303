internal import CTrustLines

/// Standard output, without a buffer.
public enum StandardOutput {
  /// Writes all of the bytes.
  public static func write(_ bytes: [UInt8]) throws(FileFailure) {
    let result = unsafe bytes.withUnsafeBufferPointer { all in
      // SAFETY: the callee reads `count` bytes.
      unsafe trust_lines_write(1, all.baseAddress, all.count)
    }
    guard result == 0 else { throw FileFailure(code: -result) }
  }
}
