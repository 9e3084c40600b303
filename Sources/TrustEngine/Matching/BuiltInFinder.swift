import TrustRules
import TrustText

/// Finds numbers, money, links and the like in a folded text, each kind once and when asked for.
struct BuiltInFinder {
  let symbols: [UInt32]
  private var numbers: [Range<Int>]?

  init(symbols: [UInt32]) {
    self.symbols = symbols
  }

  /// Where a kind stands, in the order of the text.
  ///
  /// - Complexity: O(n).
  mutating func ranges(of kind: BuiltIn, _ segmentation: Segmentation) -> [Range<Int>] {
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
  private mutating func findNumbers() -> [Range<Int>] {
    if let numbers { return numbers }
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
    numbers = found
    return found
  }

  private func isNumeral(_ index: Int) -> Bool {
    ScalarClass.isDigit(symbols[index]) || Units.numerals.contains(symbols[index])
  }

  private func isInnerMark(_ index: Int) -> Bool {
    (symbols[index] == 0x2E || symbols[index] == 0x2C) && index + 1 < symbols.count
      && ScalarClass.isDigit(symbols[index + 1]) && ScalarClass.isDigit(symbols[index - 1])
  }

  private func isLetter(_ index: Int) -> Bool {
    ScalarClass(symbols[index]) == .word && !ScalarClass.isDigit(symbols[index])
  }

  private mutating func percents() -> [Range<Int>] {
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

  private mutating func money() -> [Range<Int>] {
    let behind = numbersBefore(Units.currencies)
    let before = findNumbers().compactMap { number -> Range<Int>? in
      var start = number.lowerBound
      if start > 0, symbols[start - 1] == 0x20 { start -= 1 }
      guard start > 0, Units.currencySigns.contains(symbols[start - 1]) else { return nil }
      return start - 1..<number.upperBound
    }
    return Self.merged(behind + before)
  }

  private mutating func numbersBefore(_ units: [[UInt32]]) -> [Range<Int>] {
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

  private mutating func dates() -> [Range<Int>] {
    let chinese = numbersBefore(Units.dateUnits)
    let english = Units.months.flatMap { occurrences(of: $0) }.compactMap { month -> Range<Int>? in
      guard month.lowerBound == 0 || ScalarClass(symbols[month.lowerBound - 1]) != .word,
        month.upperBound == symbols.count || ScalarClass(symbols[month.upperBound]) != .word
      else { return nil }
      var end = month.upperBound
      var hasDay = false
      while end < symbols.count, symbols[end] == 0x20 || ScalarClass.isDigit(symbols[end]) {
        hasDay = hasDay || ScalarClass.isDigit(symbols[end])
        end += 1
      }
      return hasDay ? month.lowerBound..<end : nil
    }
    return Self.merged(chinese + english)
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
    _ segmentation: Segmentation
  ) -> [(start: Range<Int>, end: Range<Int>)] {
    segmentation.sentenceStarts.indices.compactMap { index in
      let range = segmentation.sentenceRange(index)
      guard let first = symbols[range].firstIndex(where: { ScalarClass($0) != .other }),
        let last = symbols[range].lastIndex(where: { ScalarClass($0) != .other })
      else { return nil }
      return (first..<first, last + 1..<last + 1)
    }
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

  static let numerals = Set("零一二两三四五六七八九十百千万亿几数".unicodeScalars.map(\.value))
  static let percents = folded("% percent pct ％ 个百分点")
  static let percentPrefix = FoldedText.symbols(of: "百分之")
  static let currencies = folded(
    "块钱 块 元 美元 美金 欧元 英镑 港币 人民币 rmb usd dollars dollar euros pounds bucks yuan"
  )
  static let currencySigns = Set("$¥€£".unicodeScalars.map(\.value))
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
