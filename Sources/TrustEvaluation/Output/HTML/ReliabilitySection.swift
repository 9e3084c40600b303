internal import TrustReport
internal import TrustRules

/// Whether scores can be taken at their word, a diagram for each group and category.
struct ReliabilitySection {
  let groups: [Evaluation.Group]

  var html: String {
    let figures = groups.flatMap { group in
      group.scores.filter { !$0.reliability.bins.isEmpty }.map { figure($0, of: group) }
    }
    return "<div class=\"charts small\">\n\(figures.joined(separator: "\n"))\n</div>"
  }

  private func figure(_ row: Evaluation.ScoreRow, of group: Evaluation.Group) -> String {
    let frame = ChartFrame(across: EvaluationWording.meanScore, up: EvaluationWording.observed)
    let mark = CategoryMark(category: row.category)
    let posts = max(1, group.judged)
    let bins = row.reliability.bins.map { Self.drawing($0, mark, of: posts) }
    return """
      <figure>
      <figcaption><b>\(EvaluationWording.name(of: group.scope)) · \
      \(HTMLText.both(mark.name))</b> <small class="basis \(row.basis.rawValue)">\
      \(HTMLText.both(EvaluationWording.basis(row.basis)))</small></figcaption>
      \(frame.svg(Self.diagonal + bins.joined(separator: "\n")))
      <p class="figures">\(HTMLText.both(EvaluationWording.calibrationError)) \
      <b>\(PageNumber.decimal(row.reliability.calibrationError))</b> · Brier \
      <b>\(PageNumber.decimal(row.reliability.brier))</b></p>
      \(Self.table(row))
      </figure>
      """
  }

  private static let diagonal = """
    <path class="ideal" d="M\(ChartFrame.x(0)) \(ChartFrame.y(0))L\(ChartFrame.x(1)) \
    \(ChartFrame.y(1))"/>
    """

  /// A bin's interval as a line, and its share as a dot that is the larger the more posts it has.
  private static func drawing(
    _ bin: Reliability.Bin,
    _ mark: CategoryMark,
    of posts: Int
  ) -> String {
    guard let observed = bin.observed, let interval = observed.interval else { return "" }
    let x = ChartFrame.x(bin.mean)
    let size = 2.5 + 4 * (Double(bin.posts) / Double(posts)).squareRoot()
    return """
      <path class="whisker \(mark.css)" d="M\(x) \(ChartFrame.y(interval.lowerBound))\
      V\(ChartFrame.y(interval.upperBound))"/>\
      <circle class="dot \(mark.css)" cx="\(x)" cy="\(ChartFrame.y(observed.value))" \
      r="\(ChartFrame.place(size))"/>
      """
  }

  private static func table(_ row: Evaluation.ScoreRow) -> String {
    var table = PageTable([
      (EvaluationWording.scores, .words), (EvaluationWording.posts, .number),
      (EvaluationWording.meanScore, .number), (EvaluationWording.observed, .estimate),
    ])
    for bin in row.reliability.bins {
      let (low, high) = (bin.scores.lowerBound, bin.scores.upperBound)
      table.add([
        low == high ? Wording.percent(low) : PageNumber.percents(low...high), String(bin.posts),
        PageNumber.percent(bin.mean), PageNumber.share(bin.observed),
      ])
    }
    return """
      <details><summary>\(HTMLText.both(EvaluationWording.everyBin))</summary>
      \(table.html)
      </details>
      """
  }
}
