package import TrustText

/// What to look for, when not, and what to say of it.
public struct Rule: Sendable {
  /// A rule's name and its pack's.
  public struct ID: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The pack's id.
    public var pack: String
    /// The rule's own id.
    public var name: String

    /// Makes an id from its two parts.
    public init(pack: String, name: String) {
      self.pack = pack
      self.name = name
    }

    /// Reads `pack/name`: what stands before the first slash, and all behind it; `nil` if either is
    /// empty.
    package init?(_ description: String) {
      // By scalars: a slash and a combining mark behind it are one character of Swift.
      let scalars = description.unicodeScalars
      guard let slash = scalars.firstIndex(of: "/"), slash > scalars.startIndex else { return nil }
      let name = scalars[scalars.index(after: slash)...]
      guard !name.isEmpty else { return nil }
      self.init(pack: String(scalars[..<slash]), name: String(name))
    }

    /// `pack/name`.
    public var description: String { "\(pack)/\(name)" }

    /// Orders by pack, then name.
    public static func < (a: Self, b: Self) -> Bool { (a.pack, a.name) < (b.pack, b.name) }
  }

  /// How far a rule has been proved; experimental rules report and never count.
  public enum Status: String, Sendable, CaseIterable {
    /// Reported, and never counted.
    case experimental
    /// Counted; not yet proved on enough labelled posts.
    case test
    /// Counted, and proved.
    case stable
    /// No longer run.
    case deprecated
  }

  /// How strictly the ends of a word must be word ends.
  public enum Edges: String, Sendable, CaseIterable {
    /// Both ends on word boundaries; particles may follow.
    case word
    /// No check for Chinese.
    case loose
    /// One whole dictionary word.
    case exact
  }

  /// The id, unique in all packs.
  public var id: ID
  /// The category of its findings.
  public var category: Category
  /// The kind within the category.
  public var kind: String
  /// How bad a finding is if true.
  public var severity: Severity
  /// How often the author expects a finding to be right, 0 to 1.
  public var confidence: Double
  /// How far it has been proved.
  public var status: Status
  /// What to tell the writer; `<name>` stands for what was found.
  public var message: Localized
  /// A better wording, or how to get to one.
  public var suggestion: Localized?
  /// The ids of what it rests on.
  public var guidance: [String]
  /// Free labels.
  public var tags: [String]
  /// The day, as `2027-05-01`, after which somebody should look at it again.
  public var reviewBy: String?
  /// Ids it had before.
  public var renamedFrom: [String]

  package var patterns: [FindPattern] = []
  package var unit: Unit = .sentence
  package var company: [PlacedPattern] = []
  package var companyUnit: Unit = .sentence
  package var unless: [Condition] = []
  package var soften: [String] = []
  /// Where each softener and each source is named.
  package var softenMarks: [Mark] = []
  package var guidanceMarks: [Mark] = []
  package var edges: Edges = .word
  package var refusesSeparators = false
  /// The optional disguises that it sees through.
  package var disguises: Disguises = []
  package var examples: [Example] = []
  package var mark: Mark
}

/// One pattern of a rule, and for a `swap` what to write in its place.
package struct FindPattern: Sendable {
  package var pattern: Pattern
  package var mark: Mark
  package var replacement: String?

  package init(pattern: Pattern, mark: Mark, replacement: String? = nil) {
    self.pattern = pattern
    self.mark = mark
    self.replacement = replacement
  }
}

/// A pattern and where it is written.
package struct PlacedPattern: Sendable {
  package var pattern: Pattern
  package var mark: Mark
}

/// What takes a finding away.
package enum Condition: Sendable {
  /// A context or a group of contexts holds.
  case context(String, Mark)
  /// A longer phrase encloses a part of the match.
  case inside(Words)
  /// A phrase stands in the same unit.
  case near(Words, Unit)
  /// A phrase stands between two parts of the match.
  case between(Words)
}

/// A post that a rule must flag, or let pass for a reason.
package struct Example: Sendable {
  package enum Expectation: Sendable, Equatable {
    case flag
    case pass(reason: String)
    case softened(by: String)
    case todoFlag
    case todoPass
  }

  package var text: String
  /// What must be flagged, in scalars of `text`.
  package var span: Range<Int>?
  package var expectation: Expectation
  package var mark: Mark
}
