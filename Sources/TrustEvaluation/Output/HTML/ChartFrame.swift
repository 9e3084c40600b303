internal import TrustReport
internal import TrustRules

/// The frame of a chart whose two axes go from 0 to 1.
struct ChartFrame {
  /// What the axes are.
  let across: Localized
  let up: Localized

  private static let (left, top, side) = (38.0, 10.0, 210.0)
  private static let (width, height) = (258.0, 258.0)

  /// A place across, for an attribute.
  static func x(_ value: Double) -> String { place(left + value * side) }

  /// A place up, for an attribute.
  static func y(_ value: Double) -> String { place(top + (1 - value) * side) }

  static func place(_ value: Double) -> String { Estimate.fixed(value, decimals: 1) }

  /// The chart around what is drawn in it; pictures are for the eye, a table says the same.
  func svg(_ content: String) -> String {
    let ticks = [0.0, 0.25, 0.5, 0.75, 1].map { tick in
      let name = Estimate.fixed(tick * 100, decimals: 0)
      let (x, y) = (Self.x(tick), Self.y(tick))
      return """
        <path class="grid" d="M\(x) \(Self.y(0))V\(Self.y(1))M\(Self.x(0)) \(y)H\(Self.x(1))"/>\
        <text class="tick-name" x="\(x)" y="\(Self.place(Self.top + Self.side + 13))" \
        text-anchor="middle">\(name)</text>\
        <text class="tick-name" x="\(Self.place(Self.left - 5))" y="\(y)" dy="3.5" \
        text-anchor="end">\(name)</text>
        """
    }
    let middle = Self.place(Self.left + Self.side / 2)
    let half = Self.place(Self.top + Self.side / 2)
    return """
      <svg class="chart" viewBox="0 0 \(Self.place(Self.width)) \(Self.place(Self.height))" \
      aria-hidden="true">
      \(ticks.joined(separator: "\n"))
      \(Self.text(across, "x=\"\(middle)\" y=\"\(Self.place(Self.height - 5))\""))
      \(Self.text(up, "transform=\"translate(9 \(half)) rotate(-90)\""))
      \(content)
      </svg>
      """
  }

  /// A text in both languages, of which the switch shows one.
  private static func text(_ words: Localized, _ place: String) -> String {
    ["zh": words.zh, "en": words.en].sorted { $0.key < $1.key }.map { language, words in
      """
      <text class="axis-name \(language)" lang="\(language)" \(place) \
      text-anchor="middle">\(HTMLText.escaped(words))</text>
      """
    }.joined()
  }
}
