internal import TrustRules

/// The wordings that an advice names outright: `改用“感染者”“患者”` or `Say "a person living with HIV"`.
///
/// Only lists of quotations right behind such a verb, which end their clause, can stand in the text as
/// they are; `去掉“删前速看”之类的话` and `Say "people with" the infection` cannot.
enum NamedWordings {
  /// The wordings, in the language of the words that they are to replace.
  static func find(in advice: Localized?, toReplace words: String) -> [String] {
    guard let advice else { return [] }
    let isChinese = words.unicodeScalars.contains { (0x3400...0x9FFF).contains($0.value) }
    return isChinese ? chinese(advice.zh) : english(advice.en)
  }

  private static func chinese(_ advice: String) -> [String] {
    for verb in ["改用", "改为"] {
      for start in advice.ranges(of: verb).map(\.upperBound) {
        let found = quotations(
          advice[start...],
          open: "“",
          close: "”",
          between: ["、", "或"],
          ends: ["，", "。", "；"]
        )
        if !found.isEmpty { return found }
      }
    }
    return []
  }

  private static func english(_ advice: String) -> [String] {
    guard advice.hasPrefix("Say ") else { return [] }
    return quotations(
      advice.dropFirst(4),
      open: "\"",
      close: "\"",
      between: [", or ", " or ", ", "],
      ends: [".", ";", ","]
    )
  }

  /// The quotations at the head of a text, or none if something else than an end follows them.
  private static func quotations(
    _ text: Substring,
    open: Character,
    close: Character,
    between: [String],
    ends: [Character]
  ) -> [String] {
    var rest = text
    var found: [String] = []
    while rest.first == open, let end = rest.dropFirst().firstIndex(of: close) {
      found.append(String(rest[rest.index(after: rest.startIndex)..<end]))
      rest = rest[rest.index(after: end)...]
      let word = between.first { rest.hasPrefix($0) && rest.dropFirst($0.count).first == open }
      rest = rest.dropFirst(word?.count ?? 0)
    }
    let isWhole = rest.first.map { ends.contains($0) } ?? true
    return isWhole ? found.filter { !$0.isEmpty } : []
  }
}
