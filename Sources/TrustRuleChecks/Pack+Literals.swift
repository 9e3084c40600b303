internal import TrustMatch
package import TrustRules
internal import TrustText

extension Pack {
  /// The folded literals that a pattern may consist of, those of its lists included.
  func literals(of pattern: Pattern) -> [String] {
    pattern.atoms.flatMap { atom -> [String] in
      switch atom {
      case .literal(let words): Self.phrases(words).map(\.folded)
      case .lexicon(let name, _): lexicon(name).map { literals(of: $0.words) } ?? []
      case .builtIn: []
      }
    }
  }

  /// The folded literals of a list.
  func literals(of words: Words) -> [String] {
    words.entries.flatMap { literals(of: $0.pattern) }
  }

  private static func phrases(_ words: [LiteralWord]) -> [String] {
    words.reduce([""]) { phrases, word in
      let forms = word.inflects ? Inflection.forms(of: word.text) : [word.text]
      return phrases.flatMap { phrase in forms.map { phrase.isEmpty ? $0 : phrase + " " + $0 } }
    }
  }

  /// How many entries of the pack's own lists stand in some example: the coverage of its examples.
  ///
  /// - Complexity: linear in the lists and the examples.
  package func coverage() -> (used: Int, all: Int) {
    let entries = content.lexicons.flatMap(\.words.entries).filter { $0.pattern.plainWords != nil }
      .map { literals(of: $0.pattern).map { $0.unicodeScalars.map(\.value) } }
    let distinct = Array(Set(entries.joined().filter { !$0.isEmpty }))
    let automaton = LiteralAutomaton(distinct.map { Literal(symbols: $0, mayBeGlued: true) })
    var found: Set<[UInt32]> = []
    for example in rules.flatMap(\.examples) {
      var hits: [LiteralHit] = []
      automaton.findLiterals(in: FoldedText.symbols(of: example.text), into: &hits)
      for hit in hits { found.insert(distinct[Int(hit.literal)]) }
    }
    return (entries.count { forms in forms.contains { found.contains($0) } }, entries.count)
  }
}

extension String {
  /// The text as rules compare it.
  var folded: String {
    var text = FoldedText()
    text.fold(Array(utf8).span)
    return text.string(0..<text.count)
  }

  /// Whether it has a Chinese character.
  var hasHan: Bool { unicodeScalars.contains { ScalarClass($0.value) == .han } }
}
