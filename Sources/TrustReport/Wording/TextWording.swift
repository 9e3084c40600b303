internal import TrustRules

/// The words of the terminal form.
enum TextWording {
  static let suggestion = Localized(zh: "建议：", en: "Suggestion: ")
  static let replacement = Localized(zh: "可改为：", en: "Write instead: ")
  static let guidance = Localized(zh: "依据：", en: "Guidance: ")
  static let rule = Localized(zh: "规则：", en: "Rule: ")
  static let alsoFoundBy = Localized(zh: "同处另有规则：", en: "Also found by: ")
  static let confidence = Localized(zh: "可信度 ", en: "confidence ")
  static let softenedBy = Localized(zh: "因语境减弱：", en: "softened: ")
  static let experimental = Localized(zh: "试验规则，不计入判定", en: "experimental, does not count")
  static let suppressedHeading = Localized(
    zh: "以下因语境未提示",
    en: "Not flagged because of their context"
  )
  static let because = Localized(zh: "未提示，因为：", en: "not flagged because: ")
  static let comma = Localized(zh: "、", en: ", ")
  static let semicolon = Localized(zh: "；", en: "; ")
  static let stop = Localized(zh: "。", en: ".")

  static func screened(_ count: Int) -> Localized {
    Localized(zh: "已筛查 \(count) 篇", en: "\(Wording.plural(count, "draft")) screened")
  }

  static func explainedAway(_ count: Int) -> Localized {
    Localized(zh: "另有 \(count) 处因语境未提示", en: "\(count) not flagged because of context")
  }

  static func partial(_ count: Int) -> Localized {
    Localized(
      zh: "\(count) 篇未能完整筛查",
      en: "\(Wording.plural(count, "draft")) not fully screened"
    )
  }
}
