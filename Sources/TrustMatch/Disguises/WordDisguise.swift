internal import TrustText

/// Says whether and how a Latin word is disguised.
enum WordDisguise {
  private static let longest = 64

  /// How a word is disguised.
  struct Reading {
    var disguises: Disguises
    /// How unlikely it is: how many letters are written with another figure or letter, and whether
    /// the word itself has figures.
    var cost: Int
  }

  /// How `written`, which is without the marks that stood between its letters if it `hasMarks`,
  /// stands for `word`; `nil` if it does not, or is the word.
  static func reading(
    of written: some BidirectionalCollection<UInt32>,
    hasMarks: Bool,
    as word: borrowing Span<UInt8>
  ) -> Reading? {
    let text = Array(written)
    guard text.count >= word.count, text.count <= longest else { return nil }
    var disguises: Disguises = hasMarks ? .noise : []
    var trueLetters = 0
    var figures = 0
    for symbol in text {
      if symbol >= 0x61 && symbol <= 0x7A {
        trueLetters += 1
      } else if symbol >= 0x80 {
        trueLetters += 1
        disguises.insert(.lookAlikes)
      } else {
        figures += 1
      }
    }
    if text.count > word.count {
      guard hasRun(text, of: 3) || isDoubled(text, word) else { return nil }
      disguises.insert(.repeats)
    }
    guard let swapped = align(text, word) else { return nil }
    if swapped > 0 {
      disguises.insert(.lookAlikes)
      // A word that is half figures is no word: b1t, 1st.
      guard word.count >= 4, trueLetters >= 2, trueLetters >= figures else { return nil }
    }
    return disguises.isEmpty
      ? nil : Reading(disguises: disguises, cost: 2 * swapped + (hasFigure(word) ? 1 : 0))
  }

  /// How few letters are written with another figure or letter if each sign of the text is a letter
  /// of the word, or repeats the one before; `nil` if that cannot be.
  private static func align(_ text: [UInt32], _ word: borrowing Span<UInt8>) -> Int? {
    let none = Int.max / 2
    // costs[j]: the best for the text so far as the first j letters.
    var costs = [Int](repeating: none, count: word.count + 1)
    costs[0] = 0
    for (index, symbol) in text.enumerated() {
      var following = [Int](repeating: none, count: word.count + 1)
      for letter in 0..<word.count {
        guard let cost = cost(symbol, UInt32(word[letter])) else { continue }
        let fresh = costs[letter]
        let isRepeated = index > 0 && text[index - 1] == symbol
        following[letter + 1] = min(fresh, isRepeated ? costs[letter + 1] : none) + cost
      }
      costs = following
    }
    let total = costs[word.count]
    return total < none ? total : nil
  }

  /// 0 for a letter that is or looks like the word's, 1 for one of the same class, else `nil`.
  private static func cost(_ symbol: UInt32, _ letter: UInt32) -> Int? {
    if symbol == letter || (symbol >= 0x80 && LookAlikes.targets(of: symbol).contains(letter)) {
      return 0
    }
    return Leet.representative(of: symbol) == Leet.representative(of: letter) ? 1 : nil
  }

  private static func hasFigure(_ word: borrowing Span<UInt8>) -> Bool {
    for index in word.indices where ScalarClass.isDigit(UInt32(word[index])) { return true }
    return false
  }

  private static func hasRun(_ text: [UInt32], of length: Int) -> Bool {
    var run = 0
    for (index, symbol) in text.enumerated() {
      run = index > 0 && text[index - 1] == symbol ? run + 1 : 1
      if run >= length { return true }
    }
    return false
  }

  /// Whether every letter is written twice.
  private static func isDoubled(_ text: [UInt32], _ word: borrowing Span<UInt8>) -> Bool {
    guard text.count == 2 * word.count else { return false }
    for index in 0..<word.count where text[2 * index] != text[2 * index + 1] { return false }
    return true
  }
}
