import TrustRules
import TrustText

/// Turns the outcomes of one field into findings: places in the original text, words, sources.
struct FindingWriter {
  private let rules: Rulebook
  private let bytes: [UInt8]
  private let field: String
  private var converter: OffsetConverter
  /// The boundaries of user-perceived characters, in bytes, once they had to be asked for.
  private var characters: [Int32]?
  private var fingerprints = Fingerprints()

  /// Makes a writer for the field `field`, whose original is `bytes`.
  init(rules: Rulebook, bytes: borrowing Span<UInt8>, field: String) {
    self.rules = rules
    self.field = field
    // SAFETY: the bytes are only copied, inside the closure.
    self.bytes = unsafe bytes.withUnsafeBufferPointer { unsafe Array($0) }
    converter = OffsetConverter(self.bytes)
  }

  /// The finding that an outcome amounts to.
  mutating func finding(_ outcome: Outcome, in matcher: inout FieldMatcher) -> Finding {
    let match = outcome.match
    let rules = rules.ruleset.rules
    let number = match.rule
    let replacement = rules[number].replacement(of: match.pattern)
    let range = matcher.text.bytes(of: match.range)
    let span = span(range, &matcher.segmenters)
    let evidence = evidence(outcome, in: &matcher)
    let messages = self.rules.messages(of: number)
    /// What stands for a name in a message; a name that nothing was found for is the whole match.
    func word(_ name: String) -> String {
      if name == "suggestion", let replacement { return replacement }
      let part =
        name == "match" || name == "suggestion" ? nil : self.part(named: name, of: match)
      return original(part.map { matcher.text.bytes(of: $0.range) } ?? range)
    }
    return Finding(
      rule: rules[number].id,
      category: rules[number].category,
      kind: rules[number].kind,
      severity: rules[number].severity,
      status: rules[number].status,
      confidence: Scoring.confidence(
        rules[number].confidence,
        isSoftened: !outcome.judgement.softening.isEmpty,
        match.disguises(in: matcher.text)
      ),
      span: span,
      field: field,
      evidence: evidence,
      softenedBy: outcome.judgement.softening.map(\.name),
      message: messages.message(word),
      suggestion: messages.suggestion(word)
        ?? replacement.map { Localized(zh: "可改为“\($0)”。", en: "Prefer “\($0)”.") },
      replacement: replacement,
      guidance: rules[number].citations,
      fingerprint: fingerprints.fingerprint(of: match, rules[number].id, in: &matcher)
    )
  }

  /// What a context explained away.
  mutating func suppressed(
    _ outcome: Outcome,
    by verdict: Judgement.Verdict,
    in matcher: inout FieldMatcher
  ) -> Suppressed {
    let finding = finding(outcome, in: &matcher)
    let cue = verdict.cue.map { span(matcher.text.bytes(of: $0), &matcher.segmenters) }
    return Suppressed(finding: finding, by: verdict.name, cue: cue)
  }

  // MARK: - Places and words

  /// A range of bytes, widened to whole user-perceived characters.
  private mutating func span(
    _ range: Range<Int>,
    _ segmenters: inout SegmenterSet
  ) -> TextSpan {
    var (start, end) = (range.lowerBound, range.upperBound)
    if !CharacterEdges.isEdge(bytes.span, at: start) {
      let boundaries = findCharacters(&segmenters)
      start = Self.boundary(in: boundaries, atOrBefore: start)
    }
    if !CharacterEdges.isEdge(bytes.span, at: end) {
      let boundaries = findCharacters(&segmenters)
      end = Self.boundary(in: boundaries, atOrAfter: end)
    }
    return converter.span(start..<end)
  }

  private mutating func findCharacters(_ segmenters: inout SegmenterSet) -> [Int32] {
    if let characters { return characters }
    let found = (try? segmenters.characters(bytes.span)) ?? []
    characters = found
    return found
  }

  private static func boundary(in boundaries: [Int32], atOrBefore byte: Int) -> Int {
    var (low, high) = (0, boundaries.count)
    while low < high {
      let middle = (low + high) / 2
      if Int(boundaries[middle]) <= byte { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? Int(boundaries[low - 1]) : byte
  }

  private static func boundary(in boundaries: [Int32], atOrAfter byte: Int) -> Int {
    let before = boundary(in: boundaries, atOrBefore: byte)
    guard before < byte else { return byte }
    return boundaries.first { Int($0) >= byte }.map(Int.init) ?? byte
  }

  private func original(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  private func part(named name: String, of match: Match) -> Occurrence.Part? {
    func isNamed(_ part: Occurrence.Part) -> Bool {
      !part.range.isEmpty && part.name.map { rules.ruleset.names[Int($0)] == name } ?? false
    }
    return match.parts.first(where: isNamed) ?? match.company.first(where: isNamed)
  }

  // MARK: - Evidence

  /// Words that a finding rests on, before they are put into a report's terms.
  private struct Clue {
    var range: Range<Int>
    var name: Int32?
    var role: Evidence.Role
    /// What its words were disguised by; `nil` for cues, of which foldings are not told.
    var disguises: Disguises?
  }

  private mutating func evidence(
    _ outcome: Outcome,
    in matcher: inout FieldMatcher
  ) -> [Evidence] {
    var clues: [Clue] = []
    clues.reserveCapacity(outcome.match.parts.count + outcome.match.company.count)
    for part in outcome.match.parts where !part.range.isEmpty {
      clues.append(Clue(range: part.range, name: part.name, role: .find, disguises: part.disguises))
    }
    for part in outcome.match.company where !part.range.isEmpty {
      clues.append(Clue(range: part.range, name: part.name, role: .with, disguises: part.disguises))
    }
    for verdict in outcome.judgement.softening {
      guard let cue = verdict.cue, !cue.isEmpty else { continue }
      clues.append(Clue(range: cue, role: .context(verdict.name)))
    }
    clues.sort { $0.range.lowerBound < $1.range.lowerBound }
    var evidence: [Evidence] = []
    evidence.reserveCapacity(clues.count)
    for clue in clues {
      evidence.append(
        Evidence(
          role: clue.role,
          span: span(matcher.text.bytes(of: clue.range), &matcher.segmenters),
          lexicon: clue.name.map { rules.ruleset.names[Int($0)] },
          folds: clue.disguises.map { folds(in: clue.range, $0, of: matcher.text) } ?? []
        )
      )
    }
    return evidence
  }

  private func folds(
    in range: Range<Int>,
    _ disguises: Disguises,
    of text: borrowing FoldedText
  ) -> [String] {
    var folds = text.folds(in: range, of: bytes.span)
    if text.isJoined(range) { folds.append("separators") }
    return folds + disguises.names
  }
}
