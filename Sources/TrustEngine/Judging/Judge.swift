import TrustRules
import TrustText

/// Decides what the surroundings of a match make of it.
///
/// The model is ConText's (Harkema et al., 2009): a cue acts on one side of it, up to the end of
/// its reach or to a word that stops it, unless it is part of a longer phrase that is no cue.
struct Judge {
  /// How many cues on one side of a match are looked at; they are taken from the nearest on.
  private static let mostCues = 128

  let ruleset: Ruleset

  /// Judges a match by its rule's `unless` and `soften`.
  ///
  /// - Complexity: O(conditions × cues in reach).
  func judge(
    _ match: Match,
    in field: inout FieldMatcher,
    using segmenters: inout SegmenterSet
  ) -> Judgement {
    let rule = ruleset.rules[match.rule]
    var judgement = Judgement()
    for condition in rule.conditions {
      guard let held = holds(condition, for: match, in: &field, using: &segmenters) else {
        continue
      }
      if held.mayDrop {
        judgement.suppression = held.verdict
        return judgement
      }
      judgement.softening.append(held.verdict)
    }
    for use in rule.soften {
      if let held = holds(use, for: match, in: &field, using: &segmenters) {
        judgement.softening.append(held.verdict)
      }
    }
    return judgement
  }

  /// A verdict, and whether its context may take a finding away.
  typealias Held = (verdict: Judgement.Verdict, mayDrop: Bool)

  func holds(
    _ condition: CompiledCondition,
    for match: Match,
    in field: inout FieldMatcher,
    using segmenters: inout SegmenterSet
  ) -> Held? {
    switch condition {
    case .context(let use):
      return holds(use, for: match, in: &field, using: &segmenters)
    case .inside(let element):
      let phrase = field.phrases(of: element, using: &segmenters).first { phrase in
        match.parts.contains { part in
          phrase.start <= part.range.lowerBound && part.range.upperBound <= phrase.end
            && phrase.range.count > part.range.count
        }
      }
      return phrase.map { (.init(name: "inside", cue: $0.range), true) }
    case .near(let element, let unit):
      let reach = field.segmentation.range(of: unit, around: match.range)
      let places = field.phrases(of: element, using: &segmenters)
      let phrase = places[places.firstIndex(startingAt: reach.lowerBound)...]
        .prefix { $0.start < reach.upperBound }
        .first { $0.end <= reach.upperBound && !$0.overlaps(match.occurrence) }
      return phrase.map { (.init(name: "near", cue: $0.range), true) }
    case .between(let element):
      let phrase = field.phrases(of: element, using: &segmenters).first { phrase in
        phrase.start >= match.range.lowerBound && phrase.end <= match.range.upperBound
          && !match.parts.contains { $0.range.overlaps(phrase.range) }
      }
      return phrase.map { (.init(name: "between", cue: $0.range), true) }
    }
  }

  /// The first member of a context or group that holds; of several, one that may drop.
  func holds(
    _ use: ContextUse,
    for match: Match,
    in field: inout FieldMatcher,
    using segmenters: inout SegmenterSet
  ) -> Held? {
    var softer: Held?
    for member in use.members {
      let context = ruleset.contexts[member]
      guard let verdict = holds(context, for: match, in: &field, using: &segmenters) else {
        continue
      }
      if context.mayDrop { return (verdict, true) }
      softer = softer ?? (verdict, false)
    }
    return softer
  }

  // MARK: - One context

  private func holds(
    _ context: CompiledContext,
    for match: Match,
    in field: inout FieldMatcher,
    using segmenters: inout SegmenterSet
  ) -> Judgement.Verdict? {
    guard isPlaced(match, context.hitIn, field.segmentation) else { return nil }
    let verdict: Judgement.Verdict
    if context.before == nil, context.after == nil {
      verdict = .init(name: context.name, cue: nil)
    } else {
      guard let cue = cue(of: context, for: match, in: &field, using: &segmenters) else {
        return nil
      }
      verdict = .init(name: context.name, cue: cue)
    }
    guard let cancel = context.cancel else { return verdict }
    let passage = field.segmentation.range(of: context.cancelUnit, around: match.range)
    let isCancelled = field.phrases(of: cancel, using: &segmenters).contains {
      $0.start >= passage.lowerBound && $0.end <= passage.upperBound
    }
    return isCancelled ? nil : verdict
  }

  private func isPlaced(
    _ match: Match,
    _ places: [ContextRule.HitPlace],
    _ segmentation: Segmentation
  ) -> Bool {
    places.allSatisfy { place in
      switch place {
      case .question: segmentation.isQuestion(segmentation.sentence(of: match.range.upperBound - 1))
      case .quotation: Segmentation.contains(segmentation.quotations, match.range)
      case .repost: segmentation.voice(of: match.range.lowerBound) > 0
      }
    }
  }

  /// The cue nearest to the match that acts on it, if there are as many as the context requires.
  private func cue(
    of context: CompiledContext,
    for match: Match,
    in field: inout FieldMatcher,
    using segmenters: inout SegmenterSet
  ) -> Range<Int>? {
    let before = context.before.map { field.phrases(of: $0, using: &segmenters) } ?? []
    let after = context.after.map { field.phrases(of: $0, using: &segmenters) } ?? []
    let scope = CueScope(
      context: context,
      match: match,
      segmentation: field.segmentation,
      stops: context.stops.map { field.phrases(of: $0, using: &segmenters) } ?? [],
      notCues: context.notCues.map { field.phrases(of: $0, using: &segmenters) } ?? []
    )
    // A cue between the parts counts, so that the last part bounds those before.
    let end = before.firstIndex(startingAt: match.parts.last?.range.lowerBound ?? 0)
    let start = after.firstIndex(startingAt: match.parts.first?.range.upperBound ?? 0)
    let acting =
      before[max(0, end - Self.mostCues)..<end].last { scope.actsForward($0.range) }
      ?? after[start..<min(after.count, start + Self.mostCues)].first {
        scope.actsBackward($0.range)
      }
    guard let acting else { return nil }
    guard context.atLeast > 1 else { return acting.range }
    // Of nested cues the longest counts, and each wording once.
    var wordings: Set<String> = []
    var reached = -1
    for cue in (before + after).inOrder(longestFirst: true)
    where cue.end > reached && scope.isInReach(cue.range) && scope.counts(cue.range) {
      reached = cue.end
      wordings.insert(field.text.string(cue.range))
    }
    return wordings.count >= context.atLeast ? acting.range : nil
  }
}
