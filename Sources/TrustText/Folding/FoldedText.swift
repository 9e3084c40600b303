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
    var (index, count) = (0, 0)
    var escapes = Escapes()
    makeRoom(for: bytes.count)
    while index < bytes.count {
      Self.foldRun(
        bytes,
        table,
        &escapes,
        from: &index,
        to: &count,
        &repairs,
        &symbols,
        &starts,
        &ends
      )
      guard index < bytes.count else { break }
      // A scalar with an expansion, which may be longer than its bytes.
      let decoded = escapes.decode(bytes, at: index) ?? UTF8Decoding.decode(bytes, at: index)
      let end = index + decoded.length
      guard case .many(let expansion) = table.folding(of: decoded.scalar) else { break }
      makeRoom(for: count + expansion.count + bytes.count - end)
      for symbol in expansion {
        symbols[count] = symbol
        starts[count] = Int32(truncatingIfNeeded: index)
        ends[count] = Int32(truncatingIfNeeded: end)
        count += 1
      }
      index = end
    }
    symbols.removeLast(symbols.count - count)
    starts.removeLast(starts.count - count)
    ends.removeLast(ends.count - count)
  }

  /// Folds up to the first scalar that has an expansion.
  ///
  /// PERF: spans into the arrays are taken once for a run, as each write through an array asks
  /// first whether it is shared; printable ASCII needs no table, as only capitals change.
  private static func foldRun(
    _ bytes: borrowing Span<UInt8>,
    _ table: FoldTable,
    _ escapes: inout Escapes,
    from index: inout Int,
    to count: inout Int,
    _ repairs: inout Int,
    _ allSymbols: inout [UInt32],
    _ allStarts: inout [Int32],
    _ allEnds: inout [Int32]
  ) {
    var symbols = allSymbols.mutableSpan
    var starts = allStarts.mutableSpan
    var ends = allEnds.mutableSpan
    var (read, write) = (index, count)
    defer { (index, count) = (read, write) }
    while read < bytes.count {
      let byte = bytes[read]
      let escaped = byte == 0x26 || byte == 0x25 ? escapes.decode(bytes, at: read) : nil
      if byte < 0x80, byte != 0x60, byte >= 0x20, escaped == nil {
        let isCapital = byte >= 0x41 && byte <= 0x5A
        symbols[write] = UInt32(isCapital ? byte | 0x20 : byte)
        starts[write] = Int32(truncatingIfNeeded: read)
        read += 1
        ends[write] = Int32(truncatingIfNeeded: read)
        write += 1
        continue
      }
      let decoded = escaped ?? UTF8Decoding.decode(bytes, at: read)
      let entry = table.entry(of: decoded.scalar)
      if entry.isExpansion { return }
      if !decoded.isValid { repairs += 1 }
      let end = read + decoded.length
      if !entry.isDeletion {
        symbols[write] = entry.symbol ?? decoded.scalar
        starts[write] = Int32(truncatingIfNeeded: read)
        ends[write] = Int32(truncatingIfNeeded: end)
        write += 1
      }
      read = end
    }
  }

  private mutating func makeRoom(for count: Int) {
    let missing = count - symbols.count
    guard missing > 0 else { return }
    symbols.append(contentsOf: repeatElement(0, count: missing))
    starts.append(contentsOf: repeatElement(0, count: missing))
    ends.append(contentsOf: repeatElement(0, count: missing))
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
    while true {
      let plain = read
      passPlain(from: &read, after: write > 0 ? symbols[write - 1] : nil, &name, &hanRun)
      if plain != write { for index in plain..<read { move(index, to: write + index - plain) } }
      write += read - plain
      guard read < symbols.count else { break }
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

  /// Passes over symbols that stay as they are, up to a separator that may not.
  ///
  /// PERF: all but a few stay; they are looked at without writing, and moved at once.
  private func passPlain(
    from index: inout Int,
    after last: UInt32?,
    _ name: inout Separators.NameTracker,
    _ hanRun: inout Int
  ) {
    let symbols = symbols.span
    var before = last
    while index < symbols.count {
      let symbol = symbols[index]
      name.pass(symbol)
      if Separators.mayBeOne(symbol), !name.isInside {
        let next = index + 1 < symbols.count ? symbols[index + 1] : nil
        guard Separators.staysSpace(symbol, between: before, next) else { return }
      }
      hanRun = ScalarClass(symbol) == .han ? hanRun + 1 : 0
      before = symbol
      index += 1
    }
  }

  private mutating func move(_ from: Int, to: Int) {
    symbols[to] = symbols[from]
    starts[to] = starts[from]
    ends[to] = ends[from]
  }
}
