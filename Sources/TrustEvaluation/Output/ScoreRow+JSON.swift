internal import TrustReport
internal import TrustRules

extension Evaluation.ScoreRow {
  var jsonValue: JSON {
    [
      "category": .optional(category?.name),
      "labelled": .integer(flagging.labelled),
      "flagging": flagging.jsonValue,
      "scoring": scoring.jsonValue,
      "basis": .string(basis.rawValue),
      "calibrationError": .optional(reliability.calibrationError),
      "brier": .optional(reliability.brier),
      "bins": .list(reliability.bins) {
        [
          "scores": [.number($0.scores.lowerBound), .number($0.scores.upperBound)],
          "posts": .integer($0.posts),
          "labelled": .integer($0.labelled),
          "mean": .number($0.mean),
          "observed": $0.observed?.jsonValue ?? .null,
        ]
      },
    ]
  }
}

extension ThresholdCurve {
  /// The points, the highest threshold first.
  fileprivate var jsonValue: JSON {
    .list(points) {
      [
        "threshold": .number($0.threshold),
        "predicted": .integer($0.counts.predicted),
        "right": .integer($0.counts.right),
        "precision": .optional($0.counts.precision),
        "recall": .optional($0.counts.recall),
        "f1": .optional($0.counts.f1),
      ]
    }
  }
}
