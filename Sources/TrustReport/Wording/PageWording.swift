internal import TrustRules

/// The words of the page that the terminal has no place for.
enum PageWording {
  static let suggestion = Localized(zh: "建议", en: "Suggestion")
  static let replacement = Localized(zh: "可改为", en: "Write instead")
  static let nothingFound = Localized(
    zh: "没有发现需要提醒的说法。",
    en: "No wording that guidance warns about."
  )
  static let nothingFoundInPart = Localized(
    zh: "已筛查的部分没有发现需要提醒的说法。",
    en: "No wording that guidance warns about in the part that was screened."
  )

  static func headline(_ count: Int) -> Localized {
    guard count > 0 else { return Localized(zh: "没有发现问题", en: "Nothing found") }
    return Localized(
      zh: "\(count) 处说法需要留意",
      en: count == 1 ? "1 wording to look at" : "\(count) wordings to look at"
    )
  }

  static func suppressed(_ count: Int) -> Localized {
    Localized(zh: "\(count) 处因语境未提示", en: "\(count) not flagged because of context")
  }

  static func place(_ place: TextLines.Place) -> Localized {
    Localized(
      zh: "第 \(place.line) 行第 \(place.column) 字",
      en: "line \(place.line), column \(place.column)"
    )
  }
}
