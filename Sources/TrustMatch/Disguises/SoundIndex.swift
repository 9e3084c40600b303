internal import TrustText

/// Finds Chinese literals by their sound: pinyin, homophones, initials.
///
/// Made only where a rule, or whoever screens, asks for it.
struct SoundIndex: Sendable {
  /// The syllables of the literals, each distinct row of syllables once.
  private let automaton: LiteralAutomaton
  /// For each row of syllables, the literals that sound so.
  private var literalsOfSound: [[Int32]] = []
  /// For the initials of a literal, the literals.
  private var literalsOfInitials: [[UInt32]: [Int32]] = [:]
  private let texts: LiteralTexts

  /// A found literal, in symbols of the reading.
  struct Find {
    var literal: Int32
    var range: Range<Int>
    var disguises: Disguises
  }

  /// Syllables are numbered in a plane of private use, apart from all symbols of texts.
  private static let firstSyllable: UInt32 = 0xF0000
  private static let mostInitials = 6
  private static let mostNeighbours = 3

  init(_ texts: LiteralTexts) {
    self.texts = texts
    var rows: [[UInt32]: Int] = [:]
    var literals: [Literal] = []
    for literal in 0..<texts.count {
      let symbols = texts[literal]
      guard symbols.count >= 2, symbols.allSatisfy({ ScalarClass($0) == .han }) else { continue }
      let row = symbols.compactMap(Syllables.number).map { Self.firstSyllable + $0 }
      guard row.count == symbols.count else { continue }
      if let known = rows[row] {
        literalsOfSound[known].append(Int32(literal))
      } else {
        rows[row] = literals.count
        literals.append(Literal(symbols: row, mayBeGlued: true))
        literalsOfSound.append([Int32(literal)])
      }
      if symbols.count <= Self.mostInitials {
        let initials = symbols.compactMap(Syllables.initial)
        literalsOfInitials[initials, default: []].append(Int32(literal))
      }
    }
    automaton = LiteralAutomaton(literals)
  }

  /// All literals that a reading holds by their sound and not by their characters.
  func find(in reading: DisguiseReading) -> [Find] {
    bySyllables(in: reading.symbols) + byInitials(in: reading.symbols)
  }

  // MARK: - Syllables

  private func bySyllables(in symbols: [UInt32]) -> [Find] {
    let stream = SoundStream(symbols, firstSyllable: Self.firstSyllable)
    var hits: [LiteralHit] = []
    automaton.findLiterals(in: stream.sounds, into: &hits)
    var finds: [Find] = []
    for hit in hits {
      for literal in literalsOfSound[Int(hit.literal)] {
        guard let disguises = disguises(of: hit.range, in: stream, symbols, as: texts[Int(literal)])
        else { continue }
        let range =
          stream.ranges[hit.range.lowerBound]
          .lowerBound..<stream.ranges[
            hit.range.upperBound - 1
          ].upperBound
        finds.append(Find(literal: literal, range: range, disguises: disguises))
      }
    }
    return finds
  }

  /// Whether a row of sounds is far enough from the literal to be a disguise and near enough to be
  /// no chance: two characters need one that is right, or pinyin, and a rule needs more than them.
  private func disguises(
    of range: Range<Int>,
    in stream: SoundStream,
    _ symbols: [UInt32],
    as literal: ArraySlice<UInt32>
  ) -> Disguises? {
    var right = 0
    var spelled = 0
    for (place, character) in zip(range, literal) {
      if stream.isSpelled(place) {
        spelled += 1
      } else if symbols[stream.ranges[place].lowerBound] == character {
        right += 1
      }
    }
    guard right < literal.count else { return nil }
    if literal.count >= 3 { return .sounds }
    return right > 0 || spelled == 2 ? [.sounds, .weak] : nil
  }

  // MARK: - Initials

  private func byInitials(in symbols: [UInt32]) -> [Find] {
    var finds: [Find] = []
    var index = 0
    while index < symbols.count {
      guard Self.isLetter(symbols[index]) else {
        index += 1
        continue
      }
      var end = index
      while end < symbols.count, ScalarClass(symbols[end]) == .word { end += 1 }
      if end - index <= Self.mostInitials, symbols[index..<end].allSatisfy(Self.isLetter) {
        finds += initials(index..<end, in: symbols)
      }
      index = end
    }
    return finds
  }

