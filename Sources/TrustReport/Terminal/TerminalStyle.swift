internal import TrustRules

/// Colours for a terminal, or none.
struct TerminalStyle {
  /// Whether anything is coloured at all.
  var usesColor: Bool

  /// A text with the codes of SGR, such as `1;31`, if colour is on.
  func paint(_ text: String, _ codes: String) -> String {
    usesColor && !text.isEmpty ? "\u{1B}[\(codes)m\(text)\u{1B}[0m" : text
  }

  func bold(_ text: String) -> String { paint(text, "1") }
  func faint(_ text: String) -> String { paint(text, "2") }
  func link(_ text: String) -> String { paint(text, "4") }

  /// A text in a category's colour: the sixteen standard ones, which every palette keeps legible.
  func paint(_ text: String, as category: Category) -> String {
    paint(text, Self.color(of: category))
  }

  private static func color(of category: Category) -> String {
    switch category {
    case .falseRemedy: "1;31"
    case .stigmatisingLanguage: "1;35"
    case .unverifiedClaim: "1;33"
    case .other: "1;36"
    }
  }
}
