/// A way to disguise words, for testing what survives it.
public enum DisguiseKind: String, Sendable, CaseIterable {
  /// Ｌｉｋｅ ｔｈｉｓ.
  case fullWidth = "full-width"
  /// 𝐋𝐢𝐤𝐞 or ⓛⓘⓚⓔ this.
  case styled
  /// SoMe CaPiTaLs.
  case capitals
  /// Traditional characters.
  case traditional
  /// Signs without width, between characters.
  case hidden
  /// Heaps of combining marks.
  case marks
  /// `&#28418;`, `&#x6F02;` and `%E6%BC%82`.
  case escapes
  /// ①, 一 and 壹 for one another.
  case figures
  /// A line break inside a word or phrase.
  case lineBreaks = "line-breaks"
  /// 漂漂白白水, gaaarlic.
  case repeats
  /// Spaces between characters.
  case spaces
  /// Punctuation between characters.
  case signs
  /// Emoji between characters.
  case emoji
  /// g.a.r.l.i.c and g a r l i c.
  case spelled
  /// Letters of other scripts.
  case letters
  /// g@rl1c.
  case leet
  /// Characters of much the same shape.
  case shapes
  /// Characters written as their parts: 氵票白水.
  case parts
  /// piaobaishui, 双黄lian.
  case pinyin
  /// The first letters of the syllables, of some or all characters.
  case initials
  /// Other characters of the same sound.
  case homophones
  /// Emoji and slang.
  case standIns = "stand-ins"
  /// 新*病毒, b***ch.
  case masks

  /// How hard it is to see through: 1 folding, 2 noise, 3 look-alikes, 4 sounds, 5 stand-ins.
  public var tier: Int {
    switch self {
    case .fullWidth, .styled, .capitals, .traditional, .hidden, .marks, .escapes, .figures,
      .lineBreaks, .repeats:
      1
    case .spaces, .signs, .emoji, .spelled: 2
    case .letters, .leet, .shapes, .parts: 3
    case .pinyin, .initials, .homophones: 4
    case .standIns, .masks: 5
    }
  }

  /// Whether rules see through it only when they, or who screens, ask for it.
  public var isOptional: Bool { tier >= 4 }

  /// An example, for lists.
  public var example: String {
    switch self {
    case .fullWidth: "ｇａｒｌｉｃ"
    case .styled: "ⓖⓐⓡⓛⓘⓒ"
    case .capitals: "gArLiC"
    case .traditional: "雙黃連"
    case .hidden: "g\u{200B}arlic"
    case .marks: "g\u{0335}a\u{0336}rlic"
    case .escapes: "&#28418;白水"
    case .figures: "五g"
    case .lineBreaks: "漂白⏎水"
    case .repeats: "漂漂白白水, gaaarlic"
    case .spaces: "漂 白 水"
    case .signs: "漂*白/水, gar-lic"
    case .emoji: "漂🌸白水, gar🌸lic"
    case .spelled: "g.a.r.l.i.c"
    case .letters: "gаrliс (Cyrillic а, с)"
    case .leet: "g@rl1c"
    case .shapes: "瓢白水"
    case .parts: "氵票白水"
    case .pinyin: "piaobaishui, 双黄lian"
    case .initials: "xg, 新g"
    case .homophones: "飘白水"
    case .standIns: "🧄, 打💉"
    case .masks: "新*病毒, b***ch"
    }
  }
}
