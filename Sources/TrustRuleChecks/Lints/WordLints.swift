internal import TrustRules

/// Checks on lists of words.
enum WordLints {
  /// `language-gap`: words in one language only.
  static func languageGap(_ pack: Pack) -> [PackError.Issue] {
    pack.content.lexicons.compactMap { lexicon in
      let languages = Set(lexicon.words.entries.map(\.language))
      guard languages.contains("zh") != languages.contains("en") else { return nil }
      let missing = languages.contains("zh") ? "en" : "zh"
      return PackError.Issue(
        "language-gap",
        at: lexicon.mark,
        "the list “\(lexicon.id)” has nothing under “\(missing)”",
        hint: "add words, or put language-free ones under “any”",
        isWarning: true
      )
    }
  }

  /// `shadowed-entry`: an entry that folds to an earlier one of its list.
  static func shadowedEntry(_ pack: Pack) -> [PackError.Issue] {
    pack.content.lexicons.flatMap { lexicon -> [PackError.Issue] in
      var seen: [String: String] = [:]
      return lexicon.words.entries.compactMap { entry in
        guard let words = entry.pattern.plainWords, !words.contains(where: \.inflects) else {
          return nil
        }
        let folded = entry.pattern.source.folded
        guard let earlier = seen.updateValue(entry.pattern.source, forKey: folded) else {
          return nil
        }
        return PackError.Issue(
          "shadowed-entry",
          at: entry.mark,
          "\(lexicon.id): “\(entry.pattern.source)” is the same as “\(earlier)”",
          hint: "take one of them out",
          isWarning: true
        )
      }
    }
  }
}
