internal import TrustText

/// How common words, and pairs of them, are in public posts, so that the rarest part of a pattern can be looked for
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
  /// For each word as the quick pass sees it, the share of posts that hold one that it cannot tell
  /// from it.
  private var quickShares: [[UInt8]: Double] = [:]

  private init() {
    for entry in Self.data.description.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      let parts = entry.split(separator: "=")
      guard parts.count == 2, let count = Int(parts[1]) else { continue }
      let window = parts[0].unicodeScalars.map(\.value)
      shares[window] = Double(count) / 1_000_000
      if window.allSatisfy({ ScalarClass($0) == .word }) {
        quickShares[QuickWindow.letters(of: window), default: 0] += Double(count) / 1_000_000
      }
    }
  }

  /// The share of posts that hold a literal, at most: that of its rarest window.
  ///
  /// - Complexity: O(n).
  package func share(of literal: [UInt32]) -> Double {
    Self.windows(of: literal).map { share(ofWindow: $0) }.min() ?? 1
  }

  /// The share of posts that hold a window.
  func share(ofWindow window: [UInt32]) -> Double { shares[window] ?? Self.unlisted }

  /// The share of posts that hold a word that the quick pass cannot tell from one.
  func share(ofLetters letters: [UInt8]) -> Double { quickShares[letters] ?? Self.unlisted }

  /// The words that posts hold, as the quick pass has their letters, the commonest first.
  var commonWords: [[UInt8]] {
    quickShares.sorted { a, b in
      a.value == b.value ? a.key.lexicographicallyPrecedes(b.key) : a.value > b.value
    }
    .map(\.key)
  }

  /// The words of a folded text and pairs of them, its Chinese characters and pairs of them.
  package static func windows(of symbols: [UInt32]) -> [[UInt32]] {
    var windows: [[UInt32]] = []
    var before: [UInt32]?
    for token in tokens(of: symbols) {
      let kind = ScalarClass(token[token.startIndex])
      guard kind != .other else { continue }
      windows.append(Array(token))
      if let before, ScalarClass(before[0]) == kind {
        windows.append(kind == .han ? before + token : pair(before, Array(token)))
      }
      before = Array(token)
    }
    return windows
  }

  /// Two words as one window.
  static func pair(_ first: [UInt32], _ second: [UInt32]) -> [UInt32] { first + [0x5F] + second }

  /// The words of a folded text, and its other symbols one by one.
  static func tokens(of symbols: [UInt32]) -> [ArraySlice<UInt32>] {
    var tokens: [ArraySlice<UInt32>] = []
    var start = 0
    while start < symbols.count {
      var end = start + 1
      if ScalarClass(symbols[start]) == .word {
        while end < symbols.count, ScalarClass(symbols[end]) == .word { end += 1 }
      }
      tokens.append(symbols[start..<end])
      start = end
    }
    return tokens
  }
}
