/// Reads what `BinaryWriter` wrote, and trusts none of it.
///
/// Whatever the bytes are, reading ends with values that are as they were asked for, or with
/// `BinaryDamage`. Only bytes that are part of the program are taken at their word.
package struct BinaryReader {
  /// The section's texts.
  package private(set) var texts: TextTable?
  private let bytes: any BinaryBytes
  private let end: Int
  private var at: Int

  /// Makes a reader of one section of a file.
  package init(_ bytes: any BinaryBytes, section: Range<Int>) throws(BinaryDamage) {
    self.bytes = bytes
    at = section.lowerBound
    end = section.upperBound
    texts = nil
    texts = try TextTable(from: &self)
  }

  /// Whether numbers need not be compared with what they point into.
  package var isTrusted: Bool { bytes.isTrusted }

  /// Damage at where the reader is.
  package func damage(_ reason: String) -> BinaryDamage {
    BinaryDamage(byte: at, reason)
  }

  /// Makes sure that nothing is left but what fills up the section.
  package func finish() throws(BinaryDamage) {
    guard end - at < 8 else { throw damage("there is more than there should be") }
  }

  // MARK: - Values

  /// Reads a number.
  package mutating func int() throws(BinaryDamage) -> Int {
    let place = try take(8, "a number is cut off")
    var value: Int64 = 0
    // SAFETY: any eight bytes are an integer.
    unsafe withUnsafeMutableBytes(of: &value) { unsafe bytes.copy(place..<place + 8, to: $0) }
    return Int(Int64(littleEndian: value))
  }

  /// Reads a number below a limit, and not below 0.
  package mutating func int(below limit: Int) throws(BinaryDamage) -> Int {
    let value = try int()
    guard value >= 0, value < limit else { throw damage("\(value) is not below \(limit)") }
    return value
  }

  /// Reads a number below a limit that may be missing.
  package mutating func optional(below limit: Int) throws(BinaryDamage) -> Int? {
    let value = try int()
    guard value >= -1, value < limit else { throw damage("\(value) is not below \(limit)") }
    return value < 0 ? nil : value
  }

  /// Reads a floating-point number within bounds; by default any that is one.
  package mutating func double(
    in bounds: ClosedRange<Double> = -Double
      .greatestFiniteMagnitude...Double.greatestFiniteMagnitude
  ) throws(BinaryDamage) -> Double {
    let value = Double(bitPattern: UInt64(bitPattern: Int64(try int())))
    guard bounds.contains(value) else { throw damage("\(value) is not in \(bounds)") }
    return value
  }

  /// Reads yes or no.
  package mutating func bool() throws(BinaryDamage) -> Bool { try int(below: 2) == 1 }

  /// Reads one of some names.
  package mutating func name<Name: CaseIterable>() throws(BinaryDamage) -> Name {
    let cases = Array(Name.allCases)
    return cases[try int(below: cases.count)]
  }

  /// Reads a text.
  package mutating func text() throws(BinaryDamage) -> String {
    guard let texts else { return "" }
    return texts[UInt32(try int(below: texts.count))]
  }

  /// Reads a text that may be missing.
  package mutating func optionalText() throws(BinaryDamage) -> String? {
    guard let texts else { return nil }
    return try optional(below: texts.count).map { texts[UInt32($0)] }
  }

  /// Reads texts.
  package mutating func textList() throws(BinaryDamage) -> [String] {
    guard let texts else { return [] }
    let numbers: [UInt32] = try array(below: texts.count)
    return numbers.map { texts[$0] }
  }

  // MARK: - Arrays

  /// Reads an array of integers, or of records of integers.
  package mutating func array<Value: BinaryRecord>() throws(BinaryDamage) -> [Value] {
    let count = try int()
    let width = MemoryLayout<Value>.stride
    guard count >= 0, count <= (end - at) / width else {
      throw damage("an array cannot have \(count) places")
    }
    let place = try take((count * width + 7) & ~7, "an array is cut off")
    return unsafe [Value](unsafeUninitializedCapacity: count) { buffer, initialized in
      let room = UnsafeMutableRawBufferPointer(buffer)
      // SAFETY: the room is for `count` values or more, and integers of any bits are valid.
      unsafe bytes.copy(
        place..<place + count * width,
        to: UnsafeMutableRawBufferPointer(rebasing: room[..<(count * width)])
      )
      initialized = count
    }
  }

  /// Passes over an array that only proves that others are sound, if that needs no proof.
  package mutating func proof<Value: BinaryRecord>() throws(BinaryDamage) -> [Value] {
    guard isTrusted else { return try array() }
    let count = try int(below: end - at)
    _ = try take((count * MemoryLayout<Value>.stride + 7) & ~7, "an array is cut off")
    return []
  }

  /// Reads an array of integers below a limit, and not below 0.
  package mutating func array<Value: BinaryElement>(
    below limit: Int
  ) throws(BinaryDamage) -> [Value] {
    let values: [Value] = try array()
    guard isTrusted || Value.areAll(values, below: limit) else {
      throw damage("a number in an array is not below \(limit)")
    }
    return values
  }

  /// Reads an array of so many integers below a limit.
  package mutating func array<Value: BinaryElement>(
    count: Int,
    below limit: Int = .max
  ) throws(BinaryDamage) -> [Value] {
    let values: [Value] = limit == .max ? try array() : try array(below: limit)
    guard values.count == count else {
      throw damage("an array has \(values.count) places, not \(count)")
    }
    return values
  }

  /// Reads where rows start in an array, and where the last ends: ascending from 0.
  package mutating func starts<Value: BinaryElement>() throws(BinaryDamage) -> [Value] {
    let starts: [Value] = try array()
    guard starts.first == 0, isTrusted || Value.areAscending(starts) else {
      throw damage("rows are not in order")
    }
    return starts
  }

  private mutating func take(_ count: Int, _ reason: String) throws(BinaryDamage) -> Int {
    guard end - at >= count else { throw damage(reason) }
    defer { at += count }
    return at
  }
}
