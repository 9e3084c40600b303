internal import CTrustQuick
internal import TrustText

extension QuickPass {
  /// Builds the quick pass; `nil` if there are no patterns, or one has no gate that signs tell of,
  /// so that any post may match it, or a sign tells of more patterns than the tables have room for.
  ///
  /// - Parameters:
  ///   - literals: All literals.
  ///   - gates: For each gate, the literals that open it.
  ///   - patterns: For each pattern, the gates that it needs, the rarest first.
  /// - Complexity: linear in the literals of all gates.
  package init?(literals: [Literal], gates: [[Int32]], patterns: [[Int32]]) {
    guard !patterns.isEmpty, patterns.allSatisfy({ !$0.isEmpty }) else { return nil }
    var builder = QuickPassBuilder(literals: literals, gates: gates)
    guard builder.add(patterns), let image = builder.image() else { return nil }
    self.init(image: image)
  }
}

/// Works out the tables of a quick pass.
private struct QuickPassBuilder {
  private typealias Test = [Int32]

  /// More gates than these are not asked for.
  private static let mostPartners = 5

  private let literals: [Literal]
  private let gates: [[Int32]]
  private let alphabet: QuickAlphabet
  /// The signs of literals by how common they are.
  private var signs: [QuickSign] = []
  private var signsOfLiteral: [[Int]] = []

  /// For each sign, the tests it calls for.
  private var testsOfSign: [[UInt32]] = []
  /// For each test, the other gates that must be open, the rarest first.
  private var tests: [Test] = []
  private var numbersOfTests: [Test: UInt32] = [:]
  /// The gates that tests ask for first, and those that they ask for then.
  private var first = Partners()
  private var others = Partners()

  /// Gates that tests ask for, and their numbers in the tables; one without is not asked for.
  private struct Partners {
    private(set) var gates: [Int32] = []
    private var numbers: [Int32: UInt32] = [:]

    func number(of gate: Int32) -> UInt32? { numbers[gate] }

    mutating func add(_ gate: Int32) {
      guard numbers[gate] == nil, gates.count < Int(TRUST_QUICK_MOST_GATES) else { return }
      numbers[gate] = UInt32(gates.count)
      gates.append(gate)
    }
  }

  init(literals: [Literal], gates: [[Int32]]) {
    self.literals = literals
    self.gates = gates
    alphabet = QuickAlphabet(of: literals)
    var shares: [QuickSign: Double] = [:]
    let chosen = literals.map { literal -> [QuickSign] in
      let signs = QuickSign.signs(of: literal, in: alphabet)
      for (sign, share) in signs { shares[sign] = max(share, shares[sign] ?? 0) }
      return signs.map(\.sign)
    }
    signs = shares.sorted { a, b in
      a.value == b.value ? QuickSign.precedes(a.key, b.key) : a.value > b.value
    }
    .map(\.key)
    var places: [QuickSign: Int] = [:]
    for (index, sign) in signs.enumerated() { places[sign] = index }
    signsOfLiteral = chosen.map { $0.compactMap { places[$0] } }
    testsOfSign = [[UInt32]](repeating: [], count: signs.count)
  }

  /// Adds the tests of patterns; false if one needs no gate that signs tell of.
  mutating func add(_ patterns: [[Int32]]) -> Bool {
    var known: [[Int32]: Bool] = [:]
    for pattern in patterns {
      let needed = Array(pattern.filter { hasSigns($0) }.prefix(1 + Self.mostPartners))
      guard !needed.isEmpty else { return false }
      guard known[needed] == nil else { continue }
      known[needed] = true
      let test = number(of: Array(needed.dropFirst()))
      for sign in signs(of: needed[0]) where testsOfSign[sign].last != test {
        testsOfSign[sign].append(test)
      }
    }
    return true
  }

  private mutating func number(of test: Test) -> UInt32 {
    if let known = numbersOfTests[test] { return known }
    let number = UInt32(tests.count)
    numbersOfTests[test] = number
    tests.append(test)
    for gate in test.prefix(2) { first.add(gate) }
    for gate in test.dropFirst(2) { others.add(gate) }
    return number
  }

