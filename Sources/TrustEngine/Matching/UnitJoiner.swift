import TrustRules
import TrustText

/// Joins the places of operands that may come in any order within a unit.
struct UnitJoiner {
  let segmentation: Segmentation

  /// How many neighbours of an anchor are tried on each side.
  private static let mostTries = 8

  /// For each place of the rarest operand, the nearest places of the others in its unit.
  ///
  /// - Complexity: O(places of the rarest × operands × log places).
  func join(_ places: [[Occurrence]], within unit: Unit) -> [Occurrence] {
    guard let anchor = places.indices.min(by: { places[$0].count < places[$1].count }) else {
      return []
    }
    let broken = places.joined().filter { isBroken($0, within: unit) }
    return places[anchor].compactMap { place in
      var chosen = [place]
      let reach = reach(of: unit, around: place, over: broken)
      for operand in places.indices where operand != anchor {
        guard let near = nearest(to: place, in: places[operand], within: reach, beside: chosen)
        else { return nil }
        chosen.append(near)
      }
      let start = chosen.map(\.start).min() ?? place.start
      let end = chosen.map(\.end).max() ?? place.end
      let parts = chosen.flatMap(\.parts).sorted { $0.range.lowerBound < $1.range.lowerBound }
      return Occurrence(range: start..<end, parts: parts)
    }.sorted { ($0.start, $0.end) < ($1.start, $1.end) }
  }

  // MARK: - Words that a line break or comma is hidden in

  /// How many such words are followed from one unit to the next.
  private static let mostBroken = 8

  private func isBroken(_ place: Occurrence, within unit: Unit) -> Bool {
    place.parts.contains { part in
      part.disguises.contains(.noise)
        && segmentation.range(of: unit, around: part.range)
          != segmentation.range(of: unit, around: part.range.prefix(1))
    }
  }

  /// The unit around a place, and the units that broken words join to it.
  private func reach(
    of unit: Unit,
    around place: Occurrence,
    over broken: [Occurrence]
  ) -> Range<Int> {
    var reach = segmentation.range(of: unit, around: place.range)
    for _ in 0..<min(broken.count, Self.mostBroken) {
      guard
        let next = broken.first(where: {
          $0.range.overlaps(reach)
            && !(reach.lowerBound <= $0.start && $0.end <= reach.upperBound)
        })
      else { break }
      let more = segmentation.range(of: unit, around: next.range)
      reach =
        min(reach.lowerBound, more.lowerBound)..<max(reach.upperBound, more.upperBound)
    }
    return reach
  }

  private func nearest(
    to anchor: Occurrence,
    in places: [Occurrence],
    within range: Range<Int>,
    beside chosen: [Occurrence]
  ) -> Occurrence? {
    let middle = places.firstIndex(startingAt: anchor.start)
    var best: (distance: Int, place: Occurrence)?
    let first = max(0, middle - Self.mostTries)
    let end = min(places.count, middle + Self.mostTries)
    for place in places[first..<max(first, end)] {
      guard place.start >= range.lowerBound, place.end <= range.upperBound,
        !chosen.contains(where: { $0.range.overlaps(place.range) })
      else { continue }
      let distance =
        place.start >= anchor.end ? place.start - anchor.end : max(0, anchor.start - place.end)
      if best.map({ distance < $0.distance }) ?? true { best = (distance, place) }
    }
    return best?.place
  }
}
