/// How Chinese characters are read, without tones.
///
/// Source: ICU's transliterator, see `DisguiseTableGenerator`.
package enum Syllables {
  /// The syllables, in the order of their numbers.
  private static let all: [(spelling: [UInt32], characters: [UInt32])] = {
    let text = data.withUTF8Buffer { unsafe String(decoding: $0, as: UTF8.self) }
    return text.split(whereSeparator: \.isWhitespace).compactMap { entry in
      let parts = entry.split(separator: ":")
      guard parts.count == 2 else { return nil }
      return (parts[0].unicodeScalars.map(\.value), parts[1].unicodeScalars.map(\.value))
    }
  }()

  private static let ofCharacter: [UInt32: UInt32] = {
    var table: [UInt32: UInt32] = [:]
    for (number, syllable) in all.enumerated() {
      for character in syllable.characters where table[character] == nil {
        table[character] = UInt32(number)
      }
    }
    return table
  }()

  private static let ofSpelling: [[UInt32]: UInt32] = {
    var table: [[UInt32]: UInt32] = [:]
    let vowels = Set("aeiou".unicodeScalars.map(\.value))
    for (number, syllable) in all.enumerated()
    where syllable.spelling.contains(where: vowels.contains) {
      table[syllable.spelling] = UInt32(number)
    }
    return table
  }()

  private static let longestSpelling = 6
  private static let longestRun = 48

  /// The number of a character's syllable.
  static func number(of character: UInt32) -> UInt32? { ofCharacter[character] }

  /// The first letter of a character's syllable.
  static func initial(of character: UInt32) -> UInt32? {
    ofCharacter[character].map { all[Int($0)].spelling[0] }
  }

  /// How a character is spelled.
  package static func spelling(of character: UInt32) -> [UInt32]? {
    ofCharacter[character].map { all[Int($0)].spelling }
  }

  /// Other characters that sound like one.
  package static func homophones(of character: UInt32) -> [UInt32] {
    guard let number = ofCharacter[character] else { return [] }
    return all[Int(number)].characters.filter { $0 != character }
  }

  /// The syllables that letters spell, with the letters of each, if they spell nothing else; of
  /// several ways the one with the fewest.
  ///
  /// - Complexity: O(n), as syllables and runs are short.
  static func parse(_ letters: ArraySlice<UInt32>) -> [(number: UInt32, range: Range<Int>)]? {
    guard letters.count <= longestRun else { return nil }
    let start = letters.startIndex
    // best[i]: the fewest syllables for the first i letters, and the length of the last.
    var best: [(count: Int, length: Int)?] = [(0, 0)]
    for end in 1...max(1, letters.count) {
      var choice: (count: Int, length: Int)?
      for length in 1...min(longestSpelling, end) {
        guard let before = best[end - length],
          number(spelled: letters[start + end - length..<start + end]) != nil,
          choice.map({ before.count + 1 < $0.count }) ?? true
        else { continue }
        choice = (before.count + 1, length)
      }
      best.append(choice)
    }
    var syllables: [(number: UInt32, range: Range<Int>)] = []
    var end = letters.count
    while end > 0 {
      guard let step = best[end] else { return nil }
      let range = start + end - step.length..<start + end
      guard let number = number(spelled: letters[range]) else { return nil }
      syllables.append((number, range))
      end -= step.length
    }
    return syllables.reversed()
  }

  /// `v` is typed for `ü`, which the table writes as `u`.
  private static func number(spelled letters: ArraySlice<UInt32>) -> UInt32? {
    ofSpelling[letters.map { $0 == 0x76 ? 0x75 : $0 }]
  }
}
