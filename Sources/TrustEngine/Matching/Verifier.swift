import TrustRules
import TrustText

/// A match and what its context makes of it.
struct Outcome {
  var match: Match
  var judgement: Judgement
}

/// Runs the rules that may match on one field.
struct Verifier {
  let ruleset: Ruleset
  /// The most outcomes of one rule.
  let limit: Int
  /// Rules that had more matches than the limit.
  private(set) var capped: [Rule.ID] = []
  private(set) var isOutOfTime = false

  init(ruleset: Ruleset, limit: Int) {
    self.ruleset = ruleset
    self.limit = limit
  }

  /// What the rules of some patterns find, judged; overlapping finds of one rule are one.
  mutating func outcomes(
    of patterns: [Int32],
    in field: inout FieldMatcher,
    until deadline: ContinuousClock.Instant?,
    using segmenters: inout SegmenterSet
  ) -> [Outcome] {
    let judge = Judge(ruleset: ruleset)
    var outcomes: [Outcome] = []
    for (rule, members) in byRule(patterns) {
      if let deadline, ContinuousClock.now > deadline {
        isOutOfTime = true
        break
      }
      var matches: [Match] = []
      for pattern in members {
        matches += self.matches(rule: rule, pattern: pattern, in: &field, using: &segmenters)
      }
      if matches.count > limit {
        capped.append(ruleset.rules[rule].id)
        matches.sort { $0.range.lowerBound < $1.range.lowerBound }
        matches.removeLast(matches.count - limit)
      }
      let judged = matches.map { match in
        Outcome(match: match, judgement: judge.judge(match, in: &field, using: &segmenters))
      }
      outcomes += Self.collapsed(judged)
    }
    return outcomes
  }

  /// The patterns of each rule, in the order of the ruleset.
  private func byRule(_ patterns: [Int32]) -> [(rule: Int, patterns: [Int])] {
    var groups: [(rule: Int, patterns: [Int])] = []
    for number in patterns.sorted() {
      let (rule, pattern) = ruleset.patternOwners[Int(number)]
      if groups.last?.rule == rule {
        groups[groups.count - 1].patterns.append(pattern)
      } else {
        groups.append((rule, [pattern]))
      }
    }
    return groups
  }

  /// The places of one pattern that have the company the rule requires.
  func matches(
    rule: Int,
    pattern: Int,
    in field: inout FieldMatcher,
    using segmenters: inout SegmenterSet
  ) -> [Match] {
    let compiled = ruleset.rules[rule]
    let places = field.occurrences(of: compiled.patterns[pattern].element, using: &segmenters)
    return places.compactMap { place in
      guard place.isClosed, !place.range.isEmpty else { return nil }
      var match = Match(rule: rule, pattern: pattern, occurrence: place)
      if compiled.refusesSeparators, match.isSeparated(in: field.text) { return nil }
      guard let company = compiled.company else { return match.isSupported ? match : nil }
      guard
        let found = self.company(
          company,
          of: match,
          unit: compiled.companyUnit,
          in: &field,
          using: &segmenters
        )
      else { return nil }
      match.company = found
      return match.isSupported ? match : nil
    }
  }

  private func company(
    _ element: ElementID,
    of match: Match,
    unit: Unit,
    in field: inout FieldMatcher,
    using segmenters: inout SegmenterSet
  ) -> [Occurrence.Part]? {
    let reach = field.segmentation.range(of: unit, around: match.range)
    let places = field.phrases(of: element, using: &segmenters)
    let middle = places.firstIndex(startingAt: match.range.lowerBound)
    func serves(_ place: Occurrence) -> Bool {
      place.start >= reach.lowerBound && place.end <= reach.upperBound
        && !place.overlaps(match.occurrence)
    }
    // The nearest on either side; those farther off are never nearer.
    let before = places[..<middle].suffix(Self.mostCompany).last(where: serves)
    let after = places[middle...].prefix(Self.mostCompany).first(where: serves)
    switch (before, after) {
    case (let before?, let after?):
      let (left, right) = (
        match.range.lowerBound - before.end, after.start - match.range.upperBound
      )
      return (left <= right ? before : after).parts
    case (let one?, nil), (nil, let one?): return one.parts
    case (nil, nil): return nil
    }
  }

  /// How many places of the company are looked at on either side of a match.
  private static let mostCompany = 256

  // MARK: - Overlaps

  /// Of overlapping outcomes of one rule, one: standing before softened before explained away, and
  /// then the better reading.
  static func collapsed(_ outcomes: [Outcome]) -> [Outcome] {
    let ranked = outcomes.sorted { a, b in
      let (levelA, levelB) = (a.judgement.level, b.judgement.level)
      return levelA == levelB
        ? a.match.occurrence.isBetter(than: b.match.occurrence) : levelA < levelB
    }
    var kept: [Outcome] = []
    for outcome in ranked
    where !kept.contains(where: { $0.match.range.overlaps(outcome.match.range) }) {
      kept.append(outcome)
    }
    return kept.sorted { $0.match.range.lowerBound < $1.match.range.lowerBound }
  }
}

extension Judgement {
  /// How much context takes away: nothing, something, all.
  fileprivate var level: Int { suppression != nil ? 2 : softening.isEmpty ? 0 : 1 }
}
