/// A text as rules compare it, with the way back to the original bytes.
///
/// `symbols[i]` is a folded scalar that came from the original bytes `starts[i]..<ends[i]`. The
/// arrays keep their room from post to post.
package struct FoldedText: Sendable {
  /// Folded scalars.
  package private(set) var symbols: [UInt32] = []
  /// For each symbol, the first original byte it came from.
  package private(set) var starts: [Int32] = []
  /// For each symbol, the end of the original bytes it came from.
  package private(set) var ends: [Int32] = []
  /// The symbols, ascending, before which separators between Han characters were dropped.
  package private(set) var joints: [Int32] = []
  /// How many ill-formed runs of bytes were replaced by U+FFFD.
  package private(set) var repairs = 0

  private let table = FoldTable.shared

  /// Makes an empty text.
  package init() {}

  /// How many symbols there are.
  package var count: Int { symbols.count }

  /// Folds `bytes`, replacing what was held before.
  ///
  /// - Complexity: O(n); allocates only when a text is longer than all before it.
  package mutating func fold(_ bytes: borrowing Span<UInt8>) {
    symbols.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    joints.removeAll(keepingCapacity: true)
    repairs = 0
    foldScalars(bytes)
    joinSeparated()
  }

  /// The symbols of a rule's literal, folded as text is.
  package static func symbols(of literal: String) -> [UInt32] {
    var text = FoldedText()
    text.fold(Array(literal.utf8).span)
    return text.symbols
  }

  /// The folded symbols of a range as a string, for messages and fingerprints.
  package func string(_ range: Range<Int>) -> String {
    var result = ""
    for symbol in symbols[range] {
      result.unicodeScalars.append(Unicode.Scalar(symbol) ?? "\u{FFFD}")
    }
    return result
  }

  /// The original bytes of a non-empty range of symbols.
  package func bytes(of range: Range<Int>) -> Range<Int> {
    Int(starts[range.lowerBound])..<Int(ends[range.upperBound - 1])
  }

  /// The first symbol that starts at or after an original byte.
  ///
  /// - Complexity: O(log n).
  package func symbol(atByte byte: Int) -> Int {
    var (low, high) = (0, starts.count)
    while low < high {
      let middle = (low + high) / 2
      if Int(starts[middle]) < byte { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether separators were dropped inside a range of symbols.
  ///
  /// - Complexity: O(log n).
  package func isJoined(_ range: Range<Int>) -> Bool {
    var (low, high) = (0, joints.count)
    while low < high {
      let middle = (low + high) / 2
      if Int(joints[middle]) <= range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low < joints.count && Int(joints[low]) < range.upperBound
  }

  // MARK: - Scalar by scalar

  private mutating func foldScalars(_ bytes: borrowing Span<UInt8>) {
    var index = 0
    var escapes = Escapes()
    while index < bytes.count {
      let first = bytes[index]
      let escaped = first == 0x26 || first == 0x25 ? escapes.decode(bytes, at: index) : nil
      if first < 0x80, first != 0x60, first >= 0x20, escaped == nil {
        // PERF: printable ASCII needs no table; only capitals change.
        let isCapital = first >= 0x41 && first <= 0x5A
        append(UInt32(isCapital ? first | 0x20 : first), index, index + 1)
        index += 1
        continue
      }
      let decoded = escaped ?? UTF8Decoding.decode(bytes, at: index)
      let end = index + decoded.length
      if !decoded.isValid { repairs += 1 }
      switch table.folding(of: decoded.scalar) {
      case .same: append(decoded.scalar, index, end)
      case .one(let symbol): append(symbol, index, end)
      case .deleted: break
      case .many(let expansion): for symbol in expansion { append(symbol, index, end) }
      }
      index = end
    }
  }

  private mutating func append(_ symbol: UInt32, _ start: Int, _ end: Int) {
    symbols.append(symbol)
    starts.append(Int32(truncatingIfNeeded: start))
    ends.append(Int32(truncatingIfNeeded: end))
  }

  // MARK: - Separators

  /// Drops what writers put between characters of one word, and makes the rest uniform: see
  /// `Separators` for what counts.
  private mutating func joinSeparated() {
    var read = 0
    var write = 0
    // How many Han characters stand together in the original before `read`.
    var hanRun = 0
    var name = Separators.NameTracker()
    while read < symbols.count {
      let symbol = symbols[read]
      name.pass(symbol)
      guard Separators.mayBeOne(symbol), !name.isInside else {
        hanRun = ScalarClass(symbol) == .han ? hanRun + 1 : 0
        move(read, to: write)
        read += 1
        write += 1
        continue
      }
      let run = Separators.run(in: symbols, at: read)
      let before = write > 0 ? symbols[write - 1] : nil
      switch Separators.treatment(of: run, before: before, hanBefore: hanRun, in: symbols) {
      case .join:
        joints.append(Int32(truncatingIfNeeded: write))
      case .close:
        break
      case .space:
        move(run.range.lowerBound, to: write)
        symbols[write] = Separators.space
        ends[write] = ends[run.range.upperBound - 1]
        write += 1
      case .keep:
        for index in run.range {
          move(index, to: write)
          write += 1
        }
      }
      hanRun = 0
      read = run.range.upperBound
    }
    symbols.removeLast(read - write)
    starts.removeLast(read - write)
    ends.removeLast(read - write)
  }

  private mutating func move(_ from: Int, to: Int) {
    guard from != to else { return }
    symbols[to] = symbols[from]
    starts[to] = starts[from]
    ends[to] = ends[from]
  }
}
