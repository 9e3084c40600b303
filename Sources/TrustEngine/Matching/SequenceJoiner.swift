import TrustRules
import TrustText

/// Joins the places of a sequence's steps into whole matches, step by step.
struct SequenceJoiner {
  /// Gaps are at most 30 words; this also bounds them in signs that are no words.
  private static let widestGap = 400
  /// How many earlier chains are tried for one place; they are tried from the nearest on.
  private static let mostTries = 32

  /// For each step that is done, the best chain that ends with each of its places, in the order of
  /// their ends.
  private var chains: [Occurrence] = []
  /// Where the chains of each step start in `chains`.
  private var starts: [Int] = []

  /// Appends the best chain for each place of the last step to `store`.
  ///
  /// - Complexity: O(places), as each looks back over a bounded stretch.
  mutating func join(
    _ steps: [Step],
    _ places: ArraySlice<Places>,
    in store: inout OccurrenceStore,
    _ symbols: [UInt32],
    _ segmentation: inout Segmentation
  ) -> Places {
    chains.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    for (index, step) in zip(places.indices, steps.indices) {
      let start = chains.count
      starts.append(start)
      for place in places[index].indices { chains.append(store[place]) }
      chains.sortTail(from: start) { ($0.behind, $0.first) < ($1.behind, $1.first) }
      var kept = start
      for place in start..<chains.count {
        let end = chains[place]
        if let best = best(endingWith: end, step, steps, &store, symbols, &segmentation) {
          chains[kept] = best
          kept += 1
        }
      }
      chains.removeLast(chains.count - kept)
    }
    return complete(steps, in: &store)
  }

  /// Appends the chains of the last step, and of those before it if it may be left out.
  private func complete(_ steps: [Step], in store: inout OccurrenceStore) -> Places {
    let first = store.count
    var end = chains.count
    for step in steps.indices.reversed() {
      for chain in starts[step]..<end { store.append(chains[chain]) }
      guard steps[step].isOptional else { break }
      end = starts[step]
    }
    return store.arrange(from: first)
  }

  private static func wider(_ a: Int?, _ b: Int?) -> Int? {
    guard let a, let b else { return a ?? b }
    return max(a, b)
  }

  /// The best chain that ends with a place of `step`; its predecessors are the steps before it, up
  /// to the first that may not be left out.
  private func best(
    endingWith place: Occurrence,
    _ step: Int,
    _ steps: [Step],
    _ store: inout OccurrenceStore,
    _ symbols: [UInt32],
    _ segmentation: inout Segmentation
  ) -> Occurrence? {
    var best: Occurrence?
    var link: Occurrence?
    if steps[..<step].allSatisfy(\.isOptional) { best = place }
    var gap = steps[step].gap
    for before in (0..<step).reversed() {
      // Chains are in the order of their ends; look back from the last that ends in time.
      let first = starts[before]
      var index = endingIndex(at: place.start, in: first..<starts[before + 1])
      var tries = 0
      while index > first, tries < Self.mostTries {
        index -= 1
        tries += 1
        let chain = chains[index]
        if place.start - chain.end > Self.widestGap { break }
        guard Self.isJoined(chain, place, gap, symbols, &segmentation) else { continue }
        let joined = chain.joined(with: place)
        if best.map({ joined.isBetter(than: $0) }) ?? true { (best, link) = (joined, chain) }
      }
      guard steps[before].isOptional else { break }
      gap = Self.wider(gap, steps[before].gap)
    }
    if let link, var whole = best {
      store.complete(&whole, of: link, place)
      best = whole
    }
    return best
  }

  /// The first of some chains that ends behind a symbol.
  private func endingIndex(at symbol: Int, in range: Range<Int>) -> Int {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if chains[middle].end <= symbol { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private static func isJoined(
    _ chain: Occurrence,
    _ place: Occurrence,
    _ gap: Int?,
    _ symbols: [UInt32],
    _ segmentation: inout Segmentation
  ) -> Bool {
    if chain.isOpenRight || place.isOpenLeft {
      // Glued words must touch: "china" and "virus" of "chinavirus".
      return gap == nil && chain.end == place.start && chain.isOpenRight && place.isOpenLeft
    }
    let left = max(0, chain.range.isEmpty ? chain.start : chain.end - 1)
    let right = place.range.isEmpty ? max(0, place.start - 1) : place.start
    guard segmentation.sentence(of: left) == segmentation.sentence(of: right) else { return false }
    if let gap { return segmentation.halfWords(from: chain.end, to: place.start) <= gap }
    return touches(symbols, chain.end, place.start)
  }

  /// Whether nothing but a space or quotation marks stands between two symbols; two Chinese runs
  /// that a space parts do not touch.
  private static func touches(_ symbols: [UInt32], _ end: Int, _ start: Int) -> Bool {
    guard start > end else { return true }
    guard start - end <= 3 else { return false }
    let between = symbols[end..<start]
    guard between.allSatisfy(isUnheard) else { return false }
    let partsChinese =
      end > 0 && ScalarClass(symbols[end - 1]) == .han
      && start < symbols.count && ScalarClass(symbols[start]) == .han
    return !(partsChinese && between.contains(0x20))
  }

  /// A space and quotation marks.
  private static func isUnheard(_ symbol: UInt32) -> Bool {
    switch symbol {
    case 0x20, 0x22, 0x27, 0x201C, 0x201D, 0x300C, 0x300D, 0x300E, 0x300F: true
    default: false
    }
  }
}

extension FieldMatcher {
  /// Where steps stand one after another.
  mutating func sequence(_ steps: [Step]) -> Places {
    // PERF: most sequences fail here, before ICU is asked for a single edge.
    if sentences(ofAll: steps.lazy.filter { !$0.isOptional }.map(\.element)).isEmpty {
      return .none
    }
    let base = pending.count
    defer { pending.removeLast(pending.count - base) }
    for step in steps {
      let places = places(of: step.element)
      if places.isEmpty, !step.isOptional { return .none }
      pending.append(places)
    }
    return joiner.join(steps, pending[base...], in: &store, text.symbols, &segmentation)
  }
}
