import TrustRules
import TrustText

/// Finds numbers, money, links and the like in a folded text.
struct BuiltInFinder {
  let symbols: [UInt32]

  /// Where a kind stands, in the order of the text.
  ///
  /// - Complexity: O(n).
  func ranges(of kind: BuiltIn, _ segmentation: borrowing Segmentation) -> [Range<Int>] {
    switch kind {
    case .number: return findNumbers()
    case .percent: return percents()
    case .money: return money()
    case .duration: return numbersBefore(Units.durations)
    case .date: return dates()
    case .url: return runs(startingWith: Units.linkStarts, while: Self.isLink)
    case .mention: return marked(0x40)
    case .hashtag: return marked(0x23)
    case .emoji: return emoji()
    case .start: return sentenceEdges(segmentation).map(\.start)
    case .end: return sentenceEdges(segmentation).map(\.end)
    }
  }

  // MARK: - Numbers

  /// Digits with `,` and `.` between them, and Chinese numerals, with 百千万亿 behind.
  private func findNumbers() -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = 0
    while index < symbols.count {
      guard isNumeral(index) else {
        index += 1
        continue
      }
      let start = index
      while index < symbols.count, isNumeral(index) || isInnerMark(index) { index += 1 }
      let standsAlone = start == 0 || !isLetter(start - 1)
      if standsAlone { found.append(start..<index) }
    }
    return found
  }

  private func isNumeral(_ index: Int) -> Bool {
    ScalarClass.isDigit(symbols[index]) || Units.isNumeral(symbols[index])
  }

  private func isInnerMark(_ index: Int) -> Bool {
    (symbols[index] == 0x2E || symbols[index] == 0x2C) && index + 1 < symbols.count
      && ScalarClass.isDigit(symbols[index + 1]) && ScalarClass.isDigit(symbols[index - 1])
  }

  private func isLetter(_ index: Int) -> Bool {
    ScalarClass(symbols[index]) == .word && !ScalarClass.isDigit(symbols[index])
  }

  private func percents() -> [Range<Int>] {
    let behind = numbersBefore(Units.percents)
    // 百分之九十: the sign comes first.
    let before = findNumbers().compactMap { number -> Range<Int>? in
      if symbols[number].starts(with: Units.percentPrefix) { return nil }
      let start = number.lowerBound - Units.percentPrefix.count
      guard start >= 0, Array(symbols[start..<number.lowerBound]) == Units.percentPrefix else {
        return nil
      }
      return start..<number.upperBound
    }
    // 百 is itself a numeral, so that 百分之百 opens with one.
    let whole = occurrences(of: Units.percentPrefix).compactMap { prefix -> Range<Int>? in
      var end = prefix.upperBound
      while end < symbols.count, isNumeral(end) || (end > prefix.upperBound && isInnerMark(end)) {
        end += 1
      }
      return end > prefix.upperBound ? prefix.lowerBound..<end : nil
    }
    return Self.merged(behind + before + whole)
  }

  private func money() -> [Range<Int>] {
    let behind = numbersBefore(Units.currencies)
    let before = findNumbers().compactMap { number -> Range<Int>? in
      var start = number.lowerBound
      if start > 0, symbols[start - 1] == 0x20 { start -= 1 }
      guard start > 0, Units.isCurrencySign(symbols[start - 1]) else { return nil }
      return start - 1..<number.upperBound
    }
    return Self.merged(behind + before)
  }

  private func numbersBefore(_ units: [[UInt32]]) -> [Range<Int>] {
    findNumbers().compactMap { number in
      var end = number.upperBound
      if end < symbols.count, symbols[end] == 0x20 { end += 1 }
      for unit in units where symbols[end...].starts(with: unit) {
        let after = end + unit.count
        let isWhole =
          unit.last.map(ScalarClass.init) != .word || after == symbols.count
          || ScalarClass(symbols[after]) != .word
        if isWhole { return number.lowerBound..<after }
      }
      return nil
    }
  }

  private func dates() -> [Range<Int>] {
    let chinese = numbersBefore(Units.dateUnits)
    let english = symbols.indices.compactMap { start -> Range<Int>? in
      guard start == 0 || ScalarClass(symbols[start - 1]) != .word,
        let month = Units.months.first(where: { isWhole($0, at: start) })
      else { return nil }
      var end = start + month.count
      var hasDay = false
      while end < symbols.count, symbols[end] == 0x20 || ScalarClass.isDigit(symbols[end]) {
        hasDay = hasDay || ScalarClass.isDigit(symbols[end])
        end += 1
      }
      return hasDay ? start..<end : nil
    }
    return Self.merged(chinese + english)
  }

  /// Whether a word stands at a place and no letter behind it.
  private func isWhole(_ word: [UInt32], at start: Int) -> Bool {
    guard symbols[start] == word[0], symbols[start...].starts(with: word) else { return false }
    let end = start + word.count
    return end == symbols.count || ScalarClass(symbols[end]) != .word
  }

  // MARK: - Signs

  private func marked(_ sign: UInt32) -> [Range<Int>] {
    symbols.indices.compactMap { index in
      guard symbols[index] == sign, index + 1 < symbols.count else { return nil }
      // A name that starts in Latin letters ends where Chinese goes on: @bob吧.
      let isChinese = ScalarClass(symbols[index + 1]) == .han
      var end = index + 1
      while end < symbols.count,
        symbols[end] == 0x5F || ScalarClass(symbols[end]) == .word
          || (isChinese && ScalarClass(symbols[end]) == .han)
      {
        end += 1
      }
      return end > index + 1 ? index..<end : nil
    }
  }

  private func runs(
    startingWith starts: [[UInt32]],
    while isPart: (UInt32) -> Bool
  ) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for start in Self.merged(starts.flatMap { occurrences(of: $0) })
    where start.lowerBound >= found.last?.upperBound ?? 0 {
      var end = start.upperBound
      while end < symbols.count, isPart(symbols[end]) { end += 1 }
      found.append(start.lowerBound..<end)
    }
    return found
  }

  private static func isLink(_ symbol: UInt32) -> Bool { symbol > 0x20 && symbol < 0x7F }

  private func emoji() -> [Range<Int>] {
    symbols.indices.compactMap { index in
      switch symbols[index] {
      case 0x2600...0x27BF, 0x2B00...0x2BFF, 0x1F000...0x1FAFF: index..<index + 1
      default: nil
      }
    }
  }

  /// The points before a sentence's first word and behind its last.
  private func sentenceEdges(
    _ segmentation: borrowing Segmentation
  ) -> [(start: Range<Int>, end: Range<Int>)] {
    var edges: [(start: Range<Int>, end: Range<Int>)] = []
    for index in segmentation.sentenceStarts.indices {
      let range = segmentation.sentenceRange(index)
      guard let first = symbols[range].firstIndex(where: { ScalarClass($0) != .other }),
        let last = symbols[range].lastIndex(where: { ScalarClass($0) != .other })
      else { continue }
      edges.append((first..<first, last + 1..<last + 1))
    }
    return edges
  }

  // MARK: - Search

  private func occurrences(of phrase: [UInt32]) -> [Range<Int>] {
    guard let first = phrase.first else { return [] }
    return symbols.indices.compactMap { index in
      symbols[index] == first && symbols[index...].starts(with: phrase)
        ? index..<index + phrase.count : nil
    }
  }

  /// In the order of the text, overlapping ones as one.
  private static func merged(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = result.last, range.lowerBound < last.upperBound {
        result[result.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        result.append(range)
      }
    }
    return result
  }
}

