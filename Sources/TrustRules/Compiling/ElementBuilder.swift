internal import TrustMatch
internal import TrustText

/// Builds elements from patterns and words, each distinct one once.
struct ElementBuilder {
  private(set) var literals: [Literal] = []
  private(set) var elements: [Element] = []
  private(set) var names: [String] = []

  private var literalNumbers: [[UInt32]: Int32] = [:]
  /// The literals of words, as the same words stand in many places.
  private var knownForms: [[LiteralWord]: Forms] = [:]
  private var folder = FoldedText()
  private var elementNumbers: [Element: ElementID] = [:]
  private var nameNumbers: [String: Int32] = [:]
  private var lexicons: [LexiconKey: ElementID] = [:]

  private struct LexiconKey: Hashable {
    var scope: String
    var lexicon: String
    var style: Style
  }

  /// The literals that written words stand for.
  private struct Forms {
    var plain: [Int32] = []
    /// The same without spaces.
    var joined: [Int32] = []
  }

  /// How words are to be found, where they stand in a pattern.
  struct Style: Hashable {
    var edges: EdgeMode
    var acceptsGlue = false
    var disguises: Disguises = .alwaysOn
    /// Whether "miracle cure" is also looked for as "miraclecure", as in hashtags.
    var joinsWords = true
  }

  // MARK: - Patterns

  /// The element of a pattern; `&` holds within `unit`.
  mutating func element(of pattern: Pattern, in scope: PackScope, unit: Unit, style: Style)
    -> ElementID
  {
    let operands = pattern.operands.map { element(of: $0, in: scope, style: style) }
    return operands.count == 1 ? operands[0] : number(.together(operands, unit))
  }

  /// Any of some patterns, or `nil` if there are none.
  mutating func element(
    ofAny patterns: [Pattern],
    in scope: PackScope,
    unit: Unit,
    style: Style
  ) -> ElementID? {
    choice(patterns.map { element(of: $0, in: scope, unit: unit, style: style) })
  }

  private mutating func element(
    of sequence: TermSequence,
    in scope: PackScope,
    style: Style
  ) -> ElementID {
    var steps: [Step] = []
    for (index, term) in sequence.terms.enumerated() {
      var style = style
      let touchesNext = index + 1 < sequence.terms.count && sequence.terms[index + 1].gap == nil
      style.acceptsGlue = touchesNext || (index > 0 && term.gap == nil)
      let alternatives = term.alternatives.map { row(of: $0, in: scope, style: style) }
      guard let element = choice(alternatives) else { continue }
      steps.append(
        Step(
          element: element,
          gap: index == 0 ? nil : term.gap.map { 2 * $0 },
          isOptional: term.isOptional
        )
      )
    }
    return steps.count == 1 ? steps[0].element : number(.sequence(steps))
  }

  private mutating func row(of pieces: [Piece], in scope: PackScope, style: Style) -> ElementID {
    var steps: [Step] = []
    for (index, piece) in pieces.enumerated() {
      var style = style
      let touchesNext = index + 1 < pieces.count && pieces[index + 1].gap == nil
      if touchesNext || (index > 0 && piece.gap == nil) { style.acceptsGlue = true }
      steps.append(
        Step(
          element: element(of: piece.atom, in: scope, style: style),
          gap: piece.gap.map { 2 * $0 },
          isOptional: false
        )
      )
    }
    return steps.count == 1 ? steps[0].element : number(.sequence(steps))
  }

  private mutating func element(of atom: Atom, in scope: PackScope, style: Style) -> ElementID {
    switch atom {
    case .literal(let words):
      let literals = literalNumbers(of: words, style: style)
      return number(wordSet(literals, style))
    case .builtIn(let builtIn): return number(.builtIn(builtIn))
    case .lexicon(let name, _):
      return number(.named(self.name(name), lexicon(name, in: scope, style: style)))
    }
  }

  // MARK: - Words

