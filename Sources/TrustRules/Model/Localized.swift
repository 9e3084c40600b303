/// A text in Chinese and English.
public struct Localized: Hashable, Sendable {
  /// The Chinese text.
  public var zh: String
  /// The English text.
  public var en: String

  /// Makes a text from its two forms.
  public init(zh: String, en: String) {
    self.zh = zh
    self.en = en
  }

  /// The form for a language tag: Chinese for `zh` and its variants, else English.
  public subscript(_ language: String) -> String {
    language == "zh" || language.hasPrefix("zh-") || language.hasPrefix("zh_") ? zh : en
  }
}
