import TrustRules
import TrustText

/// Decides what the surroundings of a match make of it.
///
/// The model is ConText's (Harkema et al., 2009): a cue acts on one side of it, up to the end of
/// its reach or to a word that stops it, unless it is part of a longer phrase that is no cue.
enum Judge {
  /// How many cues on one side of a match are looked at; they are taken from the nearest on.
  private static let mostCues = 128

  /// Judges a match by its rule's `unless` and `soften`.
  ///
  /// - Complexity: O(conditions × cues in reach).
  static func judge(_ match: Match, in field: inout FieldMatcher) -> Judgement {
    let rules = field.rules
    var judgement = Judgement()
    for condition in rules.ruleset.rules[match.rule].conditions {
      guard let held = holds(condition, for: match, in: &field) else { continue }
      if held.mayDrop {
        judgement.suppression = held.verdict
        return judgement
      }
      judgement.softening.append(held.verdict)
    }
    for use in rules.ruleset.rules[match.rule].soften {
      if let held = holds(use, for: match, in: &field) {
        judgement.softening.append(held.verdict)
      }
    }
    return judgement
  }

  /// A verdict, and whether its context may take a finding away.
  typealias Held = (verdict: Judgement.Verdict, mayDrop: Bool)

  static func holds(
    _ condition: CompiledCondition,
    for match: Match,
    in field: inout FieldMatcher
  ) -> Held? {
    switch condition {
    case .context(let use):
      return holds(use, for: match, in: &field)
    case .inside(let element):
      let cue = first(of: field.phrases(of: element), in: field) { phrase, _ in
        match.parts.contains { part in
          phrase.start <= part.range.lowerBound && part.range.upperBound <= phrase.end
            && phrase.range.count > part.range.count
        }
      }
      return cue.map { (.init(name: "inside", cue: $0), true) }
    case .near(let element, let unit):
      let reach = field.segmentation.range(of: unit, around: match.range)
      var places = field.phrases(of: element)
      let start = field.store.firstIndex(startingAt: reach.lowerBound, in: places)
      let end = field.store.firstIndex(startingAt: reach.upperBound, in: places)
      places = Places(first: Int32(start), count: Int32(max(0, end - start)))
      let cue = first(of: places, in: field) { phrase, field in
        phrase.end <= reach.upperBound && !field.overlaps(phrase, match)
      }
      return cue.map { (.init(name: "near", cue: $0), true) }
    case .between(let element):
      let cue = first(of: field.phrases(of: element), in: field) { phrase, _ in
        phrase.start >= match.range.lowerBound && phrase.end <= match.range.upperBound
          && !match.parts.contains { $0.range.overlaps(phrase.range) }
      }
      return cue.map { (.init(name: "between", cue: $0), true) }
    }
  }

  private static func first(
    of places: Places,
    in field: borrowing FieldMatcher,
    where isWanted: (Occurrence, borrowing FieldMatcher) -> Bool
  ) -> Range<Int>? {
    for index in places.indices where isWanted(field[index], field) { return field[index].range }
    return nil
  }

  /// The first member of a context or group that holds; of several, one that may drop.
  static func holds(
    _ use: ContextUse,
    for match: Match,
    in field: inout FieldMatcher
  ) -> Held? {
    let rules = field.rules
    var softer: Held?
    for member in use.members {
      guard let verdict = holds(context: member, for: match, in: &field) else { continue }
      if rules.ruleset.contexts[member].mayDrop { return (verdict, true) }
      softer = softer ?? (verdict, false)
    }
    return softer
  }

  // MARK: - One context

  private static func holds(
    context number: Int,
    for match: Match,
    in field: inout FieldMatcher
  ) -> Judgement.Verdict? {
    let rules = field.rules
    guard isPlaced(match, rules.ruleset.contexts[number].hitIn, &field.segmentation) else {
      return nil
    }
    var cue: Range<Int>?
    if rules.ruleset.contexts[number].before != nil || rules.ruleset.contexts[number].after != nil {
      cue = self.cue(ofContext: number, for: match, in: &field)
      if cue == nil { return nil }
    }
    if let cancel = rules.ruleset.contexts[number].cancel, field.mayOccur(cancel) {
      let unit = rules.ruleset.contexts[number].cancelUnit
      let passage = field.segmentation.range(of: unit, around: match.range)
      let cancelling = first(of: field.phrases(of: cancel), in: field) { phrase, _ in
        phrase.start >= passage.lowerBound && phrase.end <= passage.upperBound
      }
      if cancelling != nil { return nil }
    }
    return .init(name: rules.ruleset.contexts[number].name, cue: cue)
  }

  private static func isPlaced(
    _ match: Match,
    _ places: [ContextRule.HitPlace],
    _ segmentation: inout Segmentation
  ) -> Bool {
    for place in places {
      switch place {
      case .question:
        let sentence = segmentation.sentence(of: match.range.upperBound - 1)
        guard segmentation.isQuestion(sentence) else { return false }
      case .quotation:
        guard Segmentation.contains(segmentation.quotations, match.range) else { return false }
      case .repost:
        guard segmentation.voice(of: match.range.lowerBound) > 0 else { return false }
      }
    }
    return true
  }

  /// The cue nearest to the match that acts on it, if there are as many as the context requires.
  private static func cue(
    ofContext number: Int,
    for match: Match,
    in field: inout FieldMatcher
  ) -> Range<Int>? {
    let rules = field.rules
    let before = field.phrases(of: rules.ruleset.contexts[number].before)
    let after = field.phrases(of: rules.ruleset.contexts[number].after)
    if before.isEmpty, after.isEmpty { return nil }
    let scope = CueScope(rules: rules, context: number, match: match)
    guard let acting = acting(before, after, by: scope, in: &field) else { return nil }
    let atLeast = rules.ruleset.contexts[number].atLeast
    guard atLeast > 1 else { return acting }
    // Of nested cues the longest counts, and each wording once.
    var cues: [Range<Int>] = []
    for index in before.indices { cues.append(field[index].range) }
    for index in after.indices { cues.append(field[index].range) }
    cues.sort { ($0.lowerBound, -$0.upperBound) < ($1.lowerBound, -$1.upperBound) }
    var wordings: Set<String> = []
    var reached = -1
    for cue in cues
    where cue.upperBound > reached && scope.isInReach(cue, in: &field)
      && scope.counts(cue, in: &field)
    {
      reached = cue.upperBound
      wordings.insert(field.text.string(cue))
    }
    return wordings.count >= atLeast ? acting : nil
  }

  private static func acting(
    _ before: Places,
    _ after: Places,
    by scope: CueScope,
    in field: inout FieldMatcher
  ) -> Range<Int>? {
    // A cue between the parts counts, so that the last part bounds those before.
    let last = scope.match.parts.last?.range.lowerBound ?? 0
    let end = field.store.firstIndex(startingAt: last, in: before)
    for index in (max(before.indices.lowerBound, end - mostCues)..<end).reversed() {
      let cue = field[index].range
      if scope.actsForward(cue, in: &field) { return cue }
    }
    let first = scope.match.parts.first?.range.upperBound ?? 0
    let start = field.store.firstIndex(startingAt: first, in: after)
    for index in start..<min(after.indices.upperBound, start + mostCues) {
      let cue = field[index].range
      if scope.actsBackward(cue, in: &field) { return cue }
    }
    return nil
  }
}
