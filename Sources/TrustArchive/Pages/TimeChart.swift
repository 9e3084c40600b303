internal import TrustEvaluation
internal import TrustReport
internal import TrustRules

/// Flagged posts over time, a column for each stretch with a piece for each category.
struct TimeChart {
  let counts: [ArchiveFacts.TimeCount]

  private static let (width, height, left, bottom) = (720.0, 220.0, 44.0, 34.0)

  var svg: String {
    let periods = Dictionary(grouping: counts, by: \.period).sorted { $0.key < $1.key }
    let highest = periods.map { $0.value.reduce(0) { $0 + $1.count } }.max() ?? 0
    guard highest > 0 else { return "" }
    let step = (Self.width - Self.left) / Double(periods.count)
    let columns = periods.enumerated().map { index, period in
      column(period.key, period.value, at: Self.left + step * Double(index), step, highest)
    }
    return """
      <svg class="plot" viewBox="0 0 \(Self.number(Self.width)) \(Self.number(Self.height))" \
      role="img" aria-labelledby="time-title time-desc">
      <title id="time-title">各时期的标出帖数 · Flagged posts over time</title>
      <desc id="time-desc">\(description(periods))</desc>
      \(BarPattern.definitions)
      \(axis(highest))
      \(columns.joined(separator: "\n"))
      </svg>
      """
  }

  private func description(
    _ periods: [(key: String, value: [ArchiveFacts.TimeCount])]
  ) -> String {
    let totals = periods.map { "\($0.key): \($0.value.reduce(0) { $0 + $1.count })" }
    return HTMLText.escaped(totals.joined(separator: "; "))
  }

  private func axis(_ highest: Int) -> String {
    let base = Self.height - Self.bottom
    return [0, highest].map { value in
      let y = value == 0 ? base : 12
      return """
        <path class="grid" d="M\(Self.number(Self.left)) \(Self.number(y))H\(Self.number(Self.width))"/>\
        <text class="tick-name" x="\(Self.number(Self.left - 6))" y="\(Self.number(y + 4))" \
        text-anchor="end">\(value)</text>
        """
    }.joined(separator: "\n")
  }

  private func column(
    _ period: String,
    _ counts: [ArchiveFacts.TimeCount],
    at x: Double,
    _ step: Double,
    _ highest: Int
  ) -> String {
    let base = Self.height - Self.bottom
    var y = base
    let pieces = counts.map { piece -> String in
      let height = (base - 12) * Double(piece.count) / Double(highest)
      y -= height
      let category = Category(name: piece.category)
      return """
        <rect class="bar \(category.cssClass)" fill="url(#\(BarPattern.id(category)))" \
        x="\(Self.number(x + step * 0.1))" y="\(Self.number(y))" \
        width="\(Self.number(step * 0.8))" height="\(Self.number(height))">\
        <title>\(HTMLText.escaped("\(piece.period) · \(piece.category) · \(piece.count)"))</title></rect>
        """
    }
    let isNamed = step > 40 || Int(x / step) % Int((60 / step).rounded(.up)) == 0
    let name = """
      <text class="tick-name" x="\(Self.number(x + step / 2))" y="\(Self.number(base + 16))" \
      text-anchor="middle">\(HTMLText.escaped(period))</text>
      """
    return pieces.joined() + (isNamed ? name : "")
  }

  private static func number(_ value: Double) -> String { Estimate.fixed(value, decimals: 1) }
}