  /// Whether signs tell of all literals of a gate; one with a literal that has none, as `!`, is
  /// taken to be always open.
  private func hasSigns(_ gate: Int32) -> Bool {
    gates[Int(gate)].allSatisfy { !signsOfLiteral[Int($0)].isEmpty }
  }

  private func signs(of gate: Int32) -> [Int] {
    Set(gates[Int(gate)].flatMap { signsOfLiteral[Int($0)] }).sorted()
  }

  // MARK: - The image

  /// `nil` if a key calls for more tests than there is room for.
  func image() -> [UInt32]? {
    var image = QuickImage()
    let (blocks, classes) = alphabet.table()
    image.add(TRUST_QUICK_BLOCKS, halves: blocks)
    image.add(TRUST_QUICK_CLASSES, halves: classes)
    image.set(TRUST_QUICK_HAN_END, UInt32(alphabet.hanEnd))
    let keys = keys()
    guard keys.all.allSatisfy({ $0.tests.count <= Int(TRUST_QUICK_TEST_COUNT) }) else { return nil }
    addWindows(keys.ofSigns, to: &image)
    addAffixes(to: &image)
    addWholeWords(to: &image)
    addKeys(keys.all, to: &image)
    image.add(
      TRUST_QUICK_PARTNER_STARTS,
      TRUST_QUICK_PARTNERS,
      lists: tests.map { $0.dropFirst(2).compactMap { others.number(of: $0) } }
    )
    let inline = Int(TRUST_QUICK_INLINE_GATES)
    image.add(
      TRUST_QUICK_FIRST_STARTS,
      TRUST_QUICK_KEY_FIRSTS,
      halves: keys.all.map { Array($0.first.dropFirst(inline)) }
    )
    image.set(TRUST_QUICK_FIRSTS, alwaysOpen)
    image.add(TRUST_QUICK_GATE_STARTS, TRUST_QUICK_KEY_GATES, halves: keys.all.map(\.others))
    image.set(TRUST_QUICK_GATES, UInt32(others.gates.count))
    return image.words
  }

  /// The number of the first gate that always is.
  private var alwaysOpen: UInt32 { UInt32(first.gates.count) }

  private func addKeys(_ keys: [Effect], to image: inout QuickImage) {
    let inline = Int(TRUST_QUICK_INLINE_GATES)
    var halves: [UInt16] = []
    var calls: [UInt32] = []
    for key in keys {
      let gates = key.first.prefix(inline)
      halves += gates.map { UInt16($0) }
      halves += repeatElement(UInt16(alwaysOpen), count: inline - gates.count)
      let hasMore = key.first.count > inline ? UInt16(TRUST_QUICK_HAS_MORE) : 0
      halves.append(UInt16(key.tests.count) | hasMore)
      let firstTest = UInt32(calls.count / 2)
      halves += [UInt16(truncatingIfNeeded: firstTest), UInt16(firstTest >> 16)]
      for number in key.tests {
        let test = tests[Int(number)]
        // One that there is no number for is not asked for.
        let gates = (0..<2).map { place in
          place < test.count ? first.number(of: test[place]) ?? alwaysOpen : alwaysOpen
        }
        calls += [gates[0] | gates[1] << 16, number]
      }
    }
    image.add(TRUST_QUICK_KEYS, halves: halves)
    image.add(TRUST_QUICK_TESTS, calls)
  }

