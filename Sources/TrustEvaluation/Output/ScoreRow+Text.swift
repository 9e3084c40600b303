internal import TrustRules

extension Evaluation.Group {
  /// What scores are worth; nothing if they were not looked at, else ends in a line break.
  func scoreSection(_ form: TextForm) -> String {
    guard !scores.isEmpty, judged > 0 else { return "" }
    var text = "  Scores of categories against what readers labelled:\n"
    text += summary.lines(indent: 4)
    guard form.isVerbose else { return text }
    text += "  Precision, recall, F1 by the least confidence that flags:\n"
    text += Self.table(scores, \.flagging).lines(indent: 4)
    text += "  Precision, recall, F1 by the least score of the category:\n"
    text += Self.table(scores, \.scoring).lines(indent: 4)
    return text + "  Reliability of scores:\n" + binTable.lines(indent: 4)
  }

  private var summary: TextTable {
    var table = TextTable([
      ("category", .left), ("scores are", .left), ("calibration error", .right), ("Brier", .right),
    ])
    for row in scores {
      table.add([
        row.name, row.basis.rawValue, Self.number(row.reliability.calibrationError),
        Self.number(row.reliability.brier),
      ])
    }
    return table
  }

  private static func table(
    _ scores: [Evaluation.ScoreRow],
    _ curve: KeyPath<Evaluation.ScoreRow, ThresholdCurve>
  ) -> TextTable {
    var table = TextTable([("from", .left)] + scores.map { ($0.name, .left) })
    for row in ThresholdRow.rows(of: scores.map { $0[keyPath: curve] }) {
      table.add(
        [row.name]
          + row.counts.map {
            [$0.precision, $0.recall, $0.f1].map(number).joined(separator: " ")
          }
      )
    }
    return table
  }

  private var binTable: TextTable {
    var table = TextTable([
      ("category", .left), ("scores", .left), ("posts", .right), ("mean", .right),
      ("labelled (Jeffreys 95 %)", .left),
    ])
    for row in scores {
      for (index, bin) in row.reliability.bins.enumerated() {
        let scores = [bin.scores.lowerBound, bin.scores.upperBound].map { Self.number($0) }
        table.add([
          index == 0 ? row.name : "",
          scores[0] == scores[1] ? scores[0] : scores.joined(separator: "–"),
          String(bin.posts), Self.number(bin.mean), bin.observed.text,
        ])
      }
    }
    return table
  }

  private static func number(_ value: Double?) -> String {
    value.map { Estimate.fixed($0, decimals: 3) } ?? "–"
  }
}

extension Evaluation.ScoreRow {
  /// The category's name, or `any`.
  fileprivate var name: String { category?.name ?? "any" }
}
