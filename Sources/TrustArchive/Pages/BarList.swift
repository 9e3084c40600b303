internal import TrustEvaluation
internal import TrustReport
internal import TrustRules

/// Names with bars for their counts, as one picture that says its figures to those who cannot see it.
struct BarList {
  /// A bar.
  struct Bar {
    var name: Localized
    var count: Int
    var category: Category
  }

  let id: String
  let title: Localized
  let bars: [Bar]

  private static let (width, row, left) = (520.0, 30.0, 190.0)

  var svg: String {
    let highest = max(1, bars.map(\.count).max() ?? 1)
    let height = Self.row * Double(bars.count)
    let rows = bars.enumerated().map { row($1, at: Double($0) * Self.row, highest) }
    let figures = bars.map { "\($0.name.zh) / \($0.name.en): \($0.count)" }.joined(separator: "; ")
    return """
      <svg class="plot bars" viewBox="0 0 \(Self.number(Self.width)) \(Self.number(height))" role="img" \
      aria-labelledby="\(id)-title \(id)-desc">
      <title id="\(id)-title">\(HTMLText.escaped("\(title.zh) · \(title.en)"))</title>
      <desc id="\(id)-desc">\(HTMLText.escaped(figures))</desc>
      \(rows.joined(separator: "\n"))
      </svg>
      """
  }

  private func row(_ bar: Bar, at y: Double, _ highest: Int) -> String {
    let length = (Self.width - Self.left - 70) * Double(bar.count) / Double(highest)
    let middle = Self.number(y + 19)
    let names = [("zh", bar.name.zh), ("en", bar.name.en)].map { language, name in
      """
      <text class="bar-name \(language)" lang="\(language)" x="\(Self.number(Self.left - 8))" \
      y="\(middle)" text-anchor="end">\(HTMLText.escaped(name))</text>
      """
    }
    return """
      \(names.joined())<rect class="bar \(bar.category.cssClass)" \
      fill="url(#\(BarPattern.id(bar.category)))" x="\(Self.number(Self.left))" \
      y="\(Self.number(y + 6))" width="\(Self.number(max(1, length)))" height="18" rx="3"/>\
      <text class="bar-count" x="\(Self.number(Self.left + length + 6))" y="\(middle)">\
      \(PageCount.text(bar.count))</text>
      """
  }

  private static func number(_ value: Double) -> String { Estimate.fixed(value, decimals: 1) }
}

/// Counts with a mark between thousands.
enum PageCount {
  static func text(_ count: Int) -> String {
    var digits = Array(String(count).reversed())
    var place = 3
    while place < digits.count {
      digits.insert(",", at: place)
      place += 4
    }
    return String(digits.reversed())
  }
}