  /// The commonest words that no literals make up.
  private func addWholeWords(to image: inout QuickImage) {
    var table = [UInt32](repeating: 0, count: 4 << Int(TRUST_QUICK_WHOLE_BITS))
    let longest = Int(TRUST_QUICK_LONGEST_WHOLE)
    for letters in Background.shared.commonWords where letters.count <= longest {
      let place = 4 * Int(trust_quick_whole(QuickWindow.hash(letters)))
      guard table[place..<place + 4].allSatisfy({ $0 == 0 }), !image.mayBeGlued(letters) else {
        continue
      }
      // As many bytes as are read of them.
      let room = letters + [UInt8](repeating: 0, count: 16 - letters.count)
      // SAFETY: it reads 16 bytes.
      let packed = unsafe room.withUnsafeBufferPointer { room in
        unsafe trust_quick_pack(room.baseAddress, UInt32(letters.count))
      }
      for (index, half) in [packed.low, packed.high].enumerated() {
        table[place + 2 * index] = UInt32(truncatingIfNeeded: half)
        table[place + 2 * index + 1] = UInt32(half >> 32)
      }
    }
    image.add(TRUST_QUICK_WHOLE, table)
  }

  /// What a sign brings about.
  private struct Effect: Hashable {
    var tests: [UInt32] = []
    var first: [UInt32] = []
    var others: [UInt32] = []
  }

  /// The effects that signs have, numbered; 0 is none.
  private func keys() -> (all: [Effect], ofSigns: [UInt32]) {
    var effects = testsOfSign.map { Effect(tests: $0) }
    for (number, gate) in first.gates.enumerated() {
      for sign in signs(of: gate) { effects[sign].first.append(UInt32(number)) }
    }
    for (number, gate) in others.gates.enumerated() {
      for sign in signs(of: gate) { effects[sign].others.append(UInt32(number)) }
    }
    var all = [Effect()]
    var keys: [Effect: UInt32] = [Effect(): 0]
    let ofSigns = effects.map { effect in
      if let key = keys[effect] { return key }
      let key = UInt32(all.count)
      keys[effect] = key
      all.append(effect)
      return key
    }
    return (all, ofSigns)
  }

  private func addWindows(_ keys: [UInt32], to image: inout QuickImage) {
    var singles = [UInt32](
      repeating: 0,
      count: Int(alphabet.end) - Int(TRUST_QUICK_FIRST_HAN)
    )
    // The windows in the order of their most common literals, and the signs that each is of.
    var windows: [(window: QuickWindow, signs: [Int])] = []
    var places: [QuickWindow: Int] = [:]
    for (index, sign) in signs.enumerated() where keys[index] != 0 {
      if case .single(let number) = sign.window {
        singles[Int(number) - Int(TRUST_QUICK_FIRST_HAN)] = keys[index]
      } else if sign.window == .digits {
        image.set(TRUST_QUICK_DIGITS, keys[index])
      } else if let place = places[sign.window] {
        windows[place].signs.append(index)
      } else {
        places[sign.window] = windows.count
        windows.append((sign.window, [index]))
      }
    }
    image.add(TRUST_QUICK_SINGLES, singles)

    var slotBits = 4
    while 2 << slotBits < 3 * windows.count { slotBits += 1 }
    // Eight bits of the filter for a slot.
    let bloomBits = max(5, slotBits + 3)
    var bloom = [UInt32](repeating: 0, count: 1 << (bloomBits - 5))
    var slots = [UInt32](repeating: 0, count: 2 << slotBits)
    var neighbours: [UInt32] = []
    for (window, places) in windows {
      let hash = window.hash ?? 0
      let place = Int(hash >> UInt64(64 - bloomBits))
      bloom[place >> 5] |= 1 << UInt32(place & 31)
      var slot = Int(truncatingIfNeeded: hash) & (1 << slotBits - 1)
      while slots[2 * slot] != 0 { slot = (slot + 1) & (1 << slotBits - 1) }
      slots[2 * slot] = trust_quick_tag(hash)
      slots[2 * slot + 1] = UInt32(neighbours.count)
      neighbours.append(UInt32(places.count))
      for place in places {
        let sign = signs[place]
        let counts = (UInt32(sign.before.count), UInt32(sign.behind.count))
        neighbours += [keys[place], counts.0 | counts.1 << 8 | sign.marks]
        neighbours += sign.before + sign.behind
      }
    }
    image.add(TRUST_QUICK_BLOOM, bloom)
    image.set(TRUST_QUICK_BLOOM_SHIFT, UInt32(64 - bloomBits))
    image.add(TRUST_QUICK_SLOTS, slots)
    image.set(TRUST_QUICK_SLOT_MASK, UInt32(1 << slotBits - 1))
    image.add(TRUST_QUICK_NEIGHBOURS, neighbours)
  }

