internal import TrustText

/// The language that a post is mainly in, as far as calibrations tell.
public enum PostLanguage: String, Sendable, CaseIterable {
  /// Chinese.
  case zh
  /// English.
  case en
}

/// Counts the characters by which a post's language is told.
package struct LanguageTally: Equatable, Sendable {
  private var han: Int
  private var latin: Int

  /// Starts from counts.
  package init(han: Int = 0, latin: Int = 0) {
    self.han = han
    self.latin = latin
  }

  /// Adds the counts of another text of the post.
  mutating func count(han: Int, latin: Int) {
    self.han += han
    self.latin += latin
  }

  /// Counts folded symbols; fields of one post are counted together.
  ///
  /// - Complexity: O(n); allocates nothing.
  package mutating func count(_ symbols: [UInt32]) {
    // PERF: every post pays for this; the rare Han characters outside the main block decide nothing.
    for symbol in symbols {
      latin += symbol >= 0x61 && symbol <= 0x7A ? 1 : 0
      han += symbol >= 0x4E00 && symbol <= 0x9FFF ? 1 : 0
    }
  }

  /// Chinese if there are at least as many Han characters as half the Latin letters (a word has two
  /// of the one or about five of the other, and names of drugs and links are Latin in any post);
  /// else English; `nil` if there is neither.
  package var language: PostLanguage? {
    guard han + latin > 0 else { return nil }
    return 2 * han >= latin ? .zh : .en
  }
}

extension PostLanguage {
  /// The language of a text, as a screener would tell it.
  package init?(of text: String) {
    var tally = LanguageTally()
    tally.count(FoldedText.symbols(of: text))
    guard let language = tally.language else { return nil }
    self = language
  }
}
