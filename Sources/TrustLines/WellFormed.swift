/// Checks of bytes for UTF-8.
public enum WellFormed {
  /// Whether bytes are UTF-8.
  ///
  /// - Complexity: Linear, many bytes at a time.
  public static func isUTF8(_ bytes: borrowing Span<UInt8>) -> Bool {
    Kernel.isUTF8(bytes, in: 0..<bytes.count)
  }
}
