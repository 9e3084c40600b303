public import TrustDisguise
public import TrustEngine
internal import TrustRules
internal import TrustText

/// What becomes of findings when the words they rest on are disguised in one way.
///
/// Posts are added one by one; nothing of them is kept.
public struct DisguiseCheck: Sendable, Hashable {
  /// The way.
  public let kind: DisguiseKind
  /// Findings of plain posts whose words could be disguised so.
  public private(set) var findings = 0
  /// Those that a disguised copy still has: by the same rule, or in the same category at the same
  /// place.
  public private(set) var kept = 0
  /// Posts without a label, of which a disguised copy was made.
  public private(set) var quiet = 0
  /// Those that are flagged in disguise and were not before.
  public private(set) var alarms = 0

  private let seed: UInt64

  /// A check of one way to disguise.
  public init(_ kind: DisguiseKind, seed: UInt64 = 1) {
    self.kind = kind
    self.seed = seed
  }

  /// The share of findings that are kept; 1 if there are none.
  public var share: Double { findings == 0 ? 1 : Double(kept) / Double(findings) }

  /// Screens disguised copies of a post: one for each of its findings, and one with a few words
  /// disguised if nobody labelled anything in it.
  public mutating func add(
    _ screened: ScreenedPost,
    by screener: Screener,
    using scratch: inout Screener.Scratch
  ) {
    for finding in screened.report.findings where finding.field == LabelledPost.field {
      add(finding, of: screened.post, by: screener, using: &scratch)
    }
    if screened.post.labels.isEmpty, !screened.report.isFlagged(atLeast: 0.5) {
      addQuiet(screened.post, by: screener, using: &scratch)
    }
  }

  private mutating func add(
    _ finding: Finding,
    of post: LabelledPost,
    by screener: Screener,
    using scratch: inout Screener.Scratch
  ) {
    let words = words(of: finding, in: post.text)
    var disguiser = Disguiser(kind, seed: seed &+ UInt64(findings))
    let copy = DisguisedText(post.text, at: words, by: &disguiser)
    guard copy.isChanged else { return }
    findings += 1
    let report = screener.screen(Post(id: post.id, text: copy.text), using: &scratch)
    let place = copy.range(of: finding.span.scalars)
    let isKept = report.findings.contains {
      $0.rule == finding.rule
        || ($0.category == finding.category && $0.span.scalars.overlaps(place))
    }
    if isKept { kept += 1 }
  }

  /// The words to disguise: all that a finding rests on; of the kinds that need company, the one
  /// that is longest.
  private func words(of finding: Finding, in text: String) -> [Range<Int>] {
    let parts = finding.evidence.filter { $0.role == .find || $0.role == .with }
      .map(\.span.scalars).sorted { $0.lowerBound < $1.lowerBound }
    guard kind.isOptional else { return parts }
    let scalars = Array(text.unicodeScalars)
    let fitting = parts.filter { range in
      var disguiser = Disguiser(kind, seed: seed)
      var words = String.UnicodeScalarView()
      words.append(contentsOf: scalars[range])
      return disguiser.disguise(String(words)) != nil
    }
    return fitting.max { $0.count < $1.count }.map { [$0] } ?? []
  }

  private mutating func addQuiet(
    _ post: LabelledPost,
    by screener: Screener,
    using scratch: inout Screener.Scratch
  ) {
    var disguiser = Disguiser(kind, seed: seed &+ UInt64(quiet))
    let copy = DisguisedText(post.text, at: Self.someWords(of: post.text), by: &disguiser)
    guard copy.isChanged else { return }
    quiet += 1
    let report = screener.screen(Post(id: post.id, text: copy.text), using: &scratch)
    if report.isFlagged(atLeast: 0.5) { alarms += 1 }
  }

  /// Every other stretch of two characters or one word.
  private static func someWords(of text: String) -> [Range<Int>] {
    var words: [Range<Int>] = []
    let classes = text.unicodeScalars.map {
      ScalarClass($0.properties.isUppercase ? $0.value | 0x20 : $0.value)
    }
    var index = 0
    while index < classes.count {
      var end = index + 1
      let isHan = classes[index] == .han
      while end < classes.count, classes[end] == classes[index], !isHan || end - index < 2 {
        end += 1
      }
      if classes[index] != .other { words.append(index..<end) }
      index = end
    }
    return words.enumerated().filter { $0.offset % 2 == 0 }.map(\.element)
  }
}
