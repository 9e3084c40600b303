import TrustMatch
import TrustText

/// Where an element was found, in symbols of the folded text.
///
/// PERF: plain numbers, so that thousands cost no more than their bytes; what it is made of stands
/// with the `FieldMatcher` that found it.
struct Occurrence {
  /// A piece that a literal or a built-in covers.
  struct Part {
    var start: Int32
    var end: Int32
    /// The number of the list's name, if the pattern named a list.
    var name: Int32?
    /// What the words were disguised by.
    var disguises: Disguises = []

    var range: Range<Int> { Int(start)..<Int(end) }
  }

  fileprivate(set) var first: Int32
  fileprivate(set) var behind: Int32
  /// Its pieces, in the order of the text: the first one's number and how many there are.
  fileprivate(set) var firstPart: Int32
  fileprivate(set) var partCount: Int32
  /// How many symbols the pieces cover.
  fileprivate(set) var covered: Int32
  /// How many of the pieces are disguised.
  fileprivate(set) var disguised: Int32 = 0
  /// 0 if all is plain, 1 if something is disguised, 2 if other words must support it.
  fileprivate var doubt: UInt8 = 0
  /// Whether letters go on before or behind it.
  var isOpenLeft = false
  var isOpenRight = false

  var start: Int { Int(first) }
  var end: Int { Int(behind) }
  var range: Range<Int> { start..<end }
  var isClosed: Bool { !isOpenLeft && !isOpenRight }

  /// Whether it is the better of two readings of the same words: fewer parts that are disguised,
  /// then more parts, then fewer symbols between them, then more symbols in them (the longest entry
  /// of a list wins), then further left.
  func isBetter(than other: Occurrence) -> Bool {
    if disguised != other.disguised { return disguised < other.disguised }
    if partCount != other.partCount { return partCount > other.partCount }
    let (gap, otherGap) = (range.count - Int(covered), other.range.count - Int(other.covered))
    if gap != otherGap { return gap < otherGap }
    if covered != other.covered { return covered > other.covered }
    return start < other.start
  }

  /// The two as one, as far as it can be told before its parts are put together.
  func joined(with next: Occurrence) -> Occurrence {
    Occurrence(
      first: first,
      behind: next.behind,
      firstPart: -1,
      partCount: partCount + next.partCount,
      covered: covered + next.covered,
      disguised: disguised + next.disguised,
      doubt: max(doubt, next.doubt),
      isOpenLeft: isOpenLeft,
      isOpenRight: next.isOpenRight
    )
  }
}

/// Some occurrences of one element, side by side in the memory of a `FieldMatcher`, in the order
/// of the text.
struct Places {
  var first: Int32
  var count: Int32

  static let none = Places(first: 0, count: 0)

  var isEmpty: Bool { count == 0 }
  var indices: Range<Int> { Int(first)..<Int(first + count) }
}

/// The memory in which a field's occurrences and their parts lie.
struct OccurrenceStore {
  private(set) var occurrences: [Occurrence] = []
  private var parts: [Occurrence.Part] = []

  /// Makes an empty store.
  init() {}

  mutating func removeAll() {
    occurrences.removeAll(keepingCapacity: true)
    parts.removeAll(keepingCapacity: true)
  }

  /// How many occurrences there are: the number of the next.
  var count: Int { occurrences.count }

  subscript(index: Int) -> Occurrence { occurrences[index] }

  func parts(of occurrence: Occurrence) -> ArraySlice<Occurrence.Part> {
    parts[Int(occurrence.firstPart)..<Int(occurrence.firstPart + occurrence.partCount)]
  }

  mutating func append(_ occurrence: Occurrence) { occurrences.append(occurrence) }

  /// Appends an occurrence of the words that a literal was found in.
  mutating func append(_ hit: LiteralHit) {
    append(
      hit.range,
      disguises: hit.disguises,
      isOpenLeft: hit.isOpenLeft,
      isOpenRight: hit.isOpenRight
    )
  }

  /// Appends an occurrence of one part.
  mutating func append(
    _ range: Range<Int>,
    disguises: Disguises = [],
    isOpenLeft: Bool = false,
    isOpenRight: Bool = false
  ) {
    let (start, end) = (
      Int32(truncatingIfNeeded: range.lowerBound), Int32(truncatingIfNeeded: range.upperBound)
    )
    occurrences.append(
      Occurrence(
        first: start,
        behind: end,
        firstPart: Int32(truncatingIfNeeded: parts.count),
        partCount: 1,
        covered: end - start,
        disguised: disguises.isEmpty ? 0 : 1,
        doubt: disguises.isEmpty ? 0 : disguises.contains(.weak) ? 2 : 1,
        isOpenLeft: isOpenLeft,
        isOpenRight: isOpenRight
      )
    )
    parts.append(.init(start: start, end: end, disguises: disguises))
  }

