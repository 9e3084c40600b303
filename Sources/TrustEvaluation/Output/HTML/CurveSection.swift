internal import TrustReport
internal import TrustRules

/// Precision and recall over thresholds, a chart and a table for each group.
struct CurveSection {
  let groups: [Evaluation.Group]
  let threshold: Double

  var html: String {
    let rows = groups.first?.scores ?? []
    let figures = groups.map { figure($0, \.flagging) } + groups.map { figure($0, \.scoring) }
    let key = rows.map { CategoryMark(category: $0.category).key }
    return """
      <ul class="key" role="list">\(key.joined())<li>\
      <svg viewBox="0 0 30 12" aria-hidden="true">\
      <circle class="chosen" cx="15" cy="6" r="5"/></svg>\
      \(HTMLText.both(EvaluationWording.chosen(threshold)))</li></ul>
      <div class="charts">
      \(figures.joined(separator: "\n"))
      </div>
      """
  }

  private func figure(
    _ group: Evaluation.Group,
    _ curve: KeyPath<Evaluation.ScoreRow, ThresholdCurve>
  ) -> String {
    let isFlagging = curve == \Evaluation.ScoreRow.flagging
    let frame = ChartFrame(across: EvaluationWording.recall, up: EvaluationWording.precision)
    let lines = group.scores.map { row in
      line(row[keyPath: curve], CategoryMark(category: row.category), isFlagging)
    }
    let title = isFlagging ? EvaluationWording.byConfidence : EvaluationWording.byScore
    return """
      <figure>
      <figcaption><b>\(EvaluationWording.name(of: group.scope))</b> \
      <small>\(HTMLText.both(title))</small></figcaption>
      \(frame.svg(lines.joined(separator: "\n")))
      \(table(group, curve))
      </figure>
      """
  }

  private func line(_ curve: ThresholdCurve, _ mark: CategoryMark, _ isFlagging: Bool) -> String {
    let places = curve.points.compactMap { Self.place($0.counts) }
    guard !places.isEmpty else { return "" }
    let path = places.map { "\($0.x) \($0.y)" }.joined(separator: "L")
    let shapes = places.map { mark.shape(x: $0.x, y: $0.y) }
    let chosen = isFlagging ? Self.place(curve.counts(at: threshold)) : nil
    let ring = chosen.map { "<circle class=\"chosen\" cx=\"\($0.x)\" cy=\"\($0.y)\" r=\"7\"/>" }
    return "<path class=\"curve \(mark.css)\" d=\"M\(path)\"/>\(shapes.joined())\(ring ?? "")"
  }

  private static func place(_ counts: Counts) -> (x: String, y: String)? {
    guard let precision = counts.precision, let recall = counts.recall else { return nil }
    return (ChartFrame.x(recall), ChartFrame.y(precision))
  }

  private func table(
    _ group: Evaluation.Group,
    _ curve: KeyPath<Evaluation.ScoreRow, ThresholdCurve>
  ) -> String {
    var table = PageTable([
      (EvaluationWording.category, .words), (EvaluationWording.precision, .number),
      (EvaluationWording.recall, .number), (EvaluationWording.f1, .number),
      (EvaluationWording.flagged, .number), (EvaluationWording.right, .number),
    ])
    for row in ThresholdRow.rows(of: group.scores.map { $0[keyPath: curve] }) {
      table.addHeading("\(HTMLText.both(EvaluationWording.threshold)) \(row.name)")
      for (score, counts) in zip(group.scores, row.counts) {
        table.add(
          [HTMLText.both(CategoryMark(category: score.category).name)]
            + [counts.precision, counts.recall, counts.f1].map(PageNumber.percent)
            + [String(counts.predicted), String(counts.right)]
        )
      }
    }
    return """
      <details><summary>\(HTMLText.both(EvaluationWording.everyThreshold))</summary>
      \(table.html)
      </details>
      """
  }
}
