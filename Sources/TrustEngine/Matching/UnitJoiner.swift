import TrustRules
import TrustText

/// Joins the places of operands that may come in any order within a unit.
struct UnitJoiner {
  let unit: Unit

  /// How many neighbours of an anchor are tried on each side.
  private static let mostTries = 8

  /// For each place of the rarest operand, the nearest places of the others in its unit.
  ///
  /// - Complexity: O(places of the rarest × operands × log places).
  func join(
    _ places: [Places],
    in store: inout OccurrenceStore,
    _ segmentation: inout Segmentation
  ) -> Places {
    guard let anchor = places.indices.min(by: { places[$0].count < places[$1].count }) else {
      return .none
    }
    let broken = broken(places, in: store, &segmentation)
    let first = store.count
    next: for place in places[anchor].indices {
      let place = store[place]
      let reach = reach(around: place, over: broken, &segmentation)
      var chosen = [place]
      for operand in places.indices where operand != anchor {
        guard let near = nearest(to: place, in: places[operand], of: store, reach, beside: chosen)
        else { continue next }
        chosen.append(near)
      }
      store.append(together: chosen)
    }
    store.sort(from: first)
    return store.places(from: first)
  }

  // MARK: - Words that a line break or comma is hidden in

  /// How many such words are followed from one unit to the next.
  private static let mostBroken = 8

  private func broken(
    _ places: [Places],
    in store: OccurrenceStore,
    _ segmentation: inout Segmentation
  ) -> [Range<Int>] {
    var broken: [Range<Int>] = []
    for index in places.lazy.flatMap(\.indices) where store[index].disguised > 0 {
      for part in store.parts(of: store[index]) where part.disguises.contains(.noise) {
        let whole = segmentation.range(of: unit, around: part.range)
        if whole != segmentation.range(of: unit, around: part.range.prefix(1)) {
          broken.append(store[index].range)
          break
        }
      }
    }
    return broken
  }

  /// The unit around a place, and the units that broken words join to it.
  private func reach(
    around place: Occurrence,
    over broken: [Range<Int>],
    _ segmentation: inout Segmentation
  ) -> Range<Int> {
    var reach = segmentation.range(of: unit, around: place.range)
    for _ in 0..<min(broken.count, Self.mostBroken) {
      guard
        let next = broken.first(where: {
          $0.overlaps(reach)
            && !(reach.lowerBound <= $0.lowerBound && $0.upperBound <= reach.upperBound)
        })
      else { break }
      let more = segmentation.range(of: unit, around: next)
      reach = min(reach.lowerBound, more.lowerBound)..<max(reach.upperBound, more.upperBound)
    }
    return reach
  }

  // MARK: - Neighbours

  private func nearest(
    to anchor: Occurrence,
    in places: Places,
    of store: OccurrenceStore,
    _ reach: Range<Int>,
    beside chosen: [Occurrence]
  ) -> Occurrence? {
    let middle = store.firstIndex(startingAt: anchor.start, in: places)
    var best: (distance: Int, place: Occurrence)?
    let first = max(places.indices.lowerBound, middle - Self.mostTries)
    let end = min(places.indices.upperBound, middle + Self.mostTries)
    for index in first..<max(first, end) {
      let place = store[index]
      guard place.start >= reach.lowerBound, place.end <= reach.upperBound,
        !chosen.contains(where: { $0.range.overlaps(place.range) })
      else { continue }
      let distance =
        place.start >= anchor.end ? place.start - anchor.end : max(0, anchor.start - place.end)
      if best.map({ distance < $0.distance }) ?? true { best = (distance, place) }
    }
    return best?.place
  }
}

extension FieldMatcher {
  /// Where operands stand together in a unit.
  mutating func together(_ operands: [ElementID], within unit: Unit) -> Places {
    if sentences(ofAll: operands, within: unit).isEmpty { return .none }
    var places: [Places] = []
    for operand in operands {
      places.append(phrases(of: operand))
      if places[places.count - 1].isEmpty { return .none }
    }
    return UnitJoiner(unit: unit).join(places, in: &store, &segmentation)
  }
}