  /// Appends an occurrence again, with a name on its parts.
  mutating func append(_ occurrence: Occurrence, named name: Int32) {
    var occurrence = occurrence
    let old = Int(occurrence.firstPart)..<Int(occurrence.firstPart + occurrence.partCount)
    occurrence.firstPart = Int32(truncatingIfNeeded: parts.count)
    for index in old {
      var part = parts[index]
      part.name = name
      parts.append(part)
    }
    occurrences.append(occurrence)
  }

  /// Gives `whole`, which is two occurrences joined, its parts.
  mutating func complete(_ whole: inout Occurrence, of first: Occurrence, _ second: Occurrence) {
    whole.firstPart = Int32(truncatingIfNeeded: parts.count)
    for occurrence in [first, second] {
      let start = Int(occurrence.firstPart)
      for index in start..<start + Int(occurrence.partCount) { parts.append(parts[index]) }
    }
  }

  /// Appends one occurrence of several that may stand in any order, their parts in the order of the
  /// text.
  mutating func append(together chosen: [Occurrence]) {
    let firstPart = parts.count
    let all = chosen.flatMap { parts(of: $0) }
    parts.append(contentsOf: all.sorted { $0.start < $1.start })
    occurrences.append(
      Occurrence(
        first: chosen.map(\.first).min() ?? 0,
        behind: chosen.map(\.behind).max() ?? 0,
        firstPart: Int32(truncatingIfNeeded: firstPart),
        partCount: Int32(truncatingIfNeeded: all.count),
        covered: chosen.reduce(0) { $0 + $1.covered },
        disguised: chosen.reduce(0) { $0 + $1.disguised },
        doubt: chosen.map(\.doubt).max() ?? 0
      )
    )
  }

  // MARK: - Order

  /// Puts the occurrences from `first` on in the order of the text, of those that start together
  /// the shortest first, and keeps each range once: the least disguised.
  mutating func arrange(from first: Int) -> Places {
    occurrences.sortTail(from: first) {
      ($0.first, $0.behind, $0.doubt) < ($1.first, $1.behind, $1.doubt)
    }
    var kept = first
    for index in first..<occurrences.count
    where kept == first || occurrences[kept - 1].range != occurrences[index].range {
      if kept != index { occurrences[kept] = occurrences[index] }
      kept += 1
    }
    occurrences.removeLast(occurrences.count - kept)
    return places(from: first)
  }

  /// Puts the occurrences from `first` on in the order of the text; equal ones keep their order.
  mutating func sort(from first: Int) {
    occurrences.sortTail(from: first) { ($0.first, $0.behind) < ($1.first, $1.behind) }
  }

  /// The occurrences from `first` on.
  func places(from first: Int) -> Places {
    Places(
      first: Int32(truncatingIfNeeded: first),
      count: Int32(truncatingIfNeeded: occurrences.count - first)
    )
  }

  /// Whether places are in the order of the text, each range once.
  func isArranged(_ places: Places) -> Bool {
    places.indices.dropFirst().allSatisfy { index in
      let (a, b) = (occurrences[index - 1], occurrences[index])
      return (a.first, a.behind) < (b.first, b.behind)
    }
  }

  /// The first of some places that starts at or after a symbol, or the end of the places.
  ///
  /// - Complexity: O(log n).
  func firstIndex(startingAt symbol: Int, in places: Places) -> Int {
    var (low, high) = (places.indices.lowerBound, places.indices.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if occurrences[middle].start < symbol { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension [Occurrence] {
  /// Sorts what stands from `first` on; equal ones keep their order.
  mutating func sortTail(from first: Int, by precedes: (Occurrence, Occurrence) -> Bool) {
    // PERF: nearly always a handful, and in order.
    guard count - first <= 32 else {
      self[first...].sort(by: precedes)
      return
    }
    for index in first..<count {
      var place = index
      let moved = self[index]
      while place > first, precedes(moved, self[place - 1]) {
        self[place] = self[place - 1]
        place -= 1
      }
      if place != index { self[place] = moved }
    }
  }
}
