internal import TrustText

/// Texts cut into what the search compares: pairs of neighbouring Chinese characters, and words of
/// other scripts, all folded.
///
/// A search for two characters then is a search for one token; SQLite's own trigrams find nothing
/// shorter than three. A run's last character is a token too, so that a single one is found as the
/// start of a token.
enum SearchTokens {
  /// The tokens of a text, with a space between two.
  ///
  /// - Complexity: Linear.
  static func text(of text: String) -> String { tokens(of: text).joined(separator: " ") }

  /// The search expression of FTS5 that finds texts with some words, side by side; `nil` if there is
  /// nothing to search for.
  static func query(for words: String) -> String? {
    let phrases = words.split(whereSeparator: \.isWhitespace).compactMap { phrase(String($0)) }
    return phrases.isEmpty ? nil : phrases.joined(separator: " AND ")
  }

  private static func phrase(_ word: String) -> String? {
    let found = runs(of: word)
    let parts = found.flatMap { run -> [String] in
      guard run.isHan else { return [String(run.text)] }
      guard run.text.count > 1 else { return [String(run.text)] }
      return zip(run.text, run.text.dropFirst()).map { String([$0, $1]) }
    }
    guard let last = found.last, !parts.isEmpty else { return nil }
    // What follows the last run must not keep it from being found: half a pair, or half a word.
    let isOpen = last.isHan && last.text.count == 1
    let phrase = parts.count == 1 ? "\"\(parts[0])\"" : "\"\(parts.joined(separator: " "))\""
    return phrase + (isOpen ? " *" : "")
  }

  private struct Run {
    var text: [Character] = []
    var isHan: Bool
    var string: String { String(text) }
  }

  private static func tokens(of text: String) -> [String] {
    runs(of: text).flatMap { run -> [String] in
      guard run.isHan, run.text.count > 1 else { return [run.string] }
      let pairs = zip(run.text, run.text.dropFirst()).map { String([$0, $1]) }
      return pairs + [String(run.text.suffix(1))]
    }
  }

  /// Stretches of Chinese characters, and of letters and digits of other scripts.
  private static func runs(of text: String) -> [Run] {
    var runs: [Run] = []
    var isOpen = false
    for symbol in FoldedText.symbols(of: text) {
      guard let scalar = Unicode.Scalar(symbol), scalar.properties.isAlphabetic || isDigit(scalar)
      else {
        isOpen = false
        continue
      }
      let isHan = scalar.properties.isIdeographic
      if !isOpen || runs.last?.isHan != isHan { runs.append(Run(isHan: isHan)) }
      runs[runs.count - 1].text.append(Character(scalar))
      isOpen = true
    }
    return runs
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .decimalNumber
  }
}
