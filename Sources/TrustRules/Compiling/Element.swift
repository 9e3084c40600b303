package import TrustText

/// A node of the graph that all patterns, lists and cues are compiled to.
///
/// Equal parts are one node, so that a list used by fifty rules is searched and verified once.
package enum Element: Hashable, Sendable {
  /// Any of some literals.
  case words(WordSet)
  case builtIn(BuiltIn)
  /// Any of some elements.
  case choice([ElementID])
  /// Elements in order.
  case sequence([Step])
  /// Elements in any order within a unit.
  case together([ElementID], Unit)
  /// An element that a message can name: the name's number, and the element.
  case named(Int32, ElementID)
}

/// The number of an element.
package typealias ElementID = Int32

/// Literals of which any one will do.
package struct WordSet: Hashable, Sendable {
  /// The numbers of the literals, ascending.
  package var literals: [Int32]
  package var edges: EdgeMode
  /// Whether letters may go on at the ends, because the neighbour in the pattern touches.
  package var acceptsGlue: Bool
  /// The disguises that are seen through.
  package var disguises: Disguises = .alwaysOn
}

/// How strictly the ends of a Chinese literal are checked.
package enum EdgeMode: Hashable, Sendable {
  case word, loose, exact
  /// As cues of contexts: only a single character must be a word.
  case cue

  package init(_ edges: Rule.Edges) {
    switch edges {
    case .word: self = .word
    case .loose: self = .loose
    case .exact: self = .exact
    }
  }
}

/// One place of a sequence.
package struct Step: Hashable, Sendable {
  package var element: ElementID
  /// The most half words between it and the step before; `nil` if they must touch.
  package var gap: Int?
  package var isOptional: Bool
}
