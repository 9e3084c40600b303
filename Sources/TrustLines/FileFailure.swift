/// The system's refusal to read or write, by its own number (`errno`).
public struct FileFailure: Error, Equatable, Sendable {
  /// The number.
  public var code: Int32

  /// Makes a failure.
  public init(code: Int32) {
    self.code = code
  }
}
