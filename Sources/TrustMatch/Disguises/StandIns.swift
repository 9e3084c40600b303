internal import TrustText

/// Emoji and slang in the place of words.
package enum StandIns {
  /// One stand-in a line, `written = meant, meant`; the first that is meant in the language of its
  /// neighbours is read.
  package static let list = """
    🐑 = 阳
    🐏 = 阳
    羊 = 阳
    洋 = 阳
    咩 = 阳
    🍵 = 茶, tea
    💉 = 疫苗, vaccine
    🧄 = 大蒜, garlic
    🫚 = 生姜, ginger
    🍋 = 柠檬, lemon
    🧅 = 洋葱, onion
    🍯 = 蜂蜜, honey
    🧂 = 盐, salt
    🍺 = 啤酒, beer
    🍶 = 白酒, alcohol
    🥃 = 白酒, whisky
    🦇 = 蝙蝠, bat
    🐖 = 猪, pig
    🐷 = 猪, pig
    🦠 = 病毒, virus
    💊 = 药, pill
    🇨🇳 = 中国, china
    🇮🇳 = 印度, india
    🧩 = 自闭症, autism
    🦀 = 癌, cancer
    🎗 = 癌, cancer
    🧬 = 基因, dna
    🧲 = 磁铁, magnet
    📡 = 5g, 5g
    苗苗 = 疫苗
    盖茨💉 = 疫苗
    rona = 新冠, covid
    convid = 新冠, covid
    fauxvid = 新冠, covid
    vachscene = vaccine
    waxseen = vaccine
    vaxx = vaccine
    jabby = vaccine
    iver = ivermectin
    ivm = ivermectin
    hcq = hydroxychloroquine
    clorox = bleach
    莲花清温 = 连花清瘟
    """

  private static let table: [UInt32: [(written: [UInt32], meant: [[UInt32]])]] = {
    var table: [UInt32: [(written: [UInt32], meant: [[UInt32]])]] = [:]
    for line in list.split(separator: "\n") {
      let sides = line.split(separator: "=")
      guard sides.count == 2 else { continue }
      let written = symbols(sides[0])
      guard let first = written.first else { continue }
      table[first, default: []].append((written, sides[1].split(separator: ",").map(symbols)))
    }
    // Of those that begin alike, the longest first.
    return table.mapValues { $0.sorted { $0.written.count > $1.written.count } }
  }()

  private static func symbols(_ text: Substring) -> [UInt32] {
    var symbols = FoldedText.symbols(of: String(text))
    while symbols.first == 0x20 { symbols.removeFirst() }
    while symbols.last == 0x20 { symbols.removeLast() }
    return symbols
  }

  /// The stand-in at a symbol: how long it is, and what may be meant.
  static func standIn(in symbols: [UInt32], at index: Int) -> (length: Int, meant: [[UInt32]])? {
    guard let candidates = table[symbols[index]] else { return nil }
    for candidate in candidates where symbols[index...].starts(with: candidate.written) {
      let end = index + candidate.written.count
      // A Latin one must be a whole word.
      let isWord = ScalarClass(symbols[index]) == .word
      if isWord, index > 0, ScalarClass(symbols[index - 1]) == .word { continue }
      if isWord, end < symbols.count, ScalarClass(symbols[end]) == .word { continue }
      return (candidate.written.count, candidate.meant)
    }
    return nil
  }
}
