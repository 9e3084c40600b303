public import TrustRules
internal import TrustMatch
public import TrustText

/// Screens posts by the rules of some packs.
///
/// Immutable: build one, share it between tasks.
public struct Screener: Sendable {
  /// Bounds on the work for one post.
  ///
  /// They are counts, so that a limited report is still the same
  /// every time; only `deadline` is a clock, for servers.
  public struct Options: Sendable, Hashable {
    /// The most bytes of a field that are screened; what is behind them makes a report partial.
    public var maxBytes = 1 << 20
    /// The most findings of one rule in one field.
    public var maxFindingsPerRule = 64
    /// The most findings in one post.
    public var maxFindingsPerPost = 1024
    /// The most time for one post.
    public var deadline: Duration?
    /// Whether reports list what contexts explained away.
    public var includeSuppressed = true
    /// Disguises to see through beside those that rules always do, and those they ask for.
    public var disguises: Disguises = []
    /// Whether a calibration made for other packs may be given: what it says of the rules of
    /// unchanged packs is kept, and no score is calibrated.
    public var allowsStaleCalibration = false

    /// The bounds named above.
    public init() {}
  }

  /// What reports depend on but the text.
  public let identity: Identity
  /// The bounds it was built with.
  public package(set) var options: Options
  package var ruleset: Ruleset { rulebook.ruleset }
  let rulebook: Rulebook
  let scales: ScoreScales?

  /// The rules it runs, in the order of their packs, with the confidence that findings start from.
  public var rules: [Rule] { ruleset.rules.map(\.rule) }

  /// Builds a screener.
  ///
  /// - Throws: `PackError` if two packs share an id, the calibration was made for other packs, or the
  ///   sources of compiled packs are needed and cannot be read.
  /// - Complexity: linear in the length of the packs; next to nothing for `Pack.builtIn` or all packs
  ///   of a `.tspack`, in the order in which they come.
  public init(
    packs: [Pack],
    calibration: Calibration? = nil,
    options: Options = .init()
  ) throws(PackError) {
    let ids = packs.map(\.id)
    let repeated = packs.filter { pack in ids.count { $0 == pack.id } > 1 }
    guard repeated.isEmpty else {
      throw PackError(
        repeated.map {
          .init(
            "id-reused",
            at: Mark(file: $0.id, line: 0, column: 0),
            "two packs have the id “\($0.id)”",
            hint: "load one of them"
          )
        }
      )
    }
    let identity = Identity(
      engine: "trustscreen \(Self.version)",
      packs: packs.map(\.identity),
      unicode: FoldTable.unicodeVersion,
      icu: Segmenter.icuVersion,
      calibration: nil
    )
    var ruleset = try Ruleset.compiled(packs)
    ruleset.seeThrough(options.disguises)
    self.init(ruleset: ruleset, scales: nil, identity: identity, options: options)
    if let calibration { self = try calibrated(by: calibration) }
  }

  /// The same screener with its rules altered: for checks that ask whether a part of a rule matters.
  package func altered(_ alter: (inout Ruleset) -> Void) -> Screener {
    var ruleset = ruleset
    alter(&ruleset)
    return Screener(ruleset: ruleset, scales: scales, identity: identity, options: options)
  }

  init(ruleset: Ruleset, scales: ScoreScales?, identity: Identity, options: Options) {
    rulebook = Rulebook(ruleset)
    self.scales = scales
    self.identity = identity
    self.options = options
  }

  /// The engine's version.
  public static let version = "0.1.0"

  // MARK: - Screening

  /// Screens one text.
  ///
  /// - Complexity: linear in the text and in what is found in it.
  public func screen(_ text: String) -> Report { screen(Post(text: text)) }

  /// Screens the fields of one post.
  ///
  /// - Complexity: linear in the fields and in what is found in them.
  public func screen(_ post: Post) -> Report {
    var scratch = Scratch()
    return screen(post, using: &scratch)
  }

  /// Screens the fields of one post with memory to reuse.
  public func screen(_ post: Post, using scratch: inout Scratch) -> Report {
    var draft = ReportDraft(self)
    for field in post.fields {
      let bytes = Array(field.text.utf8)
      screen(bytes.span, field: field.name, into: &draft, using: &scratch)
    }
    return draft.finish(id: post.id, by: self)
  }

  /// Screens UTF-8 bytes as a post of one field, `text`: the entry for bulk work.
  ///
  /// Ill-formed bytes are screened as U+FFFD, make the report partial, and keep their places.
  ///
  /// - Complexity: linear; allocates nothing for a post in which no rule can match.
  public func screen(utf8 bytes: borrowing Span<UInt8>, using scratch: inout Scratch) -> Report {
    var draft = ReportDraft(self)
    screen(bytes, field: "text", into: &draft, using: &scratch)
    return draft.finish(id: nil, by: self)
  }

  /// The walk of one field: a quick look at its bytes, and for what that lets through: fold, find
  /// literals, and if a rule may match, segment, verify, judge and note.
  ///
  /// The entry for bulk work on posts of several fields, which come one after another into a draft.
  package func screen(
    _ bytes: borrowing Span<UInt8>,
    field: String,
    into draft: inout ReportDraft,
    using scratch: inout Scratch
  ) {
    let length = UTF8Decoding.prefix(of: bytes, atMost: options.maxBytes)
    let screened = bytes.extracting(0..<length)
    if case .clean(let han, let latin) = quickLook(at: screened) {
      assert(isClean(screened, han: han, latin: latin, using: &scratch))
      draft.noteInput(field: field, length: bytes.count, screened: length, 0)
      draft.noteLanguage(han: han, latin: latin)
      return
    }
    findCandidates(in: screened, using: &scratch)
    draft.noteInput(field: field, length: bytes.count, screened: length, scratch.text.repairs)
    draft.noteLanguage(scratch.text)
    guard !scratch.gates.candidates.isEmpty else { return }

    verify(screened, field: field, into: &draft, using: &scratch)
  }

  /// Folds a text, finds its literals, disguised ones too, and the patterns that have all they need.
  func findCandidates(in bytes: borrowing Span<UInt8>, using scratch: inout Scratch) {
    scratch.text.fold(bytes)
    scratch.hits.removeAll(keepingCapacity: true)
    ruleset.automaton.findLiterals(in: scratch.text.symbols, into: &scratch.hits)
    scratch.glue.filter(&scratch.hits, symbols: scratch.text.count)
    ruleset.disguises.findLiterals(
      in: scratch.text,
      of: bytes,
      by: ruleset.automaton,
      into: &scratch.hits,
      using: &scratch.disguises
    )
    scratch.gates.count(scratch.hits, ruleset)
  }
}
