internal import TrustMatch
internal import TrustText

/// Builds elements from patterns and words, each distinct one once.
struct ElementBuilder {
  private(set) var literals: [Literal] = []
  private(set) var elements: [Element] = []
  private(set) var names: [String] = []

  private var literalNumbers: [[UInt32]: Int32] = [:]
  /// The folded forms of words, as the same lists are built for several places and packs.
  private var foldedForms: [[LiteralWord]: [[UInt32]]] = [:]
  private var elementNumbers: [Element: ElementID] = [:]
  private var nameNumbers: [String: Int32] = [:]
  private var lexicons: [LexiconKey: ElementID] = [:]

  private struct LexiconKey: Hashable {
    var scope: String
    var lexicon: String
    var style: Style
  }

  /// How words are to be found, where they stand in a pattern.
  struct Style: Hashable {
    var edges: EdgeMode
    var acceptsGlue = false
    /// Whether "miracle cure" is also looked for as "miraclecure", as in hashtags.
    var joinsWords = true
  }

  // MARK: - Patterns

  /// The element of a pattern; `&` holds within `unit`.
  mutating func element(of pattern: Pattern, in pack: Pack, unit: Unit, style: Style) -> ElementID {
    let operands = pattern.operands.map { element(of: $0, in: pack, style: style) }
    return operands.count == 1 ? operands[0] : number(.together(operands, unit))
  }

  /// Any of some patterns, or `nil` if there are none.
  mutating func element(
    ofAny patterns: [Pattern], in pack: Pack, unit: Unit, style: Style
  ) -> ElementID? {
    choice(patterns.map { element(of: $0, in: pack, unit: unit, style: style) })
  }

  private mutating func element(
    of sequence: TermSequence, in pack: Pack, style: Style
  ) -> ElementID {
    var steps: [Step] = []
    for (index, term) in sequence.terms.enumerated() {
      var style = style
      let touchesNext = index + 1 < sequence.terms.count && sequence.terms[index + 1].gap == nil
      style.acceptsGlue = touchesNext || (index > 0 && term.gap == nil)
      let alternatives = term.alternatives.map { row(of: $0, in: pack, style: style) }
      guard let element = choice(alternatives) else { continue }
      steps.append(
        Step(
          element: element, gap: index == 0 ? nil : term.gap.map { 2 * $0 },
          isOptional: term.isOptional))
    }
    return steps.count == 1 ? steps[0].element : number(.sequence(steps))
  }

  private mutating func row(of atoms: [Atom], in pack: Pack, style: Style) -> ElementID {
    var style = style
    if atoms.count > 1 { style.acceptsGlue = true }
    let steps = atoms.map {
      Step(element: element(of: $0, in: pack, style: style), gap: nil, isOptional: false)
    }
    return steps.count == 1 ? steps[0].element : number(.sequence(steps))
  }

  private mutating func element(of atom: Atom, in pack: Pack, style: Style) -> ElementID {
    switch atom {
    case .literal(let words):
      let literals = literalNumbers(of: words, style: style)
      return number(wordSet(literals, style))
    case .builtIn(let builtIn): return number(.builtIn(builtIn))
    case .lexicon(let name, _):
      return number(.named(self.name(name), lexicon(name, in: pack, style: style)))
    }
  }

  // MARK: - Words

  /// Any of some words, or `nil` if there are none.
  mutating func element(of words: Words, in pack: Pack, style: Style) -> ElementID? {
    var style = style
    if let edges = words.edges { style.edges = EdgeMode(edges) }
    var plain: Set<Int32> = []
    var others: [ElementID] = []
    collect(words, in: pack, style: style, into: &plain, &others)
    if !plain.isEmpty { others.insert(number(wordSet(plain, style)), at: 0) }
    return choice(others)
  }

