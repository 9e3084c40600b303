public import TrustRules

/// What labelled posts say of some packs: how often each rule is right, and which probability a
/// score stands for.
///
/// Numbers only, and no post. `Calibration.file(_:)` of TrustRuleFiles reads one; `trustscreen
/// calibrate` fits one and writes it.
public struct Calibration: Sendable, Hashable {
  /// The labelled posts that it was fitted on.
  public struct DataSet: Sendable, Hashable {
    /// What the set is called.
    public var name: String
    /// SHA-256 of its files, one behind the other, in hexadecimal.
    public var digest: String
    /// The posts that count: read, and not `uncheckable`.
    public var posts: Int
    /// When they were written or read, such as `2026-11`.
    public var date: String?
    /// The labelling guideline, with its version.
    public var guideline: String?
    /// How well its readers agreed, with the measure, such as `kappa 0.8`.
    public var agreement: String?

    /// Makes a description.
    public init(
      name: String,
      digest: String,
      posts: Int = 0,
      date: String? = nil,
      guideline: String? = nil,
      agreement: String? = nil
    ) {
      self.name = name
      self.digest = digest
      self.posts = posts
      self.date = date
      self.guideline = guideline
      self.agreement = agreement
    }
  }

  /// How often one rule was right.
  ///
  /// A post and its near-duplicates are one hit, however often the rule speaks up in them; hits
  /// that were softened, or found only by dropping separators, are none.
  public struct RuleEvidence: Sendable, Hashable {
    /// The labelled hits.
    public var hits: Int
    /// Of these, the hits on what readers labelled too.
    public var right: Int

    /// Makes evidence.
    public init(hits: Int, right: Int) {
      self.hits = hits
      self.right = right
    }

    /// How many labelled hits the author's guess is worth.
    private static let weightOfGuess = 10.0

    /// The probability of a hit: the author's guess at first, giving way to evidence.
    public func confidence(guess: Double) -> Double {
      let right = Self.weightOfGuess * guess + Double(self.right)
      return min(right / (Self.weightOfGuess + Double(hits)), Scoring.highest)
    }
  }

  /// The set it was fitted on.
  public var data: DataSet
  /// The packs it was made for, as `Identity.packs` names them.
  public var packs: [String]
  /// The evidence on each rule that has any.
  public var rules: [Rule.ID: RuleEvidence]
  /// What scores stand for, at most one for each category and language.
  public var scales: [Scale]
  /// SHA-256 of its file, in hexadecimal: what it is known by.
  public var digest: String

  /// Makes a calibration.
  public init(
    data: DataSet,
    packs: [String],
    rules: [Rule.ID: RuleEvidence] = [:],
    scales: [Scale] = [],
    digest: String = ""
  ) {
    self.data = data
    self.packs = packs
    self.rules = rules
    self.scales = scales
    self.digest = digest
  }

  /// Whether it was made for just these packs, in any order.
  public func isMade(for packs: [Pack]) -> Bool { Set(self.packs) == Set(packs.map(\.identity)) }
}

extension Pack {
  /// `id@version+sha256:digest`: the pack's name in identities.
  package var identity: String { "\(id)@\(version)+sha256:\(digest)" }
}
