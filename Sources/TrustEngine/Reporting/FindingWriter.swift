import TrustRules
import TrustText

/// Turns the outcomes of one field into findings: places in the original text, words, sources.
struct FindingWriter {
  private let ruleset: Ruleset
  private let matcher: FieldMatcher
  private let bytes: [UInt8]
  private let field: String
  private var converter: OffsetConverter
  /// The boundaries of user-perceived characters, in bytes.
  private let characters: [Int32]
  private var ordinals: [String: Int] = [:]
  private var sentenceHashes: [Range<Int>: String] = [:]

  init(
    ruleset: Ruleset,
    matcher: FieldMatcher,
    bytes: borrowing Span<UInt8>,
    field: String,
    using segmenters: inout SegmenterSet
  ) {
    self.ruleset = ruleset
    self.matcher = matcher
    self.field = field
    var copy: [UInt8] = []
    copy.reserveCapacity(bytes.count)
    for index in bytes.indices { copy.append(bytes[index]) }
    self.bytes = copy
    converter = OffsetConverter(copy)
    characters = (try? segmenters.characters(bytes)) ?? []
  }

  private var text: FoldedText { matcher.text }

  /// The sentence of a match.
  func sentence(of outcome: Outcome) -> Int {
    matcher.segmentation.sentence(of: outcome.match.range.lowerBound)
  }

  /// The finding that an outcome amounts to.
  mutating func finding(_ outcome: Outcome) -> Finding {
    let match = outcome.match
    let compiled = ruleset.rules[match.rule]
    let rule = compiled.rule
    let replacement = compiled.replacement(of: match.pattern)
    let words = MessageWords(
      match: original(match.range),
      suggestion: replacement,
      parts: named(match)
    )
    return Finding(
      rule: rule.id,
      category: rule.category,
      kind: rule.kind,
      severity: rule.severity,
      status: rule.status,
      confidence: Scoring.confidence(
        of: rule,
        isSoftened: !outcome.judgement.softening.isEmpty,
        match.disguises(in: text)
      ),
      span: span(match.range),
      field: field,
      evidence: evidence(outcome),
      softenedBy: outcome.judgement.softening.map(\.name),
      message: words.fill(rule.message),
      suggestion: rule.suggestion.map(words.fill)
        ?? replacement.map { Localized(zh: "可改为“\($0)”。", en: "Prefer “\($0)”.") },
      replacement: replacement,
      guidance: compiled.citations,
      fingerprint: fingerprint(match, rule.id)
    )
  }

  /// What a context explained away.
  mutating func suppressed(_ outcome: Outcome, by verdict: Judgement.Verdict) -> Suppressed {
    Suppressed(finding: finding(outcome), by: verdict.name, cue: verdict.cue.map { span($0) })
  }

  // MARK: - Places and words

  /// A range of symbols in the original, widened to whole user-perceived characters.
  private mutating func span(_ range: Range<Int>) -> TextSpan {
    var bytes = text.bytes(of: range)
    if !characters.isEmpty {
      let start = Self.boundary(in: characters, atOrBefore: bytes.lowerBound)
      let end = Self.boundary(in: characters, atOrAfter: bytes.upperBound)
      bytes = start..<end
    }
    return converter.span(bytes)
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
    String(decoding: bytes[text.bytes(of: range)], as: UTF8.self)
  }

  private func named(_ match: Match) -> [String: String] {
    var words: [String: String] = [:]
    for part in match.parts + match.company {
      guard let name = part.name, !part.range.isEmpty else { continue }
      let key = ruleset.names[Int(name)]
      if words[key] == nil { words[key] = original(part.range) }
    }
    return words
  }

  private mutating func evidence(_ outcome: Outcome) -> [Evidence] {
    var evidence: [(range: Range<Int>, Evidence)] = []
    for (parts, role) in [
      (outcome.match.parts, Evidence.Role.find), (outcome.match.company, .with),
    ] {
      for part in parts where !part.range.isEmpty {
        let separators = text.isJoined(part.range) ? ["separators"] : []
        evidence.append(
          (
            part.range,
            Evidence(
              role: role,
              span: span(part.range),
              lexicon: part.name.map { ruleset.names[Int($0)] },
              folds: text.folds(in: part.range, of: bytes.span) + separators
                + part.disguises.names
            )
          )
        )
      }
    }
    for verdict in outcome.judgement.softening {
      guard let cue = verdict.cue, !cue.isEmpty else { continue }
      evidence.append((cue, Evidence(role: .context(verdict.name), span: span(cue))))
    }
    return evidence.sorted { $0.range.lowerBound < $1.range.lowerBound }.map(\.1)
  }

  /// A hash of rule, matched words and sentence, which stays when other parts of a post change.
  private mutating func fingerprint(_ match: Match, _ rule: Rule.ID) -> String {
    let sentence = matcher.segmentation.range(of: .sentence, around: match.range)
    let words = match.parts.map { text.string($0.range) }.joined(separator: "\u{1F}")
    let key = [rule.description, words, hash(of: sentence)].joined(separator: "\u{1E}")
    let ordinal = ordinals[key, default: 0]
    ordinals[key] = ordinal + 1
    return String(SHA256.hex(Array("\(key)\u{1E}\(ordinal)".utf8)).prefix(32))
  }

  /// The hash of a sentence, worked out once however many findings it has.
  private mutating func hash(of sentence: Range<Int>) -> String {
    if let known = sentenceHashes[sentence] { return known }
    let hash = SHA256.hex(Array(text.string(sentence).utf8))
    sentenceHashes[sentence] = hash
    return hash
  }
}
