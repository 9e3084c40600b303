import TrustRules
import TrustText

/// Says whether a cue of one context reaches one match.
struct CueScope {
  let rules: Rulebook
  /// The context's number in the ruleset.
  let context: Int
  let match: Match

  /// Whether a cue acts on a part of the match behind it.
  func actsForward(_ cue: Range<Int>, in field: inout FieldMatcher) -> Bool {
    guard let part = match.parts.first(where: { $0.range.lowerBound >= cue.upperBound }) else {
      return false
    }
    let gap = cue.upperBound..<part.range.lowerBound
    return reaches(from: cue, to: part.range, through: gap, in: &field)
  }

  /// Whether a cue acts on a part of the match before it.
  func actsBackward(_ cue: Range<Int>, in field: inout FieldMatcher) -> Bool {
    guard let part = match.parts.last(where: { $0.range.upperBound <= cue.lowerBound }) else {
      return false
    }
    let gap = part.range.upperBound..<cue.lowerBound
    return reaches(from: cue, to: part.range, through: gap, in: &field)
  }

  private func reaches(
    from cue: Range<Int>,
    to part: Range<Int>,
    through gap: Range<Int>,
    in field: inout FieldMatcher
  ) -> Bool {
    guard isInReach(cue, part, &field.segmentation) else { return false }
    if let within = rules.ruleset.contexts[context].within,
      field.segmentation.halfWords(from: gap.lowerBound, to: gap.upperBound) > within
    {
      return false
    }
    // The match's own words are no cue: "fake" in "the deaths are fake" is what is claimed.
    return !match.parts.contains { $0.range.overlaps(cue) }
      && counts(cue, in: &field)
      && isPlaced(cue, &field.segmentation)
      && !isStopped(in: gap, of: &field)
  }

  /// Whether a cue stands within reach of the match, on whichever side.
  func isInReach(_ cue: Range<Int>, in field: inout FieldMatcher) -> Bool {
    isInReach(cue, match.range, &field.segmentation)
  }

  /// Whether words are a cue by themselves: heard by the match, and not part of a longer phrase.
  func counts(_ cue: Range<Int>, in field: inout FieldMatcher) -> Bool {
    isHeard(cue, &field.segmentation) && !isPartOfLonger(cue, in: &field)
  }

  private func isInReach(
    _ cue: Range<Int>,
    _ part: Range<Int>,
    _ segmentation: inout Segmentation
  ) -> Bool {
    let (from, to) = (cue.lowerBound, part.lowerBound)
    switch rules.ruleset.contexts[context].reach {
    case .clause: return segmentation.clause(of: from) == segmentation.clause(of: to)
    case .sentence: return segmentation.sentence(of: from) == segmentation.sentence(of: to)
    case .passage: return abs(segmentation.sentence(of: from) - segmentation.sentence(of: to)) <= 2
    case .post: return true
    }
  }

  /// A quoted cue acts only in its quotation, and a cue in a repost not on the words before it.
  private func isHeard(_ cue: Range<Int>, _ segmentation: inout Segmentation) -> Bool {
    if segmentation.voice(of: cue.lowerBound) > segmentation.voice(of: match.range.lowerBound) {
      return false
    }
    let quotation = segmentation.quotations.first {
      $0.lowerBound <= cue.lowerBound && cue.upperBound <= $0.upperBound
    }
    return quotation.map { $0.overlaps(match.range) } ?? true
  }

  private func isPlaced(_ cue: Range<Int>, _ segmentation: inout Segmentation) -> Bool {
    for place in rules.ruleset.contexts[context].cueIn {
      switch place {
      case .heading:
        guard Segmentation.contains(segmentation.headings, cue) else { return false }
      case .comment:
        let voice = segmentation.voice(of: match.range.lowerBound)
        guard segmentation.voice(of: cue.lowerBound) < voice else { return false }
      }
    }
    return true
  }

  private func isPartOfLonger(_ cue: Range<Int>, in field: inout FieldMatcher) -> Bool {
    let longer = field.phrases(of: rules.ruleset.contexts[context].notCues)
    let end = field.store.firstIndex(startingAt: cue.lowerBound + 1, in: longer)
    let first = max(longer.indices.lowerBound, end - Self.mostNeighbours)
    return (first..<end).contains { index in
      let phrase = field[index]
      return phrase.start <= cue.lowerBound && cue.upperBound <= phrase.end
        && phrase.range.count > cue.count
    }
  }

  private func isStopped(in gap: Range<Int>, of field: inout FieldMatcher) -> Bool {
    let stops = field.phrases(of: rules.ruleset.contexts[context].stops)
    let first = field.store.firstIndex(startingAt: gap.lowerBound, in: stops)
    let end = min(stops.indices.upperBound, first + Self.mostNeighbours)
    return (first..<end).contains { field[$0].end <= gap.upperBound }
  }

  /// How many phrases are looked at around a cue; more do not fit into a reach in practice.
  private static let mostNeighbours = 8
}
