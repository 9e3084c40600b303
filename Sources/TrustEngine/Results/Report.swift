public import TrustRules
internal import TrustText

/// What was found in one post, and whether all of it was looked at.
public struct Report: Sendable, Hashable {
  /// The post's id.
  public var id: String?
  /// What was found, by place, then rule.
  public var findings: [Finding]
  /// What was found and explained away, by place, then rule.
  public var suppressed: [Suppressed]
  /// The scores of the categories that have findings, and of those that are calibrated for the
  /// post's language.
  public var categories: [Category: CategoryScore]
  /// Whether everything was screened.
  public var completeness: Completeness
  /// What it was screened with.
  public var identity: Identity

  /// Makes a report of what was found elsewhere, or earlier.
  package init(
    id: String?,
    findings: [Finding],
    suppressed: [Suppressed],
    categories: [Category: CategoryScore],
    completeness: Completeness,
    identity: Identity
  ) {
    self.id = id
    self.findings = findings
    self.suppressed = suppressed
    self.categories = categories
    self.completeness = completeness
    self.identity = identity
  }

  /// The category with the highest score among those with findings; of equals, the one that would
  /// hurt a reader more.
  public var top: Category? {
    categories.lazy.filter { !$0.value.findings.isEmpty }
      .max { a, b in (a.value.score, b.key) < (b.value.score, a.key) }?.key
  }

  /// Whether the whole post was screened and nothing found.
  public var isClean: Bool { findings.isEmpty && completeness == .complete }

  /// Whether a finding is at least as likely right as `threshold`; in any category, or in one.
  public func isFlagged(in category: Category? = nil, atLeast threshold: Double = 0.5) -> Bool {
    findings.contains {
      $0.isFlag(atLeast: threshold) && (category == nil || $0.category == category)
    }
  }
}

/// How likely it is that a post violates guidance in one category, and how bad it would be.
public struct CategoryScore: Sendable, Hashable {
  /// The probability by the rules' own confidence, 0 to 0.99; an ordering until calibrated.
  public var score: Double
  /// The probability by labelled posts, where violations are as frequent as `baseRate` says; `nil`
  /// without a calibration for the category and the post's language.
  public var calibrated: Double?
  /// The share of violations that `calibrated` takes for granted: that of the labelled posts.
  public var baseRate: Double?
  /// The worst severity of the category's findings, never mixed into the score; `nil` without any.
  public var severity: Severity?
  /// The indices of the category's findings in the report.
  public var findings: [Int]

  /// Makes a score.
  package init(
    score: Double,
    calibrated: Double? = nil,
    baseRate: Double? = nil,
    severity: Severity? = nil,
    findings: [Int] = []
  ) {
    self.score = score
    self.calibrated = calibrated
    self.baseRate = baseRate
    self.severity = severity
    self.findings = findings
  }

  /// The calibrated probability where another share of posts violates guidance, as in a feed, which
  /// is poorer in violations than a labelled set; as it stands without `rate`.
  public func calibrated(atBaseRate rate: Double?) -> Double? {
    guard let calibrated, let baseRate, let rate else { return calibrated }
    return LogOdds.shift(calibrated, from: baseRate, to: rate)
  }
}

/// Whether a post was screened whole.
public enum Completeness: Sendable, Hashable {
  /// All of it was screened.
  case complete
  /// Something could not be screened, or was repaired first.
  case partial([Notice])

  /// What went wrong; empty if nothing did.
  public var notices: [Notice] {
    if case .partial(let notices) = self { notices } else { [] }
  }
}

/// Something that went wrong while a post was screened.
public struct Notice: Sendable, Hashable {
  /// `invalid-utf8`, `truncated`, `hit-cap`, `deadline` or `segmenter`.
  public var code: String
  /// The same in words.
  public var detail: String

  /// Makes a notice.
  public init(code: String, detail: String) {
    self.code = code
    self.detail = detail
  }
}
