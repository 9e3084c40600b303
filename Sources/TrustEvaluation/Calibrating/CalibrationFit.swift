public import TrustEngine
internal import TrustRules

/// A calibration, and what somebody should know before using it.
public struct CalibrationFit: Sendable {
  /// The calibration, with the digest of its JSON.
  public let calibration: Calibration
  /// Posts that no reader could judge, or that nobody read.
  public let leftOut: Int
  /// Groups of near-duplicates among the posts that count; a post without any is one.
  public let groups: Int
  /// Posts that count and are in no language of ours: no curve is fitted to them.
  public let withoutLanguage: Int
  let rules: [Rule]

  init(
    _ calibration: Calibration,
    rules: [Rule],
    posts: [LabelledPost],
    groups: Int,
    withoutLanguage: Int
  ) {
    self.calibration = calibration.sealed
    self.rules = rules
    self.groups = groups
    self.withoutLanguage = withoutLanguage
    leftOut = posts.count { !$0.isJudged }
  }
}

// MARK: - Text

extension CalibrationFit {
  /// Tables for a terminal, with a line break at the end.
  public func text() -> String {
    var sections = [heading, scaleSection]
    if !obstacles.isEmpty { sections.append("Not calibrated, and why:\n" + obstacles) }
    return (sections + [ruleSection]).joined(separator: "\n")
  }

  private var heading: String {
    var text =
      "\(calibration.data.name): \(calibration.data.posts) posts judged, in \(groups) groups "
    text += "of near-duplicates"
    if leftOut > 0 { text += "; \(leftOut) uncheckable or unlabelled left out" }
    if withoutLanguage > 0 { text += "; \(withoutLanguage) neither Chinese nor English" }
    return text + "\n"
  }

  private var scaleSection: String {
    var table = TextTable([
      ("category", .left), ("language", .left), ("posts", .right), ("violating", .right),
      ("silent", .right), ("missed", .right), ("curve", .left), ("Brier", .left),
      ("calibration error", .left),
    ])
    for scale in calibration.scales {
      table.add([
        scale.category.name, scale.language.rawValue, String(scale.posts),
        String(scale.violating), String(scale.silent), String(scale.missed), scale.curve.text,
        Self.change(scale, \.brier), Self.change(scale, \.calibrationError),
      ])
    }
    return "Scores, and how far they are off on posts held out (raw → calibrated):\n"
      + table.lines(indent: 2)
  }

  private static func change(
    _ scale: Calibration.Scale,
    _ error: (Calibration.Scale.HeldOut) -> Double
  ) -> String {
    guard let before = scale.before, let after = scale.after else { return "–" }
    return Estimate.fixed(error(before), decimals: 3) + " → "
      + Estimate.fixed(error(after), decimals: 3)
  }

  private var obstacles: String {
    calibration.scales.compactMap { scale in
      ScaleFit.obstacle(to: scale).map {
        "  \(scale.category.name) in \(scale.language.rawValue): \($0)\n"
      }
    }.joined()
  }

  private var ruleSection: String {
    var table = TextTable([
      ("rule", .left), ("hits", .right), ("right", .right), ("guess", .right),
      ("with evidence", .right),
    ])
    for (rule, evidence) in calibration.rules.sorted(by: { $0.key < $1.key }) {
      guard let guess = rules.first(where: { $0.id == rule })?.confidence else { continue }
      table.add([
        rule.description, String(evidence.hits), String(evidence.right),
        Estimate.fixed(guess, decimals: 3),
        Estimate.fixed(evidence.confidence(guess: guess), decimals: 3),
      ])
    }
    let silent = rules.count - calibration.rules.count
    guard !calibration.rules.isEmpty else { return "Rules: none found anything\n" }
    return "Rules with labelled hits (\(calibration.rules.count); \(silent) without any):\n"
      + table.lines(indent: 2)
  }
}

extension Calibration.Curve? {
  fileprivate var text: String {
    switch self {
    case nil: "none"
    case .platt: "Platt"
    case .isotonic(let knots): "isotonic, \(knots.count) knots"
    }
  }
}