/// The words that make a number a percentage, a price, a time or a date, folded.
private enum Units {
  static func folded(_ list: String) -> [[UInt32]] {
    list.split(separator: " ").map { FoldedText.symbols(of: String($0)) }
  }

  /// Chinese numerals, and 几 and 数.
  static func isNumeral(_ symbol: UInt32) -> Bool {
    // PERF: every symbol is asked; most are below or are Han characters that are none.
    symbol >= 0x4E00 && numerals.contains(symbol)
  }

  private static let numerals = "零一二两三四五六七八九十百千万亿几数".unicodeScalars.map(\.value)
  static let percents = folded("% percent pct ％ 个百分点")
  static let percentPrefix = FoldedText.symbols(of: "百分之")
  static let currencies = folded(
    "块钱 块 元 美元 美金 欧元 英镑 港币 人民币 rmb usd dollars dollar euros pounds bucks yuan"
  )
  static func isCurrencySign(_ symbol: UInt32) -> Bool {
    switch symbol {
    // $ ¥ € £.
    case 0x24, 0xA5, 0x20AC, 0xA3: true
    default: false
    }
  }
  static let durations = folded(
    "秒钟 秒 分钟 个小时 小时 个钟头 天 个星期 个礼拜 周 个月 年 seconds second secs minutes minute mins hours "
      + "hour hrs days day weeks week months month years year"
  )
  static let dateUnits = folded("年 月 月份 日 号")
  static let months = folded(
    "january february march april may june july august september october november december jan feb "
      + "mar apr jun jul aug sept sep oct nov dec"
  )
  static let linkStarts = folded("http:// https:// www.")
}
