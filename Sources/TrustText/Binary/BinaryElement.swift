/// What arrays in binary files are made of: integers, and nothing between them.
package protocol BinaryRecord: BitwiseCopyable, Sendable {}

/// An integer in an array.
///
/// PERF: the functions are requirements with a body for each type, not generic ones: those would
/// look each number up in a table of functions wherever they are called from another module.
package protocol BinaryElement: BinaryRecord, FixedWidthInteger {
  /// Whether all of some integers are at least 0 and below a limit.
  static func areAll(_ values: [Self], below limit: Int) -> Bool
  /// Whether each of some integers is at least as high as the one before.
  static func areAscending(_ values: [Self]) -> Bool
}

@inline(__always)
private func allAreBelow<Value: FixedWidthInteger>(_ limit: Int, _ values: [Value]) -> Bool {
  var (low, high) = (Value.max, Value.min)
  for value in values {
    low = min(low, value)
    high = max(high, value)
  }
  return values.isEmpty || (low >= 0 && Int(clamping: high) < limit)
}

@inline(__always)
private func allAscend<Value: FixedWidthInteger>(_ values: [Value]) -> Bool {
  guard var last = values.first else { return true }
  var isAscending = true
  for value in values {
    isAscending = isAscending && last <= value
    last = value
  }
  return isAscending
}

extension UInt8: BinaryElement {
  package static func areAll(_ values: [Self], below limit: Int) -> Bool {
    allAreBelow(limit, values)
  }
  package static func areAscending(_ values: [Self]) -> Bool { allAscend(values) }
}

extension UInt16: BinaryElement {
  package static func areAll(_ values: [Self], below limit: Int) -> Bool {
    allAreBelow(limit, values)
  }
  package static func areAscending(_ values: [Self]) -> Bool { allAscend(values) }
}

extension UInt32: BinaryElement {
  package static func areAll(_ values: [Self], below limit: Int) -> Bool {
    allAreBelow(limit, values)
  }
  package static func areAscending(_ values: [Self]) -> Bool { allAscend(values) }
}

extension UInt64: BinaryElement {
  package static func areAll(_ values: [Self], below limit: Int) -> Bool {
    allAreBelow(limit, values)
  }
  package static func areAscending(_ values: [Self]) -> Bool { allAscend(values) }
}

extension Int32: BinaryElement {
  package static func areAll(_ values: [Self], below limit: Int) -> Bool {
    allAreBelow(limit, values)
  }
  package static func areAscending(_ values: [Self]) -> Bool { allAscend(values) }
}

extension Int64: BinaryElement {
  package static func areAll(_ values: [Self], below limit: Int) -> Bool {
    allAreBelow(limit, values)
  }
  package static func areAscending(_ values: [Self]) -> Bool { allAscend(values) }
}
