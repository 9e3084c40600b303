/// Makes texts of everything that posts are made of, and of what only attackers write.
package struct TextGenerator: Sendable {
  /// What the generator draws from; go on with it to draw more of the same stream.
  package var random: SplitMix64
  /// Words mixed in more often than any other kind, such as a pack's own.
  private let spice: [String]

  /// Makes a generator; the same seed and words give the same texts.
  package init(seed: UInt64, spice: [String] = []) {
    random = SplitMix64(seed: seed)
    self.spice = spice
  }

  // MARK: - Texts

  /// A text of so many pieces: words, signs and hidden characters side by side.
  package mutating func text(pieces: Int) -> String {
    (0..<pieces).map { _ in piece() }.joined()
  }

  /// A text without white space and the signs that folding may take for separators.
  package mutating func solidText(pieces: Int) -> String {
    (0..<pieces).map { _ in random.pick(Self.solidKinds) }.map { random.pick($0) }.joined()
  }

  /// A text as bytes, with ill-formed ones here and there.
  package mutating func damagedBytes(pieces: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    for _ in 0..<pieces {
      let piece = Array(piece().utf8)
      switch Int.random(in: 0..<6, using: &random) {
      case 0: bytes += random.pick(Self.illFormed)
      case 1: bytes += piece.dropLast()
      default: bytes += piece
      }
    }
    return bytes
  }

  /// Bytes of any value.
  package mutating func noise(count: Int) -> [UInt8] {
    (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &random) }
  }

  /// A word as somebody who wants to slip through would write it: it still reads the same.
  package mutating func disguise(_ word: String) -> String {
    var result = ""
    for scalar in word.unicodeScalars {
      if scalar.isASCII, scalar.properties.isAlphabetic, random.oneIn(2) {
        let upper = scalar.properties.uppercaseMapping
        let fullWidth = Unicode.Scalar(scalar.value + 0xFEE0)
        result += random.oneIn(2) ? upper : fullWidth.map { String($0) } ?? upper
      } else {
        result.unicodeScalars.append(scalar)
      }
      if random.oneIn(3) { result += random.pick(Self.hidden) }
    }
    return result
  }

  private mutating func piece() -> String {
    if !spice.isEmpty, random.oneIn(3) {
      let word = random.pick(spice)
      return random.oneIn(3) ? disguise(word) : word
    }
    return random.pick(random.pick(Self.kinds))
  }

  // MARK: - What texts are made of

  private static let simplified = ["我", "们", "疫苗", "新冠", "病毒", "医生说", "吃大蒜", "不能", "的"]
  private static let traditional = ["醫師", "臺灣", "體溫", "漢方藥", "髮", "傳說", "後來", "麵"]
  private static let latin = [
    "a", "the", "Virus", "GARLIC", "don’t", "naïve", "Straße", "COVID-19",
  ]
  private static let digits = ["0", "7", "2026", "3.5", "1,000", "５", "④", "百", "½"]
  private static let emoji = [
    "😷", "👍🏽", "👩‍⚕️", "👨‍👩‍👧‍👦", "🇨🇳", "🇬🇧🇫🇷", "❤️", "1️⃣", "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
  ]
  private static let marks = [
    "e\u{301}", "a\u{300}\u{328}", "ñ", "n\u{303}", "ｶﾞ", "Z\u{335}\u{31A}",
  ]
  private static let fullWidth = ["Ａ", "ｂｃ", "１２", "！", "，", "（药）", "％", "＃"]
  private static let hidden = [
    "\u{200B}", "\u{200C}", "\u{200D}", "\u{2060}", "\u{FEFF}", "\u{AD}",
  ]
  private static let bidi = ["\u{202E}", "\u{202C}", "\u{2066}", "\u{2069}", "\u{200F}", "\u{61C}"]
  private static let expanding = ["㎎", "㍿", "ﬁ", "㊙", "Ⅷ", "™", "𝓬𝓾𝓻𝓮", "🅰"]
  private static let spaces = [" ", "  ", "\u{3000}", "\n", "\r\n", "\t", "\u{A0}", "\u{2028}"]
  private static let separators = ["-", ".", "·", "*", "~", "_", "'", "—", "…"]
  private static let signs = [
    "。", "，", "！", "？", "：", "；", ", ", ". ", "? ", "! ", "#", "@", "//@",
  ]
  private static let quotes = ["“", "”", "「", "」", "《", "》", "\"", "【", "】", "(", ")"]

  private static let solidKinds = [
    simplified, traditional, latin.filter { !$0.contains("-") && !$0.contains("’") },
    digits.filter { !$0.contains(".") }, emoji, marks, fullWidth, hidden, bidi, expanding, quotes,
  ]
  private static let kinds = [
    simplified, simplified, traditional, latin, latin, digits, emoji, marks, fullWidth, hidden,
    bidi, expanding, spaces, spaces, separators, signs, signs, quotes,
  ]

  /// Lone continuation and lead bytes, cut characters, overlong forms, surrogates, too high.
  private static let illFormed: [[UInt8]] = [
    [0x80], [0xBF, 0xBF], [0xC0, 0xAF], [0xE2, 0x28, 0xA1], [0xE4, 0xB8], [0xF0, 0x9F, 0x98],
    [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF8, 0x88], [0xFE], [0xFF], [0xF0, 0x80, 0x80],
  ]
}
