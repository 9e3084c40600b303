public import TrustRules

/// What was found in one post, and whether all of it was looked at.
public struct Report: Sendable, Hashable {
  /// The post's id.
  public var id: String?
  /// What was found, by place, then rule.
  public var findings: [Finding]
  /// What was found and explained away, by place, then rule.
  public var suppressed: [Suppressed]
  /// The scores of the categories that have findings.
  public var categories: [Category: CategoryScore]
  /// Whether everything was screened.
  public var completeness: Completeness
  /// What it was screened with.
  public var identity: Identity

  /// The category with the highest score; of equals, the one that would hurt a reader more.
  public var top: Category? {
    categories.max { a, b in (a.value.score, b.key) < (b.value.score, a.key) }?.key
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

/// How likely it is that a post has a finding of one category, and how bad it would be.
public struct CategoryScore: Sendable, Hashable {
  /// The probability by the rules' own confidence, 0 to 0.99; an ordering until calibrated.
  public var score: Double
  /// The probability by labelled posts, if a calibration was given.
  public var calibrated: Double?
  /// The worst severity of the category's findings; never mixed into the score.
  public var severity: Severity
  /// The indices of the category's findings in the report.
  public var findings: [Int]
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

/// Everything a report depends on but the text.
public struct Identity: Sendable, Hashable {
  /// The engine and its version.
  public var engine: String
  /// `id@version+sha256:digest` of each pack, in order.
  public var packs: [String]
  /// The version of the Unicode data that folds the text.
  public var unicode: String
  /// The version of the ICU that segments it.
  public var icu: String
  /// The calibration's digest, if there is one.
  public var calibration: String?
}