  /// Any of some words, or `nil` if there are none.
  mutating func element(of words: Words, in scope: PackScope, style: Style) -> ElementID? {
    var style = style
    if let edges = words.edges { style.edges = EdgeMode(edges) }
    var plain: Set<Int32> = []
    var others: [ElementID] = []
    collect(words, in: scope, style: style, into: &plain, &others)
    if !plain.isEmpty { others.insert(number(wordSet(plain, style)), at: 0) }
    return choice(others)
  }

  /// Gathers literals of a list and of the lists in it; a list with edges of its own, and entries
  /// that are patterns, stay apart.
  private mutating func collect(
    _ words: Words,
    in scope: PackScope,
    style: Style,
    into plain: inout Set<Int32>,
    _ others: inout [ElementID]
  ) {
    for entry in words.entries {
      if let literal = entry.pattern.plainWords {
        plain.formUnion(literalNumbers(of: literal, style: style))
      } else if let name = entry.pattern.plainLexicon, let inner = scope.lexicon(name),
        inner.lexicon.words.edges.map({ EdgeMode($0) == style.edges }) ?? true
      {
        collect(inner.lexicon.words, in: inner.scope, style: style, into: &plain, &others)
      } else {
        others.append(element(of: entry.pattern, in: scope, unit: .sentence, style: style))
      }
    }
  }

  private mutating func lexicon(
    _ name: String,
    in scope: PackScope,
    style: Style
  ) -> ElementID {
    guard let (lexicon, inner) = scope.lexicon(name) else { return number(.choice([])) }
    let key = LexiconKey(scope: inner.id, lexicon: name, style: style)
    if let known = lexicons[key] { return known }
    let built = element(of: lexicon.words, in: inner, style: style) ?? number(.choice([]))
    lexicons[key] = built
    return built
  }

  private func wordSet(_ literals: some Collection<Int32>, _ style: Style) -> Element {
    let canBeOpen = literals.contains { number in
      let symbols = self.literals[Int(number)].symbols
      return [symbols.first, symbols.last].contains { $0.map(ScalarClass.init) == .word }
    }
    return .words(
      WordSet(
        literals: Set(literals).sorted(),
        edges: style.edges,
        acceptsGlue: style.acceptsGlue && canBeOpen,
        disguises: style.disguises
      )
    )
  }

  /// The literals that written words stand for: all forms, folded.
  private mutating func literalNumbers(of words: [LiteralWord], style: Style) -> [Int32] {
    let forms = forms(of: words)
    let numbers = style.joinsWords ? forms.plain + forms.joined : forms.plain
    if style.acceptsGlue {
      for number in numbers { literals[Int(number)].allowGlue() }
    }
    return numbers
  }

  private mutating func forms(of words: [LiteralWord]) -> Forms {
    if let known = knownForms[words] { return known }
    var phrases = [""]
    for word in words {
      let forms = word.inflects ? Inflection.forms(of: word.text) : [word.text]
      phrases = phrases.flatMap { phrase in
        forms.map { phrase.isEmpty ? $0 : phrase + " " + $0 }
      }
    }
    var forms = Forms()
    for phrase in phrases {
      folder.fold(Array(phrase.utf8).span)
      let symbols = folder.symbols
      guard !symbols.isEmpty else { continue }
      forms.plain.append(literalNumber(symbols))
      guard symbols.contains(0x20) else { continue }
      let joined = symbols.filter { $0 != 0x20 }
      if joined.count >= 8, joined.allSatisfy({ ScalarClass($0) == .word }) {
        forms.joined.append(literalNumber(joined))
      }
    }
    knownForms[words] = forms
    return forms
  }

  private mutating func literalNumber(_ symbols: [UInt32]) -> Int32 {
    if let known = literalNumbers[symbols] { return known }
    let number = Int32(literals.count)
    literals.append(Literal(symbols: symbols, mayBeGlued: false))
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
