public import TrustEngine
internal import TrustRules

extension Evaluation {
  /// What touched a label's words and still did not find it.
  public enum NearMiss: Sendable, Hashable {
    /// A rule matched, and a context explained the match away.
    case suppressed(Suppressed)
    /// A finding below the threshold.
    case weak(Finding)
    /// A finding of an experimental rule, which counts for nothing.
    case experimental(Finding)
    /// A finding that counts, in another category.
    case otherCategory(Finding)
  }

  /// Why a label was missed: by what came nearest to finding it.
  public enum MissReason: String, Sendable, CaseIterable {
    /// A context explained the match away.
    case suppressed
    /// A finding of its category was below the threshold.
    case weak
    /// A finding of its category was an experimental rule's.
    case experimental
    /// Its words were found, as something else.
    case otherCategory = "other-category"
    /// No rule matched.
    case unmatched
  }

  /// How many labels were missed for one reason.
  public struct MissCount: Sendable, Hashable {
    /// The reason.
    public var reason: MissReason
    /// The labels.
    public var labels: Int
  }

  /// The reasons that occur, in the order of `MissReason`.
  static func missCounts(of cases: [Case]) -> [MissCount] {
    let reasons = cases.flatMap { found in found.missed.map { found.reason(for: $0) } }
    return MissReason.allCases.map { reason in
      MissCount(reason: reason, labels: reasons.count { $0 == reason })
    }.filter { $0.labels > 0 }
  }
}

extension Evaluation.Case {
  /// What touched a label that was missed; nothing if no rule matched there.
  public func nearMisses(of label: LabelledPost.Label) -> [Evaluation.NearMiss] {
    let report = screened.report
    let excused = report.suppressed.filter { ScreenedPost.touch($0.finding, label) }
    let findings = report.findings.filter { ScreenedPost.touch($0, label) }
    return excused.map { .suppressed($0) }
      + findings.map { finding in
        if finding.category != label.category { return .otherCategory(finding) }
        return finding.status == .experimental ? .experimental(finding) : .weak(finding)
      }
  }

  /// Why a label was missed.
  public func reason(for label: LabelledPost.Label) -> Evaluation.MissReason {
    let reasons = Set(nearMisses(of: label).map(\.reason))
    return Evaluation.MissReason.allCases.first { reasons.contains($0) } ?? .unmatched
  }
}

extension Evaluation.NearMiss {
  /// What it is as a reason.
  public var reason: Evaluation.MissReason {
    switch self {
    case .suppressed: .suppressed
    case .weak: .weak
    case .experimental: .experimental
    case .otherCategory: .otherCategory
    }
  }
}
