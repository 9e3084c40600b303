import TrustRules
import TrustText

/// A match and what its context makes of it.
struct Outcome {
  var match: Match
  var judgement: Judgement
}

/// Runs the rules that may match on one field.
struct Verifier {
  /// The most outcomes of one rule.
  let limit: Int
  /// Rules that had more matches than the limit.
  private(set) var capped: [Rule.ID] = []
  private(set) var isOutOfTime = false

  init(limit: Int) {
    self.limit = limit
  }

  /// What the rules of some patterns find, judged; overlapping finds of one rule are one.
  mutating func outcomes(
    of patterns: [Int32],
    in field: inout FieldMatcher,
    until deadline: ContinuousClock.Instant?
  ) -> [Outcome] {
    let rules = field.rules
    var outcomes: [Outcome] = []
    let patterns = patterns.sorted()
    var next = 0
    while next < patterns.count {
      // The patterns of one rule are numbered one after another.
      let rule = rules.ruleset.patternOwners[Int(patterns[next])].rule
      if let deadline, ContinuousClock.now > deadline {
        isOutOfTime = true
        break
      }
      var matches: [Match] = []
      while next < patterns.count {
        let owner = rules.ruleset.patternOwners[Int(patterns[next])]
        guard owner.rule == rule else { break }
        findMatches(rule: rule, pattern: owner.pattern, in: &field, into: &matches)
        next += 1
      }
      guard !matches.isEmpty else { continue }
      if matches.count > limit {
        capped.append(rules.ruleset.rules[rule].id)
        matches.sort { $0.range.lowerBound < $1.range.lowerBound }
        matches.removeLast(matches.count - limit)
      }
      var judged: [Outcome] = []
      for match in matches {
        judged.append(Outcome(match: match, judgement: Judge.judge(match, in: &field)))
      }
      outcomes += Self.collapsed(judged)
    }
    return outcomes
  }

  /// Appends the places of one pattern that have the company the rule requires.
  func findMatches(
    rule: Int,
    pattern: Int,
    in field: inout FieldMatcher,
    into matches: inout [Match]
  ) {
    let rules = field.rules
    let company = rules.ruleset.rules[rule].company
    if let company, !field.mayOccur(company) { return }
    let places = field.places(of: rules.ruleset.rules[rule].patterns[pattern].element)
    let refusesSeparators = rules.ruleset.rules[rule].refusesSeparators
    for index in places.indices {
      let place = field[index]
      guard place.isClosed, !place.range.isEmpty else { continue }
      var match = Match(
        rule: rule,
        pattern: pattern,
        occurrence: place,
        parts: Array(field.store.parts(of: place))
      )
      if refusesSeparators, match.isSeparated(in: field.text) { continue }
      if let company {
        let unit = rules.ruleset.rules[rule].companyUnit
        guard let found = self.company(company, of: match, unit: unit, in: &field) else { continue }
        match.company = found
      }
      if match.isSupported { matches.append(match) }
    }
  }

  private func company(
    _ element: ElementID,
    of match: Match,
    unit: Unit,
    in field: inout FieldMatcher
  ) -> [Occurrence.Part]? {
    let reach = field.segmentation.range(of: unit, around: match.range)
    let places = field.phrases(of: element)
    let middle = field.store.firstIndex(startingAt: match.range.lowerBound, in: places)
    func serves(_ index: Int) -> Bool {
      let place = field[index]
      return place.start >= reach.lowerBound && place.end <= reach.upperBound
        && !field.overlaps(place, match)
    }
    // The nearest on either side; those farther off are never nearer.
    let first = max(places.indices.lowerBound, middle - Self.mostCompany)
    let end = min(places.indices.upperBound, middle + Self.mostCompany)
    let before = (first..<middle).last(where: serves).map { field[$0] }
    let after = (middle..<end).first(where: serves).map { field[$0] }
    switch (before, after) {
    case (let before?, let after?):
      let (left, right) = (
        match.range.lowerBound - before.end, after.start - match.range.upperBound
      )
      return Array(field.store.parts(of: left <= right ? before : after))
    case (let one?, nil), (nil, let one?): return Array(field.store.parts(of: one))
    case (nil, nil): return nil
    }
  }

  /// How many places of the company are looked at on either side of a match.
  private static let mostCompany = 256

  // MARK: - Overlaps

  /// Of overlapping outcomes of one rule, one: standing before softened before explained away, and
  /// then the better reading.
  static func collapsed(_ outcomes: [Outcome]) -> [Outcome] {
    guard outcomes.count > 1 else { return outcomes }
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
