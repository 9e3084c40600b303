/// What an author wrote to be found, taken apart.
package struct Pattern: Hashable, Sendable {
  /// One sequence, or several that may come in any order (`a & b`).
  package var operands: [TermSequence]
  /// The text it was parsed from.
  package var source: String
}

/// Terms in order.
package struct TermSequence: Hashable, Sendable {
  package var terms: [Term]
}

/// One place of a sequence: any of its alternatives.
package struct Term: Hashable, Sendable {
  /// What may stand between it and the term before, in words; `nil` if they must touch.
  package var gap: Int?
  /// Each alternative is a row of pieces.
  package var alternatives: [[Piece]]
  package var isOptional = false
}

/// An atom in a row, with what may stand before it.
package struct Piece: Hashable, Sendable {
  /// What may stand between it and the piece before, in words; `nil` if they must touch.
  package var gap: Int?
  package var atom: Atom
}

/// The smallest part of a pattern.
package enum Atom: Hashable, Sendable {
  case literal([LiteralWord])
  /// A list by name, and the column where it is named.
  case lexicon(String, column: Int)
  case builtIn(BuiltIn)
}

/// A word of a literal; `cure~` inflects.
package struct LiteralWord: Hashable, Sendable {
  package var text: String
  package var inflects: Bool
}

/// What the engine knows by itself.
package enum BuiltIn: String, Hashable, Sendable, CaseIterable {
  case number, percent, money, duration, date, url, mention, hashtag, emoji
  /// The start and the end of a sentence; they cover nothing.
  case start, end
}

extension Pattern {
  /// All its atoms.
  package var atoms: [Atom] {
    operands.flatMap(\.terms).flatMap(\.alternatives).flatMap { $0.map(\.atom) }
  }

  /// The lists it names.
  package var lexicons: [(name: String, column: Int)] {
    atoms.compactMap {
      if case .lexicon(let name, let column) = $0 { (name, column) } else { nil }
    }
  }

  /// Its words, if it is nothing but one literal.
  package var plainWords: [LiteralWord]? {
    if case .literal(let words) = onlyAtom { words } else { nil }
  }

  /// The list's name, if it is nothing but one list.
  package var plainLexicon: String? {
    if case .lexicon(let name, _) = onlyAtom { name } else { nil }
  }

  private var onlyAtom: Atom? {
    guard operands.count == 1, operands[0].terms.count == 1, !operands[0].terms[0].isOptional,
      operands[0].terms[0].alternatives.count == 1,
      operands[0].terms[0].alternatives[0].count == 1
    else { return nil }
    return operands[0].terms[0].alternatives[0][0].atom
  }
}
