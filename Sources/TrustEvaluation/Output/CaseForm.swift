internal import TrustEngine
internal import TrustReport
internal import TrustRules
internal import TrustText

/// How cases are written as JSON.
struct CaseForm {
  /// How many of each list are written at most.
  var limit: Int
  /// Whether posts are quoted.
  var includesText: Bool

  func list(_ cases: [Evaluation.Case], threshold: Double) -> JSON {
    .list(cases.prefix(limit)) { json($0, threshold: threshold) }
  }

  private func json(_ found: Evaluation.Case, threshold: Double) -> JSON {
    let post = found.screened.post
    return [
      "id": .string(post.id),
      "language": .string(post.language),
      "source": post.source.map { .string($0) },
      "verdict": .optional(post.verdict?.rawValue),
      "stance": .optional(post.stance?.rawValue),
      "flagged": .bool(found.isFlagged),
      "text": includesText ? .string(post.text) : nil,
      "labels": .list(post.labels) { label in
        [
          "category": .string(label.category.name),
          "kind": .string(label.kind),
          "scalars": Self.json(label.scalars),
          "text": words(label.scalars, of: post),
          "found": .bool(!found.missed.contains(label)),
          "missedBecause": found.missed.contains(label)
            ? .string(found.reason(for: label).rawValue) : nil,
        ]
      },
      "findings": .list(found.screened.report.findings) { finding in
        json(finding, of: post).followed(by: [
          "counts": .bool(finding.isFlag(atLeast: threshold)),
          "right": .bool(found.screened.isRight(finding)),
        ])
      },
      "suppressed": .list(found.screened.report.suppressed) { suppressed in
        json(suppressed.finding, of: post).followed(by: [
          "by": .string(suppressed.by),
          "cue": suppressed.cue.map { cue in
            ["scalars": Self.json(cue.scalars), "text": words(cue.scalars, of: post)]
          } ?? .null,
        ])
      },
    ]
  }

  private func json(_ finding: Finding, of post: LabelledPost) -> JSON {
    [
      "rule": .string(finding.rule.description),
      "category": .string(finding.category.name),
      "kind": .string(finding.kind),
      "status": .string(finding.status.rawValue),
      "confidence": .number(finding.confidence),
      "scalars": Self.json(finding.span.scalars),
      "text": words(finding.span.scalars, of: post),
    ]
  }

  private func words(_ scalars: Range<Int>, of post: LabelledPost) -> JSON? {
    includesText ? .string(post.excerpt(scalars)) : nil
  }

  private static func json(_ range: Range<Int>) -> JSON {
    [.integer(range.lowerBound), .integer(range.upperBound)]
  }
}
