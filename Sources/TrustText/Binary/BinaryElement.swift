/// An integer that arrays in binary files are made of.
package protocol BinaryElement: FixedWidthInteger, BitwiseCopyable, Sendable {
  /// Whether all of some integers are at least 0 and below a limit.
  ///
  /// PERF: a requirement rather than a generic function, so that each type has its own loop
  /// wherever it is called from.
  static func areAll(_ values: [Self], below limit: Int) -> Bool
  /// Whether each of some integers is at least as high as the one before.
  static func areAscending(_ values: [Self]) -> Bool
}

extension BinaryElement {
  package static func areAll(_ values: [Self], below limit: Int) -> Bool {
    var (low, high) = (Self.max, Self.min)
    for value in values {
      low = Swift.min(low, value)
      high = Swift.max(high, value)
    }
    return values.isEmpty || (low >= 0 && Int(clamping: high) < limit)
  }

  package static func areAscending(_ values: [Self]) -> Bool {
    guard var last = values.first else { return true }
    var isAscending = true
    for value in values {
      isAscending = isAscending && last <= value
      last = value
    }
    return isAscending
  }
}

extension UInt8: BinaryElement {}
extension UInt16: BinaryElement {}
extension UInt32: BinaryElement {}
extension UInt64: BinaryElement {}
extension Int8: BinaryElement {}
extension Int16: BinaryElement {}
extension Int32: BinaryElement {}
extension Int64: BinaryElement {}
