/// Everything a report depends on but the text.
///
/// One reference, which all reports of a screener share.
public struct Identity: Sendable {
  private struct Facts: Sendable, Hashable {
    var engine: String
    var packs: [String]
    var unicode: String
    var icu: String
    var calibration: String?
  }

  private final class Shared: Sendable {
    let facts: Facts

    init(_ facts: Facts) { self.facts = facts }
  }

  private var shared: Shared

  /// Makes an identity.
  init(
    engine: String,
    packs: [String],
    unicode: String,
    icu: String,
    calibration: String? = nil
  ) {
    shared = Shared(
      Facts(engine: engine, packs: packs, unicode: unicode, icu: icu, calibration: calibration)
    )
  }

  /// The engine and its version.
  public var engine: String { shared.facts.engine }
  /// `id@version+sha256:digest` of each pack, in order.
  public var packs: [String] { shared.facts.packs }
  /// The version of the Unicode data that folds the text.
  public var unicode: String { shared.facts.unicode }
  /// The version of the ICU that segments it.
  public var icu: String { shared.facts.icu }
  /// The calibration's digest, if there is one; `digest+stale` if it was made for other packs, so
  /// that only the evidence on rules of unchanged packs was used.
  public var calibration: String? {
    get { shared.facts.calibration }
    set {
      var facts = shared.facts
      facts.calibration = newValue
      shared = Shared(facts)
    }
  }
}

extension Identity: Hashable {
  /// Whether both say the same.
  public static func == (a: Self, b: Self) -> Bool {
    a.shared === b.shared || a.shared.facts == b.shared.facts
  }

  /// Hashes what it says.
  public func hash(into hasher: inout Hasher) { hasher.combine(shared.facts) }
}
