import TrustRules
import TrustText

/// Says whether a cue of one context reaches one match.
struct CueScope {
  let context: CompiledContext
  let match: Match
  let segmentation: Segmentation
  let stops: [Occurrence]
  let notCues: [Occurrence]

  /// Whether a cue acts on a part of the match behind it.
  func actsForward(_ cue: Range<Int>) -> Bool {
    guard let part = match.parts.first(where: { $0.range.lowerBound >= cue.upperBound }) else {
      return false
    }
    return reaches(from: cue, to: part.range, through: cue.upperBound..<part.range.lowerBound)
  }

  /// Whether a cue acts on a part of the match before it.
  func actsBackward(_ cue: Range<Int>) -> Bool {
    guard let part = match.parts.last(where: { $0.range.upperBound <= cue.lowerBound }) else {
      return false
    }
    return reaches(from: cue, to: part.range, through: part.range.upperBound..<cue.lowerBound)
  }

  private func reaches(from cue: Range<Int>, to part: Range<Int>, through gap: Range<Int>) -> Bool {
    isInReach(cue, part)
      && context.within.map {
        segmentation.halfWords(from: gap.lowerBound, to: gap.upperBound) <= $0
      } ?? true
      // The match's own words are no cue: "fake" in "the deaths are fake" is what is claimed.
      && !match.parts.contains { $0.range.overlaps(cue) }
      && counts(cue)
      && isPlaced(cue)
      && !isStopped(in: gap)
  }

  /// Whether a cue stands within reach of the match, on whichever side.
  func isInReach(_ cue: Range<Int>) -> Bool { isInReach(cue, match.range) }

  /// Whether words are a cue by themselves: heard by the match, and not part of a longer phrase.
  func counts(_ cue: Range<Int>) -> Bool { isHeard(cue) && !isPartOfLonger(cue) }

  private func isInReach(_ cue: Range<Int>, _ part: Range<Int>) -> Bool {
    let (from, to) = (cue.lowerBound, part.lowerBound)
    switch context.reach {
    case .clause: return segmentation.clause(of: from) == segmentation.clause(of: to)
    case .sentence: return segmentation.sentence(of: from) == segmentation.sentence(of: to)
    case .passage: return abs(segmentation.sentence(of: from) - segmentation.sentence(of: to)) <= 2
    case .post: return true
    }
  }

  /// A quoted cue acts only in its quotation, and a cue in a repost not on the words before it.
  private func isHeard(_ cue: Range<Int>) -> Bool {
    if segmentation.voice(of: cue.lowerBound) > segmentation.voice(of: match.range.lowerBound) {
      return false
    }
    let quotation = segmentation.quotations.first {
      $0.lowerBound <= cue.lowerBound && cue.upperBound <= $0.upperBound
    }
    return quotation.map { $0.overlaps(match.range) } ?? true
  }

  private func isPlaced(_ cue: Range<Int>) -> Bool {
    context.cueIn.allSatisfy { place in
      switch place {
      case .heading: Segmentation.contains(segmentation.headings, cue)
      case .comment:
        segmentation.voice(of: cue.lowerBound) < segmentation.voice(of: match.range.lowerBound)
      }
    }
  }

  private func isPartOfLonger(_ cue: Range<Int>) -> Bool {
    let end = notCues.firstIndex(startingAt: cue.lowerBound + 1)
    return notCues[..<end].suffix(Self.mostNeighbours).contains {
      $0.start <= cue.lowerBound && cue.upperBound <= $0.end && $0.range.count > cue.count
    }
  }

  private func isStopped(in gap: Range<Int>) -> Bool {
    let first = stops.firstIndex(startingAt: gap.lowerBound)
    return stops[first...].prefix(Self.mostNeighbours).contains { $0.end <= gap.upperBound }
  }

  /// How many phrases are looked at around a cue; more do not fit into a reach in practice.
  private static let mostNeighbours = 8
}