  /// A word of glued literals begins with the last word of one and ends with the first of another.
  private func addAffixes(to image: inout QuickImage) {
    var affixes = [UInt32](repeating: 0, count: 1 << (Int(TRUST_QUICK_AFFIX_BITS) - 5))
    var pieces = [UInt32](repeating: 0, count: 1 << (Int(TRUST_QUICK_PIECE_BITS) - 5))
    func note(_ word: [UInt8], at place: UInt32) {
      for bit in UInt32(0)...2 {
        let piece = trust_quick_piece(place, bit, QuickWindow.hash(word))
        pieces[Int(piece >> 5)] |= 1 << (piece & 31)
      }
    }
    func noteAffix(_ letters: some Collection<UInt8>, side: UInt32) {
      let packed = letters.reduce(UInt32(0)) { $0 << 6 | UInt32($1) }
      let affix = trust_quick_affix(side, packed, UInt32(letters.count))
      affixes[Int(affix >> 5)] |= 1 << (affix & 31)
    }
    for literal in literals where literal.mayBeGlued {
      for (word, place) in QuickLiteral.pieces(of: literal.symbols) {
        note(word, at: place)
        if place == TRUST_QUICK_STARTING { noteAffix(word.prefix(4), side: 0) }
        if place == TRUST_QUICK_ENDING { noteAffix(word.suffix(4), side: 1) }
        if place != TRUST_QUICK_STARTING { noteAffix(word.prefix(4), side: 2) }
      }
    }
    image.add(TRUST_QUICK_AFFIXES, affixes)
    image.add(TRUST_QUICK_PIECES, pieces)
  }
}

/// The tables of a quick pass, put together.
private struct QuickImage {
  private(set) var words = [UInt32](repeating: 0, count: Int(TRUST_QUICK_HEADER))

  mutating func set(_ section: some BinaryInteger, _ value: UInt32) {
    words[Int(section)] = value
  }

  /// Whether literals may be glued together to a word, by the tables of pieces, which must be there.
  func mayBeGlued(_ letters: [UInt8]) -> Bool {
    // SAFETY: it reads as many letters, and the tables that were put in whole.
    unsafe letters.withUnsafeBufferPointer { letters in
      unsafe words.withUnsafeBufferPointer { words in
        unsafe trust_quick_may_be_glued(
          words.baseAddress,
          letters.baseAddress,
          UInt32(letters.count)
        )
          != 0
      }
    }
  }

  mutating func add(_ section: some BinaryInteger, _ table: [UInt32]) {
    set(section, UInt32(words.count))
    words += table
  }

  /// Adds a table of halves of words, the lower half first.
  mutating func add(_ section: some BinaryInteger, halves: [UInt16]) {
    let padded = halves.count % 2 == 0 ? halves : halves + [0]
    add(
      section,
      stride(from: 0, to: padded.count, by: 2).map {
        // As the memory of a little-endian machine has them.
        UInt32(padded[$0]).littleEndian | UInt32(padded[$0 + 1]).littleEndian << 16
      }
    )
  }

  /// Adds lists, and where they start.
  mutating func add(
    _ starts: some BinaryInteger,
    _ values: some BinaryInteger,
    halves lists: [[UInt32]]
  ) {
    add(starts, starts: lists)
    add(values, halves: lists.joined().map { UInt16($0) })
  }

  mutating func add(
    _ starts: some BinaryInteger,
    _ values: some BinaryInteger,
    lists: [[UInt32]]
  ) {
    add(starts, starts: lists)
    add(values, Array(lists.joined()))
  }

  /// Adds where lists start that stand one behind the other, and the end of the last.
  mutating func add(_ section: some BinaryInteger, starts lists: [[UInt32]]) {
    var places: [UInt32] = [0]
    for list in lists { places.append(places[places.count - 1] + UInt32(list.count)) }
    add(section, places)
  }
}
