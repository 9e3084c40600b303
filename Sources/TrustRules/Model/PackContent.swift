package import TrustText

/// What the files of one pack say, with places to point to.
package struct PackContent: Sendable {
  package var id = ""
  /// The digest of the pack it is from: what tells two versions of one pack apart.
  package var digest = ""
  package var version = ""
  package var uses: [String] = []
  package var isOnByDefault = true
  package var guidance: [Citation] = []
  package var lexicons: [Lexicon] = []
  package var contexts: [ContextRule] = []
  package var rules: [Rule] = []

  package init() {}
}

/// A named list of words.
package struct Lexicon: Sendable {
  package var id: String
  package var words: Words
  package var mark: Mark
}

/// Words of a lexicon, a cue list or a condition.
package struct Words: Sendable {
  package var entries: [Entry] = []
  package var edges: Rule.Edges?

  package struct Entry: Sendable {
    package var pattern: Pattern
    package var language: String
    package var mark: Mark
  }

  package var isEmpty: Bool { entries.isEmpty }
}

/// A named circumstance that changes what a claim means: negation, debunk, question, and so on.
package struct ContextRule: Sendable {
  package enum Effect: String, Sendable, CaseIterable { case drop, soften }
  /// Where the hit must stand.
  package enum HitPlace: String, Sendable, CaseIterable { case question, quotation, repost }
  /// Where the cue must stand.
  package enum CuePlace: String, Sendable, CaseIterable { case heading, comment }

  package var id: String
  package var reach: Unit = .clause
  package var effect: Effect = .drop
  package var isFrame = false
  package var before = Words()
  package var after = Words()
  package var either = Words()
  package var stops = Words()
  package var notCues = Words()
  package var cancel = Words()
  /// How near words of `cancel` must be.
  package var cancelUnit: Unit = .passage
  package var within: Int?
  /// How many different cues must stand within reach.
  package var atLeast = 1
  package var hitIn: [HitPlace] = []
  package var cueIn: [CuePlace] = []
  /// The members, if this is a group.
  package var anyOf: [String] = []
  package var mark: Mark

  /// Whether it may take a finding away rather than only soften it.
  package var mayDrop: Bool {
    effect == .drop && (isFrame || reach == .clause || reach == .sentence)
  }
}