  private static func isLetter(_ symbol: UInt32) -> Bool { symbol >= 0x61 && symbol <= 0x7A }

  /// Literals whose initials, or some of them beside characters of theirs, stand at `token`.
  private func initials(_ token: Range<Int>, in symbols: [UInt32]) -> [Find] {
    let left = characters(before: token.lowerBound, in: symbols)
    let right = characters(from: token.upperBound, in: symbols)
    guard left + right > 0 || isAmongCharacters(token, in: symbols) else { return [] }
    var finds: [Find] = []
    for before in 0...left {
      for after in 0...right where before + after > 0 || token.count >= 2 {
        let range = token.lowerBound - before..<token.upperBound + after
        guard range.count >= 2, range.count <= Self.mostInitials else { continue }
        let key = symbols[range].compactMap {
          Self.isLetter($0) ? $0 : Syllables.initial(of: $0)
        }
        for literal in literalsOfInitials[key] ?? [] {
          let isRight = zip(symbols[range], texts[Int(literal)]).allSatisfy {
            Self.isLetter($0) || $0 == $1
          }
          guard isRight else { continue }
          let isSure = before + after >= 2 && token.count == 1
          finds.append(
            Find(literal: literal, range: range, disguises: isSure ? .sounds : [.sounds, .weak])
          )
        }
      }
    }
    return finds
  }

  /// Whether a character stands beside a space beside letters.
  private func isAmongCharacters(_ token: Range<Int>, in symbols: [UInt32]) -> Bool {
    let (before, after) = (token.lowerBound - 2, token.upperBound + 1)
    return before >= 0 && ScalarClass(symbols[before]) == .han
      || after < symbols.count && ScalarClass(symbols[after]) == .han
  }

  private func characters(before index: Int, in symbols: [UInt32]) -> Int {
    var count = 0
    while count < Self.mostNeighbours, index - count > 0,
      ScalarClass(symbols[index - count - 1]) == .han
    {
      count += 1
    }
    return count
  }

  private func characters(from index: Int, in symbols: [UInt32]) -> Int {
    var count = 0
    while count < Self.mostNeighbours, index + count < symbols.count,
      ScalarClass(symbols[index + count]) == .han
    {
      count += 1
    }
    return count
  }
}

/// A reading as syllables: of its characters, and of the letters that spell some.
struct SoundStream {
  /// The syllables; other symbols are as they are.
  private(set) var sounds: [UInt32] = []
  /// For each, the symbols of the reading.
  private(set) var ranges: [Range<Int>] = []
  private var spelled: [Bool] = []

  init(_ symbols: [UInt32], firstSyllable: UInt32) {
    var index = 0
    while index < symbols.count {
      let symbol = symbols[index]
      if let number = Syllables.number(of: symbol) {
        append(firstSyllable + number, index..<index + 1, isSpelled: false)
        index += 1
        continue
      }
      var end = index
      while end < symbols.count, symbols[end] >= 0x61, symbols[end] <= 0x7A { end += 1 }
      if end > index, let syllables = Syllables.parse(symbols[index..<end]) {
        for (number, range) in syllables {
          append(firstSyllable + number, range, isSpelled: true)
        }
        index = end
        continue
      }
      // A space or hyphen beside pinyin parts syllables, not words.
      let isGap = [0x20, 0x27, 0x2D].contains(symbol) && spelled.last == true
      if !isGap { append(symbol, index..<max(end, index + 1), isSpelled: false) }
      index = max(end, index + 1)
    }
  }

  /// Whether a sound is written in letters.
  func isSpelled(_ place: Int) -> Bool { spelled[place] }

  private mutating func append(_ sound: UInt32, _ range: Range<Int>, isSpelled: Bool) {
    sounds.append(sound)
    ranges.append(range)
    spelled.append(isSpelled)
  }
}
