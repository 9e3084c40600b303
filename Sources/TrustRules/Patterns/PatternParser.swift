internal import TrustText

/// Reads one line of the pattern language; see `rules/README.md`.
package struct PatternParser {
  /// A mistake in a pattern, and the character it is at.
  package struct Failure: Error, Equatable {
    package var column: Int
    package var message: String
    package var hint: String?
    /// Whether a limit was passed rather than the grammar broken.
    package var isLimit = false
  }

  package static let longestGap = 30
  package static let defaultGap = 8
  package static let mostTerms = 8

  private enum Token: Equatable {
    case word(String, inflects: Bool)
    case name(String)
    case open, close, bar, and, optional
    case gap(Int)
  }

  private let source: String
  private let characters: [Character]
  private var tokens: [(token: Token, column: Int, isSpaced: Bool)] = []
  private var at = 0

  private init(_ source: String) {
    self.source = source
    characters = Array(source)
  }

  /// Parses a pattern.
  ///
  /// - Complexity: O(n).
  package static func parse(_ source: String) throws(Failure) -> Pattern {
    if let plain = plainPattern(source) { return plain }
    var parser = PatternParser(source)
    try parser.tokenise()
    return try parser.pattern()
  }

  /// PERF: nearly all entries of lists are plain words; this is most of the time of reading a pack.
  private static func plainPattern(_ source: String) -> Pattern? {
    let isPlain = source.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "'"),
        UInt8(ascii: "#"), 0x80...:
        true
      default: false
      }
    }
    // A full-width space parts words as a space does.
    guard isPlain, !source.isEmpty, !source.unicodeScalars.contains("\u{3000}") else { return nil }
    let atom = Atom.literal([LiteralWord(text: source, inflects: false)])
    return Pattern(
      operands: [TermSequence(terms: [Term(alternatives: [[Piece(atom: atom)]])])],
      source: source
    )
  }

  // MARK: - Tokens

  private mutating func tokenise() throws(Failure) {
    var index = 0
    var isSpaced = true
    while index < characters.count {
      let start = index
      let character = characters[index]
      switch character {
      case " ", "\t", "\u{3000}":
        index += 1
        isSpaced = true
        continue
      case "(": append(.open, start, isSpaced, &index)
      case ")": append(.close, start, isSpaced, &index)
      case "|": append(.bar, start, isSpaced, &index)
      case "&": append(.and, start, isSpaced, &index)
      case "?" where tokens.last?.token == .close && !isSpaced:
        append(.optional, start, isSpaced, &index)
      case "<":
        guard let end = characters[index...].firstIndex(of: ">") else {
          throw Failure(
            column: start,
            message: "“<” is not closed",
            hint: "write <name>, or \\< for the sign itself"
          )
        }
        tokens.append((.name(String(characters[index + 1..<end])), start, isSpaced))
        index = end + 1
      case ">":
        throw Failure(
          column: start,
          message: "“>” without “<”",
          hint: "write \\> for the sign itself"
        )
      case "." where isGap(at: index): index = try readGap(at: index, isSpaced)
      default: index = try readWord(at: index, isSpaced)
      }
      isSpaced = false
    }
  }

  private mutating func append(_ token: Token, _ column: Int, _ spaced: Bool, _ index: inout Int) {
    tokens.append((token, column, spaced))
    index += 1
  }

  private func isGap(at index: Int) -> Bool {
    index + 2 < characters.count && characters[index + 1] == "." && characters[index + 2] == "."
  }

  private mutating func readGap(at start: Int, _ isSpaced: Bool) throws(Failure) -> Int {
    var index = start + 3
    var digits = ""
    while index < characters.count, characters[index].isASCII, characters[index].isNumber {
      digits.append(characters[index])
      index += 1
    }
    let words = digits.isEmpty ? Self.defaultGap : Int(digits) ?? Int.max
    guard words <= Self.longestGap else {
      throw Failure(
        column: start,
        message: "the gap is longer than \(Self.longestGap) words",
        hint: "use “&” for words that may be far apart",
        isLimit: true
      )
    }
    tokens.append((.gap(words), start, isSpaced))
    return index
  }

  private mutating func readWord(at start: Int, _ isSpaced: Bool) throws(Failure) -> Int {
    var index = start
    var text = ""
    while index < characters.count, !Self.endsWord(characters[index]),
      !(characters[index] == "." && isGap(at: index))
    {
      if characters[index] == "\\" {
        index += 1
        guard index < characters.count else {
          throw Failure(column: index - 1, message: "“\\” quotes nothing", hint: "write \\\\")
        }
      }
      text.append(characters[index])
      index += 1
    }
    let inflects = text.count > 1 && text.hasSuffix("~")
    if inflects { text.removeLast() }
    tokens.append((.word(text, inflects: inflects), start, isSpaced))
    return index
  }

  private static func endsWord(_ character: Character) -> Bool {
    switch character {
    case " ", "\t", "\u{3000}", "(", ")", "|", "&", "<", ">": true
    default: false
    }
  }

  // MARK: - Grammar

  private mutating func pattern() throws(Failure) -> Pattern {
    var operands = [try sequence()]
    while at < tokens.count, tokens[at].token == .and {
      at += 1
      operands.append(try sequence())
    }
    guard at == tokens.count else {
      throw Failure(column: tokens[at].column, message: "“)” or “|” without “(”")
    }
    let count = operands.reduce(0) { $0 + $1.terms.count }
    guard count <= Self.mostTerms else {
      throw Failure(
        column: 0,
        message: "\(count) terms; a pattern has at most \(Self.mostTerms)",
        hint: "split it into several patterns",
        isLimit: true
      )
    }
    return Pattern(operands: operands, source: source)
  }

  private mutating func sequence() throws(Failure) -> TermSequence {
    var terms: [Term] = []
    var gap: (words: Int, column: Int)?
    scan: while at < tokens.count {
      let column = tokens[at].column
      switch tokens[at].token {
      case .and, .close, .bar: break scan
      case .gap(let words):
        guard !terms.isEmpty, gap == nil else {
          throw Failure(column: column, message: "a gap stands between two terms")
        }
        gap = (words, column)
        at += 1
      default:
        var term = try self.term()
        term.gap = gap?.words
        gap = nil
        if !merge(term, into: &terms) { terms.append(term) }
      }
    }
    if let gap { throw Failure(column: gap.column, message: "a gap stands between two terms") }
    guard !terms.isEmpty else {
      let column = at < tokens.count ? tokens[at].column : characters.count
      throw Failure(column: column, message: "nothing to find here", hint: "write a word or <list>")
    }
    guard terms.contains(where: { !$0.isOptional }) else {
      throw Failure(column: 0, message: "everything is optional", hint: "drop one “?”")
    }
    return TermSequence(terms: terms)
  }

  private mutating func term() throws(Failure) -> Term {
    guard tokens[at].token == .open else {
      return Term(alternatives: [[Piece(atom: try atom())]])
    }
    let opened = tokens[at].column
    at += 1
    var alternatives: [[Piece]] = []
    while true {
      alternatives.append(try alternative(opened))
      guard at < tokens.count else {
        throw Failure(column: opened, message: "“(” is not closed")
      }
      at += 1
      if tokens[at - 1].token == .close { break }
    }
    var term = Term(alternatives: alternatives)
    if at < tokens.count, tokens[at].token == .optional {
      term.isOptional = true
      at += 1
    }
    return term
  }

  private mutating func alternative(_ opened: Int) throws(Failure) -> [Piece] {
    var pieces: [Piece] = []
    var gap: (words: Int, column: Int)?
    while at < tokens.count, tokens[at].token != .bar, tokens[at].token != .close {
      if case .gap(let words) = tokens[at].token {
        guard !pieces.isEmpty, gap == nil else { break }
        gap = (words, tokens[at].column)
        at += 1
        continue
      }
      let next = try atom()
      if gap == nil, let last = pieces.last, let merged = Self.merged(last.atom, next) {
        pieces[pieces.count - 1].atom = merged
      } else {
        pieces.append(Piece(gap: gap?.words, atom: next))
      }
      gap = nil
    }
    if let gap { throw Failure(column: gap.column, message: "a gap stands between two words") }
    guard !pieces.isEmpty else {
      throw Failure(
        column: at < tokens.count ? tokens[at].column : opened,
        message: "an empty alternative",
        hint: "put “?” behind the group to make it optional"
      )
    }
    return pieces
  }

  private mutating func atom() throws(Failure) -> Atom {
    let (token, column, _) = tokens[at]
    at += 1
    switch token {
    case .word(let text, let inflects):
      return .literal([LiteralWord(text: text, inflects: inflects)])
    case .name(let name):
      if let builtIn = BuiltIn(rawValue: name) { return .builtIn(builtIn) }
      return .lexicon(name, column: column)
    case .gap: throw Failure(column: column, message: "a gap stands between two words")
    case .open: throw Failure(column: column, message: "no group inside a group")
    default: throw Failure(column: column, message: "a word or <list> was expected here")
    }
  }

  // MARK: - Words written apart

  /// Joins a plain word to a plain word before it, so that `miracle cure` is one literal.
  private func merge(_ term: Term, into terms: inout [Term]) -> Bool {
    guard term.gap == nil, let last = terms.last, !last.isOptional, !term.isOptional,
      last.alternatives.count == 1, term.alternatives.count == 1,
      last.alternatives[0].count == 1, term.alternatives[0].count == 1,
      let merged = Self.merged(last.alternatives[0][0].atom, term.alternatives[0][0].atom)
    else { return false }
    terms[terms.count - 1].alternatives = [[Piece(atom: merged)]]
    return true
  }

  /// Two literals as one, unless one is Chinese and the other not: then a space is optional, and
  /// they stay two that touch.
  private static func merged(_ a: Atom, _ b: Atom) -> Atom? {
    guard case .literal(let left) = a, case .literal(let right) = b,
      let last = left.last?.text.unicodeScalars.last,
      let first = right.first?.text.unicodeScalars.first
    else { return nil }
    switch (ScalarClass(last.value) == .han, ScalarClass(first.value) == .han) {
    case (false, false): return .literal(left + right)
    case (true, true):
      var words = left
      words[words.count - 1].text += right[0].text
      return .literal(words + right.dropFirst())
    default: return nil
    }
  }
}
