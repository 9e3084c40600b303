/// Writes what `BinaryReader` reads: numbers, arrays of numbers, and texts.
///
/// The form, for one section of a file:
///
/// - Everything is little-endian and starts on a multiple of 8 bytes.
/// - A number is 8 bytes: a signed integer, or the bits of a floating-point one. A missing one is -1.
/// - An array is its count and then its integers side by side as they lie in memory, so that reading
///   one is copying it; zeros fill it up to 8 bytes.
/// - Texts stand in one table at the section's start: where each begins, then their UTF-8. Equal
///   texts are stored once. A text is written as its number in the table; number 0 is the empty one.
///
/// Types write themselves in `Type+Binary.swift`, in the order in which they read themselves: a new
/// field is a line in each of the two functions there, and a new `PackFile.version`.
package struct BinaryWriter {
  private var body: [UInt8] = []
  private var starts: [UInt32] = [0, 0]
  private var texts: [UInt8] = []
  private var numbers: [String: UInt32] = ["": 0]

  /// Makes a writer of one section.
  package init() {}

  // MARK: - Values

  /// Writes a number.
  package mutating func write(_ value: Int) {
    body.append(littleEndian: UInt64(bitPattern: Int64(value)))
  }

  /// Writes a number that may be missing; it is never negative.
  package mutating func write(_ value: Int?) { write(value ?? -1) }

  /// Writes a floating-point number.
  package mutating func write(_ value: Double) { body.append(littleEndian: value.bitPattern) }

  /// Writes yes or no.
  package mutating func write(_ value: Bool) { write(value ? 1 : 0) }

  /// Writes one of some names, as its place among them.
  package mutating func write<Name: CaseIterable & Equatable>(_ name: Name) {
    write(Self.place(of: name))
  }

  /// Writes an array of integers, or of records of integers.
  package mutating func write<Value: BinaryRecord>(_ values: [Value]) {
    write(values.count)
    // SAFETY: integers are their bytes, on machines that are little-endian, as all we build for are.
    unsafe values.withUnsafeBytes { unsafe body.append(contentsOf: $0) }
    body.pad()
  }

  /// Writes a text.
  package mutating func write(_ text: String) { write(Int(number(of: text))) }

  /// Writes a text that may be missing.
  package mutating func write(optional text: String?) {
    write(text.map { Int(number(of: $0)) })
  }

  /// Writes texts.
  package mutating func write(_ texts: [String]) { write(texts.map { number(of: $0) }) }

  /// The number of a text, for arrays of such numbers.
  package mutating func number(of text: String) -> UInt32 {
    if let known = numbers[text] { return known }
    let number = UInt32(starts.count - 1)
    texts += text.utf8
    starts.append(UInt32(texts.count))
    numbers[text] = number
    return number
  }

  /// The place of one of some names, for arrays of such places.
  package static func place<Name: CaseIterable & Equatable>(of name: Name) -> Int {
    Name.allCases.enumerated().first { $0.element == name }?.offset ?? 0
  }

  // MARK: - The section

  /// The section's bytes.
  package func finish() -> [UInt8] {
    var table = BinaryWriter()
    table.write(starts)
    table.write(texts)
    return table.body + body
  }
}

extension [UInt8] {
  /// Appends an integer, its lowest byte first.
  package mutating func append(littleEndian value: some FixedWidthInteger) {
    for shift in stride(from: 0, to: value.bitWidth, by: 8) {
      append(UInt8(truncatingIfNeeded: value >> shift))
    }
  }

  /// Fills up with zeros to a multiple of 8 bytes.
  package mutating func pad() {
    while count % 8 != 0 { append(0) }
  }
}
