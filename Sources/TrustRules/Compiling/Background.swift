internal import TrustText

/// How common words are in public posts, so that the rarest part of a pattern can be looked for
/// first.
///
/// It changes how soon a post is found clean, and never what is found. Source: counts over public
/// Weibo posts and tweets of 2020, see `BackgroundGenerator`.
package struct Background: Sendable {
  /// The one table.
  package static let shared = Background()

  /// What a window that the table does not have is taken for.
  private static let unlisted = 0.0001

  /// For each window, the share of posts that hold it.
  private var shares: [[UInt32]: Double] = [:]

  private init() {
    for entry in Self.data.description.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      let parts = entry.split(separator: "=")
      guard parts.count == 2, let count = Int(parts[1]) else { continue }
      shares[parts[0].unicodeScalars.map(\.value)] = Double(count) / 1_000_000
    }
  }

  /// The share of posts that hold a literal, at most: that of its rarest window.
  ///
  /// - Complexity: O(n).
  func share(of literal: [UInt32]) -> Double {
    Self.windows(of: literal).map { shares[$0] ?? Self.unlisted }.min() ?? 1
  }

  /// The words of a folded text, its Chinese characters and pairs of them, in their order.
  package static func windows(of symbols: [UInt32]) -> [[UInt32]] {
    var windows: [[UInt32]] = []
    var word: [UInt32] = []
    for (index, symbol) in symbols.enumerated() {
      let kind = ScalarClass(symbol)
      if kind == .word {
        word.append(symbol)
        continue
      }
      if !word.isEmpty { windows.append(word) }
      word = []
      guard kind == .han else { continue }
      windows.append([symbol])
      if index + 1 < symbols.count, ScalarClass(symbols[index + 1]) == .han {
        windows.append([symbol, symbols[index + 1]])
      }
    }
    if !word.isEmpty { windows.append(word) }
    return windows
  }
}
