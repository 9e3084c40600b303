internal import TrustText

/// A second reading of a folded text: as it would be without the disguises in it.
///
/// Only what brings words of the literals nearer is undone, so that most texts read as they are.
/// Each symbol knows the symbols of the folded text it stands for.
struct DisguiseReading: Sendable {
  /// How a symbol came about.
  struct Origin: Sendable {
    /// The symbols of the folded text that it stands for.
    var start: Int32
    var end: Int32
    /// What it was disguised by.
    var disguises: Disguises = []
    /// What was dropped before it.
    var joint: Disguises = []
    /// Whether the only disguise is that it was written twice, as in 看看.
    var isDoubled = false
  }

  private(set) var symbols: [UInt32] = []
  private(set) var origins: [Origin] = []
  /// The symbols, ascending, that are disguised or stand behind something dropped.
  private(set) var changes: [Int32] = []
  /// What was dropped before the symbol that comes next.
  private var pendingJoint: Disguises = []

  /// Starts afresh.
  mutating func removeAll() {
    symbols.removeAll(keepingCapacity: true)
    origins.removeAll(keepingCapacity: true)
    changes.removeAll(keepingCapacity: true)
    pendingJoint = []
  }

  /// The symbol read last.
  var last: UInt32? { symbols.last }

  /// Whether a letter or digit was read last, and nothing was dropped behind it.
  var endsInWord: Bool {
    pendingJoint.isEmpty && symbols.last.map(ScalarClass.init) == .word
  }

  /// Whether the symbol read last was written several times.
  var endsRepeated: Bool { origins.last?.disguises.contains(.repeats) ?? false }

  /// Adds a symbol that stands for some symbols of the folded text.
  mutating func append(
    _ symbol: UInt32,
    for range: Range<Int>,
    _ disguises: Disguises = [],
    isDoubled: Bool = false
  ) {
    if !disguises.isEmpty || !pendingJoint.isEmpty { changes.append(Int32(symbols.count)) }
    symbols.append(symbol)
    origins.append(
      Origin(
        start: Int32(range.lowerBound),
        end: Int32(range.upperBound),
        disguises: disguises,
        joint: pendingJoint,
        isDoubled: isDoubled
      )
    )
    pendingJoint = []
  }

  /// Adds symbols of the folded text as they are.
  mutating func append(_ text: [UInt32], _ range: Range<Int>) {
    guard let first = range.first else { return }
    append(text[first], for: first..<first + 1)
    symbols.append(contentsOf: text[first + 1..<range.upperBound])
    origins.append(
      contentsOf: (first + 1..<range.upperBound).lazy.map { index in
        Origin(start: Int32(truncatingIfNeeded: index), end: Int32(truncatingIfNeeded: index + 1))
      }
    )
  }

  /// Notes that something was dropped before the symbol that comes next.
  mutating func drop(_ disguise: Disguises) { pendingJoint.insert(disguise) }

  /// What the symbols of a range are disguised by.
  ///
  /// A single character that is written twice is no disguise.
  func disguises(in range: Range<Int>) -> Disguises {
    var result: Disguises = []
    var doubled = 0
    for index in range {
      let origin = origins[index]
      if index > range.lowerBound { result.formUnion(origin.joint) }
      if origin.isDoubled {
        doubled += 1
      } else {
        result.formUnion(origin.disguises)
      }
    }
    if doubled > 1 || (doubled == 1 && !result.isEmpty) { result.insert(.repeats) }
    return result
  }

  /// The symbols of the folded text that a range stands for.
  func original(_ range: Range<Int>) -> Range<Int> {
    Int(origins[range.lowerBound].start)..<Int(origins[range.upperBound - 1].end)
  }
}
