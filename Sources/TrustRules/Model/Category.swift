/// What kind of harm a finding is about; defined in the labelling guide.
public enum Category: Hashable, Sendable, Comparable {
  /// What does not work, or harms.
  case falseRemedy
  /// Words that make people carry the disease's blame.
  case stigmatisingLanguage
  /// Information nobody could check, passed on as fact.
  case unverifiedClaim
  /// A category of an optional pack, by its name.
  case other(String)

  /// The three that every default pack belongs to.
  public static let core: [Category] = [.falseRemedy, .stigmatisingLanguage, .unverifiedClaim]

  /// The name in rules and reports, such as `false-remedy`.
  public var name: String {
    switch self {
    case .falseRemedy: "false-remedy"
    case .stigmatisingLanguage: "stigmatising-language"
    case .unverifiedClaim: "unverified-claim"
    case .other(let name): name
    }
  }

  /// The category with a name; any name that is not one of the three is `other`.
  public init(name: String) {
    self = Self.core.first { $0.name == name } ?? .other(name)
  }

  /// The kinds of the labelling guide, or `nil` where any kind goes.
  public var kinds: [String]? {
    switch self {
    case .falseRemedy: ["cure", "prevention", "detection", "avoidance"]
    case .stigmatisingLanguage: ["naming", "blame", "dehumanising", "exclusion", "labelling"]
    case .unverifiedClaim: ["rumour", "debunked", "overclaim"]
    case .other: nil
    }
  }

  /// Orders the core categories as the labelling guide ranks them, then others by name.
  public static func < (a: Self, b: Self) -> Bool { a.rank < b.rank }

  private var rank: (Int, String) {
    switch self {
    case .falseRemedy: (0, "")
    case .stigmatisingLanguage: (1, "")
    case .unverifiedClaim: (2, "")
    case .other(let name): (3, name)
    }
  }
}