  /// Gathers literals of a list and of the lists in it; a list with edges of its own, and entries
  /// that are patterns, stay apart.
  private mutating func collect(
    _ words: Words, in pack: Pack, style: Style, into plain: inout Set<Int32>,
    _ others: inout [ElementID]
  ) {
    for entry in words.entries {
      if let literal = entry.pattern.plainWords {
        plain.formUnion(literalNumbers(of: literal, style: style))
      } else if let name = entry.pattern.plainLexicon, let inner = pack.lexicon(name)?.words,
        inner.edges == nil || inner.edges.map(EdgeMode.init) == style.edges
      {
        collect(inner, in: pack, style: style, into: &plain, &others)
      } else {
        others.append(element(of: entry.pattern, in: pack, unit: .sentence, style: style))
      }
    }
  }

  private mutating func lexicon(_ name: String, in pack: Pack, style: Style) -> ElementID {
    let key = LexiconKey(scope: pack.id, lexicon: name, style: style)
    if let known = lexicons[key] { return known }
    let words = pack.lexicon(name)?.words ?? Words()
    let built = element(of: words, in: pack, style: style) ?? number(.choice([]))
    lexicons[key] = built
    return built
  }

  private func wordSet(_ literals: Set<Int32>, _ style: Style) -> Element {
    let canBeOpen = literals.contains { number in
      let symbols = self.literals[Int(number)].symbols
      return [symbols.first, symbols.last].contains { $0.map(ScalarClass.init) == .word }
    }
    return .words(
      WordSet(
        literals: literals.sorted(), edges: style.edges,
        acceptsGlue: style.acceptsGlue && canBeOpen))
  }

  /// The literals that written words stand for: all forms, folded.
  private mutating func literalNumbers(of words: [LiteralWord], style: Style) -> Set<Int32> {
    var numbers: Set<Int32> = []
    for symbols in forms(of: words) {
      numbers.insert(literalNumber(symbols, mayBeGlued: style.acceptsGlue))
      guard style.joinsWords, symbols.contains(0x20) else { continue }
      let joined = symbols.filter { $0 != 0x20 }
      if joined.count >= 8, joined.allSatisfy({ ScalarClass($0) == .word }) {
        numbers.insert(literalNumber(joined, mayBeGlued: style.acceptsGlue))
      }
    }
    return numbers
  }

  private mutating func forms(of words: [LiteralWord]) -> [[UInt32]] {
    if let known = foldedForms[words] { return known }
    var phrases = [""]
    for word in words {
      let forms = word.inflects ? Inflection.forms(of: word.text) : [word.text]
      phrases = phrases.flatMap { phrase in
        forms.map { phrase.isEmpty ? $0 : phrase + " " + $0 }
      }
    }
    let folded = phrases.map { FoldedText.symbols(of: $0) }.filter { !$0.isEmpty }
    foldedForms[words] = folded
    return folded
  }

  private mutating func literalNumber(_ symbols: [UInt32], mayBeGlued: Bool) -> Int32 {
    if let known = literalNumbers[symbols] {
      if mayBeGlued { literals[Int(known)].mayBeGlued = true }
      return known
    }
    let number = Int32(literals.count)
    literals.append(Literal(symbols: symbols, mayBeGlued: mayBeGlued))
    literalNumbers[symbols] = number
    return number
  }

  // MARK: - Numbers

  private mutating func choice(_ elements: [ElementID]) -> ElementID? {
    var distinct: [ElementID] = []
    for element in elements where !distinct.contains(element) { distinct.append(element) }
    guard distinct.count > 1 else { return distinct.first }
    return number(.choice(distinct))
  }

  /// The number of an element.
  mutating func number(_ element: Element) -> ElementID {
    if let known = elementNumbers[element] { return known }
    let number = ElementID(elements.count)
    elements.append(element)
    elementNumbers[element] = number
    return number
  }

  private mutating func name(_ text: String) -> Int32 {
    if let known = nameNumbers[text] { return known }
    let number = Int32(names.count)
    names.append(text)
    nameNumbers[text] = number
    return number
  }
}
