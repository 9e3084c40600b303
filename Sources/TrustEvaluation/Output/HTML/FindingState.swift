internal import TrustEngine
internal import TrustRules

/// What a finding is worth, in a case.
enum FindingState {
  case right
  case wrong
  /// It counts, in a post that nobody read.
  case alarm
  case weak
  case experimental

  init(_ finding: Finding, of found: Evaluation.Case, threshold: Double) {
    if finding.status == .experimental {
      self = .experimental
    } else if !finding.isFlag(atLeast: threshold) {
      self = .weak
    } else if found.screened.post.verdict == nil {
      self = .alarm
    } else {
      self = found.screened.isRight(finding) ? .right : .wrong
    }
  }

  /// The class of its underline.
  var css: String {
    switch self {
    case .right: "right"
    case .wrong, .alarm: "wrong"
    case .weak, .experimental: "idle"
    }
  }
}

extension FindingState {
  var words: Localized {
    switch self {
    case .right: EvaluationWording.isRight
    case .wrong: EvaluationWording.isWrong
    case .alarm: EvaluationWording.isAlarm
    case .weak: EvaluationWording.isWeak
    case .experimental: EvaluationWording.isExperimental
    }
  }

  /// The colour of its badge.
  var tone: String {
    switch self {
    case .right: "good"
    case .wrong, .alarm: "bad"
    case .weak, .experimental: ""
    }
  }
}
