import TrustRules

/// A verified occurrence of a rule's pattern, with the company it needs; context is not judged yet.
struct Match {
  /// The rule's number in the ruleset.
  var rule: Int
  /// The pattern's number in the rule.
  var pattern: Int
  var occurrence: Occurrence
  /// The pieces of the occurrence.
  var parts: [Occurrence.Part]
  /// The company that was required and found.
  var company: [Occurrence.Part] = []

  var range: Range<Int> { occurrence.range }
}

/// Context's word on a match.
struct Judgement {
  /// What takes the match away, if anything does.
  var suppression: Verdict?
  /// What makes it less sure.
  var softening: [Verdict] = []

  /// A context or condition that holds, and the words that show it.
  struct Verdict: Equatable {
    var name: String
    var cue: Range<Int>?
  }
}

extension FieldMatcher {
  /// Whether an occurrence shares a symbol with a match; what lies between the parts of one may
  /// hold the other.
  func overlaps(_ occurrence: Occurrence, _ match: Match) -> Bool {
    store.parts(of: occurrence).contains { part in
      match.parts.contains { $0.range.overlaps(part.range) }
    }
  }
}
