/// Reads what `BinaryWriter` wrote, and trusts none of it.
///
/// Whatever the bytes are, reading ends with values that are as they were asked for, or with
/// `BinaryDamage`. It must not outlive the bytes it was made on.
@safe package struct BinaryReader {
  /// The section's texts.
  package private(set) var texts: TextTable?
  // SAFETY: only read within its bounds, by `take`.
  private let bytes: UnsafeRawBufferPointer
  /// Where the section starts in its file.
  private let start: Int
  private var at = 0

  /// Makes a reader of a section that starts at a byte of its file.
  @unsafe package init(section bytes: UnsafeRawBufferPointer, at start: Int) throws(BinaryDamage) {
    unsafe self.bytes = bytes
    self.start = start
    texts = nil
    texts = try TextTable(from: &self)
  }

  /// Damage at where the reader is.
  package func damage(_ reason: String) -> BinaryDamage {
    BinaryDamage(byte: start + at, reason)
  }

  /// Makes sure that nothing is left but what fills up the section.
  package func finish() throws(BinaryDamage) {
    guard unsafe bytes.count - at < 8 else { throw damage("there is more than there should be") }
  }

  // MARK: - Values

  /// Reads a number.
  package mutating func int() throws(BinaryDamage) -> Int {
    let place = try take(8, "a number is cut off")
    // SAFETY: `take` answers a place with 8 bytes behind it.
    return unsafe Int(
      Int64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: Int64.self))
    )
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

  /// Reads an array of integers.
  package mutating func array<Value: BinaryElement>() throws(BinaryDamage) -> [Value] {
    let count = try int()
    let width = MemoryLayout<Value>.stride
    guard count >= 0, unsafe count <= bytes.count / width else {
      throw damage("an array cannot have \(count) places")
    }
    let length = (count * width + 7) & ~7
    let place = try take(length, "an array is cut off")
    return unsafe [Value](unsafeUninitializedCapacity: count) { buffer, initialized in
      // SAFETY: `take` answers a place with `length` bytes behind it, which is no less than what
      // `count` integers need; integers of any bits are valid.
      unsafe UnsafeMutableRawBufferPointer(buffer).copyMemory(
        from: UnsafeRawBufferPointer(rebasing: bytes[place..<place + count * width])
      )
      initialized = count
    }
  }

  /// Reads an array of integers below a limit, and not below 0.
  package mutating func array<Value: BinaryElement>(
    below limit: Int
  ) throws(BinaryDamage) -> [Value] {
    let values: [Value] = try array()
    guard Value.areAll(values, below: limit) else {
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
    guard starts.first == 0, Value.areAscending(starts) else {
      throw damage("rows are not in order")
    }
    return starts
  }

  private mutating func take(_ count: Int, _ reason: String) throws(BinaryDamage) -> Int {
    guard unsafe bytes.count - at >= count else { throw damage(reason) }
    defer { at += count }
    return at
  }
}
