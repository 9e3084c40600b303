import TrustRules
import TrustText

/// Joins the places of a sequence's steps into whole matches, step by step.
struct SequenceJoiner {
  let text: FoldedText
  let segmentation: Segmentation

  /// Gaps are at most 30 words; this also bounds them in signs that are no words.
  private static let widestGap = 400
  /// How many earlier chains are tried for one place; they are tried from the nearest on.
  private static let mostTries = 32

  /// For each place of the last step, the best chain that ends with it.
  ///
  /// - Complexity: O(places), as each looks back over a bounded stretch.
  func join(_ steps: [Step], _ places: [[Occurrence]]) -> [Occurrence] {
    var chains: [[Occurrence]] = []
    for (index, step) in steps.enumerated() {
      // The steps that may come right before this one, and the gap to them.
      var predecessors: [(step: Int, gap: Int?)] = []
      var gap = step.gap
      var before = index - 1
      while before >= 0 {
        predecessors.append((before, gap))
        guard steps[before].isOptional else { break }
        gap = Self.wider(gap, steps[before].gap)
        before -= 1
      }
      let mayStart = before < 0
      let byEnd = places[index].sorted { ($0.end, $0.start) < ($1.end, $1.start) }
      chains.append(
        byEnd.compactMap { place in
          best(endingWith: place, after: predecessors, in: chains, mayStart: mayStart)
        }
      )
    }
    var complete = chains.last ?? []
    var last = steps.count - 1
    while last > 0, steps[last].isOptional {
      last -= 1
      complete += chains[last]
    }
    return complete.inOrder()
  }

  private static func wider(_ a: Int?, _ b: Int?) -> Int? {
    guard let a, let b else { return a ?? b }
    return max(a, b)
  }

  private func best(
    endingWith place: Occurrence,
    after predecessors: [(step: Int, gap: Int?)],
    in chains: [[Occurrence]],
    mayStart: Bool
  ) -> Occurrence? {
    var best: Occurrence? = mayStart ? place : nil
    for (step, gap) in predecessors {
      let candidates = chains[step]
      // Chains are in the order of their ends; look back from the last that ends in time.
      var index = candidates.endingIndex(at: place.start)
      var tries = 0
      while index > 0, tries < Self.mostTries {
        index -= 1
        tries += 1
        let chain = candidates[index]
        if place.start - chain.end > Self.widestGap { break }
        guard isJoined(chain, place, gap) else { continue }
        let joined = Occurrence(
          range: chain.start..<place.end,
          parts: chain.parts + place.parts,
          isOpenLeft: chain.isOpenLeft,
          isOpenRight: place.isOpenRight
        )
        if best.map({ joined.isBetter(than: $0) }) ?? true { best = joined }
      }
    }
    return best
  }

  private func isJoined(_ chain: Occurrence, _ place: Occurrence, _ gap: Int?) -> Bool {
    if chain.isOpenRight || place.isOpenLeft {
      // Glued words must touch: "china" and "virus" of "chinavirus".
      return gap == nil && chain.end == place.start && chain.isOpenRight && place.isOpenLeft
    }
    let left = max(0, chain.range.isEmpty ? chain.start : chain.end - 1)
    let right = place.range.isEmpty ? max(0, place.start - 1) : place.start
    guard segmentation.sentence(of: left) == segmentation.sentence(of: right) else { return false }
    if let gap { return segmentation.halfWords(from: chain.end, to: place.start) <= gap }
    return touches(chain.end, place.start)
  }

  /// Whether nothing but a space or quotation marks stands between two symbols; two Chinese runs
  /// that a space parts do not touch.
  private func touches(_ end: Int, _ start: Int) -> Bool {
    guard start > end else { return true }
    guard start - end <= 3 else { return false }
    let between = text.symbols[end..<start]
    guard between.allSatisfy({ Self.unheard.contains($0) }) else { return false }
    let partsChinese =
      end > 0 && ScalarClass(text.symbols[end - 1]) == .han
      && start < text.count && ScalarClass(text.symbols[start]) == .han
    return !(partsChinese && between.contains(0x20))
  }

  /// A space and quotation marks.
  private static let unheard: Set<UInt32> = [
    0x20, 0x22, 0x27, 0x201C, 0x201D, 0x300C, 0x300D, 0x300E, 0x300F,
  ]
}

extension [Occurrence] {
  /// How many end at or before a symbol; the occurrences are in the order of their ends.
  fileprivate func endingIndex(at symbol: Int) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle].end <= symbol { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
