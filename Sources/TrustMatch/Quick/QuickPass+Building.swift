internal import CTrustQuick
internal import TrustText

extension QuickPass {
  /// Builds the quick pass; `nil` if there are no patterns, or one has no gate that windows tell of,
  /// so that any post may match it.
  ///
  /// - Parameters:
  ///   - literals: All literals.
  ///   - gates: For each gate, the literals that open it.
  ///   - patterns: For each pattern, the gates that it needs, the rarest first.
  /// - Complexity: linear in the literals of all gates.
  package init?(literals: [Literal], gates: [[Int32]], patterns: [[Int32]]) {
    guard !patterns.isEmpty, patterns.allSatisfy({ !$0.isEmpty }) else { return nil }
    var builder = QuickPassBuilder(literals: literals, gates: gates)
    guard builder.add(patterns) else { return nil }
    self.init(image: builder.image())
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
  /// The windows by how common they are; a window's key is its place plus one.
  private var windows: [QuickWindow] = []
  private var keysOfLiteral: [[UInt32]] = []

  /// For each key, the tests it calls for.
  private var testsOfKey: [[UInt32]] = []
  /// For each test, the other gates that must be open.
  private var tests: [Test] = []
  /// The gates that tests ask for, and their numbers in the tables; one without is not asked for.
  private var partners: [Int32: UInt32] = [:]
  private var partnerGates: [Int32] = []

  init(literals: [Literal], gates: [[Int32]]) {
    self.literals = literals
    self.gates = gates
    alphabet = QuickAlphabet(of: literals)
    var shares: [QuickWindow: Double] = [:]
    let chosen = literals.map { literal -> [QuickWindow] in
      let signs = QuickWindow.signs(of: literal, in: alphabet)
      for (window, share) in signs { shares[window] = max(share, shares[window] ?? 0) }
      return signs.map(\.window)
    }
    windows = shares.sorted { ($1.value, $0.key.order) < ($0.value, $1.key.order) }.map(\.key)
    var keys: [QuickWindow: UInt32] = [:]
    for (index, window) in windows.enumerated() { keys[window] = UInt32(index + 1) }
    keysOfLiteral = chosen.map { $0.compactMap { keys[$0] } }
    testsOfKey = [[UInt32]](repeating: [], count: windows.count + 1)
  }

  /// Adds the tests of patterns; false if one needs no gate that windows tell of.
  mutating func add(_ patterns: [[Int32]]) -> Bool {
    var known: [[Int32]: Bool] = [:]
    for pattern in patterns {
      let needed = Array(pattern.filter { hasWindows($0) }.prefix(1 + Self.mostPartners))
      guard !needed.isEmpty else { return false }
      guard known[needed] == nil else { continue }
      known[needed] = true
      let test = UInt32(tests.count)
      tests.append(Array(needed.dropFirst()))
      for gate in needed.dropFirst()
      where partners[gate] == nil && partnerGates.count < Int(TRUST_QUICK_MOST_GATES) {
        partners[gate] = UInt32(partnerGates.count)
        partnerGates.append(gate)
      }
      for key in keys(of: needed[0]) { testsOfKey[Int(key)].append(test) }
    }
    return true
  }

  /// Whether windows tell of all literals of a gate; one with a literal that has none, as `!`, is
  /// taken to be always open.
  private func hasWindows(_ gate: Int32) -> Bool {
    gates[Int(gate)].allSatisfy { !keysOfLiteral[Int($0)].isEmpty }
  }

  private func keys(of gate: Int32) -> [UInt32] {
    Set(gates[Int(gate)].flatMap { keysOfLiteral[Int($0)] }).sorted()
  }

  // MARK: - The image

  func image() -> [UInt32] {
    var image = QuickImage()
    let (blocks, classes) = alphabet.table()
    image.add(TRUST_QUICK_BLOCKS, halves: blocks)
    image.add(TRUST_QUICK_CLASSES, halves: classes)
    image.set(TRUST_QUICK_HAN_END, UInt32(alphabet.hanEnd))
    addWindows(to: &image)
    addAffixes(to: &image)
    image.add(TRUST_QUICK_TEST_STARTS, TRUST_QUICK_TESTS, lists: testsOfKey)
    image.add(
      TRUST_QUICK_PARTNER_STARTS,
      TRUST_QUICK_PARTNERS,
      lists: tests.map { $0.compactMap { partners[$0] } }
    )
    addGates(to: &image)
    return image.words
  }

  private func addWindows(to image: inout QuickImage) {
    var singles = [UInt32](
      repeating: 0,
      count: Int(alphabet.end) - Int(TRUST_QUICK_FIRST_HAN)
    )
    var hashed: [(hash: UInt64, key: UInt32)] = []
    for (index, window) in windows.enumerated() {
      if case .single(let number) = window {
        singles[Int(number) - Int(TRUST_QUICK_FIRST_HAN)] = UInt32(index + 1)
      } else if let hash = window.hash {
        hashed.append((hash, UInt32(index + 1)))
      }
    }
    image.add(TRUST_QUICK_SINGLES, singles)

    var slotBits = 4
    while 2 << slotBits < 3 * hashed.count { slotBits += 1 }
    // Eight bits of the filter for a slot.
    let bloomBits = max(5, slotBits + 3)
    var bloom = [UInt32](repeating: 0, count: 1 << (bloomBits - 5))
    var slots = [UInt32](repeating: 0, count: 2 << slotBits)
    for (hash, key) in hashed {
      let place = Int(hash >> UInt64(64 - bloomBits))
      bloom[place >> 5] |= 1 << UInt32(place & 31)
      var slot = Int(truncatingIfNeeded: hash) & (1 << slotBits - 1)
      while slots[2 * slot] != 0 { slot = (slot + 1) & (1 << slotBits - 1) }
      slots[2 * slot] = trust_quick_tag(hash)
      slots[2 * slot + 1] = key
    }
    image.add(TRUST_QUICK_BLOOM, bloom)
    image.set(TRUST_QUICK_BLOOM_SHIFT, UInt32(64 - bloomBits))
    image.add(TRUST_QUICK_SLOTS, slots)
    image.set(TRUST_QUICK_SLOT_MASK, UInt32(1 << slotBits - 1))
  }

  /// A word of glued literals begins with the last word of one and ends with the first of another.
  private func addAffixes(to image: inout QuickImage) {
    var affixes = [UInt32](repeating: 0, count: 1 << (Int(TRUST_QUICK_AFFIX_BITS) - 5))
    var pieces = [UInt32](repeating: 0, count: 1 << (Int(TRUST_QUICK_PIECE_BITS) - 5))
    for literal in literals where literal.mayBeGlued {
      let words = literal.symbols.split { ScalarClass($0) != .word }
        .map { QuickWindow.letters(of: $0) }
      for (side, word) in [words.last, words.first].enumerated() {
        guard let word, word.count >= 2 else { continue }
        let count = min(4, word.count)
        let letters = side == 0 ? Array(word.prefix(count)) : Array(word.suffix(count))
        let packed = letters.reduce(UInt32(0)) { $0 << 6 | UInt32($1) }
        let affix = trust_quick_affix(UInt32(side), packed, UInt32(count))
        affixes[Int(affix >> 5)] |= 1 << (affix & 31)
        let hash = QuickWindow.words(word, nil).hash ?? 0
        for side in UInt32(0)...1 {
          let piece = trust_quick_piece(side, hash)
          pieces[Int(piece >> 5)] |= 1 << (piece & 31)
        }
      }
    }
    image.add(TRUST_QUICK_AFFIXES, affixes)
    image.add(TRUST_QUICK_PIECES, pieces)
  }

  private func addGates(to image: inout QuickImage) {
    var gatesOfKey = [[UInt32]](repeating: [], count: windows.count + 1)
    for (number, gate) in partnerGates.enumerated() {
      for key in keys(of: gate) { gatesOfKey[Int(key)].append(UInt32(number)) }
    }
    image.add(TRUST_QUICK_GATE_STARTS, starts: gatesOfKey)
    image.add(TRUST_QUICK_KEY_GATES, halves: gatesOfKey.joined().map { UInt16($0) })
    image.set(TRUST_QUICK_GATES, UInt32(partnerGates.count))
  }
}

extension QuickWindow {
  /// A fixed order among windows that are equally common.
  fileprivate var order: UInt64 {
    switch self {
    case .words, .respelled, .run, .mixed: hash ?? 0
    case .single(let number): UInt64(number)
    }
  }
}

/// The tables of a quick pass, put together.
private struct QuickImage {
  private(set) var words = [UInt32](repeating: 0, count: Int(TRUST_QUICK_HEADER))

  mutating func set(_ section: some BinaryInteger, _ value: UInt32) {
    words[Int(section)] = value
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
