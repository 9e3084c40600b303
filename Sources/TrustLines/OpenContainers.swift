/// The arrays and objects that are open at a place of JSON.
///
/// Allocates nothing up to a depth of 64.
struct OpenContainers {
  /// How many are open.
  private(set) var count = 0

  /// A bit for each of the innermost ones, the last one lowest: whether it is an object.
  private var innermost: UInt64 = 0
  /// The same for those around them, 64 a piece.
  private var outer: [UInt64] = []

  /// Whether the innermost one is an object.
  var isObject: Bool { innermost & 1 == 1 }

  /// The mark that closes the innermost one.
  var closer: UInt8 { UInt8(ascii: isObject ? "}" : "]") }

  mutating func push(isObject: Bool) {
    if count > 0, count % 64 == 0 { outer.append(innermost) }
    innermost = innermost << 1 | (isObject ? 1 : 0)
    count += 1
  }

  mutating func pop() {
    count -= 1
    innermost >>= 1
    if count % 64 == 0, let piece = outer.popLast() { innermost = piece }
  }
}
