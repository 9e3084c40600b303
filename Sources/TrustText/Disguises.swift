/// Ways of writing words so that a search for them finds nothing.
///
/// What folding undoes without a doubt (width, case, accents, hidden signs …) is none of them.
public struct Disguises: OptionSet, Sendable, Hashable {
  /// The disguises as bits.
  public let rawValue: UInt16

  /// Makes a set of disguises from its bits.
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Signs, emoji or line breaks between the characters of a word.
  public static let noise = Disguises(rawValue: 1 << 0)
  /// Characters written several times.
  public static let repeats = Disguises(rawValue: 1 << 1)
  /// Numbers in other figures: `五g`, `大3阳`.
  public static let figures = Disguises(rawValue: 1 << 2)
  /// Characters that look alike, or the parts of one: Cyrillic letters, `g@rl1c`, `氵票白水`.
  public static let lookAlikes = Disguises(rawValue: 1 << 3)
  /// Characters that sound alike, pinyin, and initials.
  public static let sounds = Disguises(rawValue: 1 << 4)
  /// Emoji and slang in the place of a word.
  public static let standIns = Disguises(rawValue: 1 << 5)
  /// Words with their middle left out: `b***ch`.
  public static let masks = Disguises(rawValue: 1 << 6)

  /// Not a disguise of its own: the evidence for one is so weak that other words must support it.
  package static let weak = Disguises(rawValue: 1 << 15)

  /// Those that every rule sees through.
  public static let alwaysOn: Disguises = [.noise, .repeats, .figures, .lookAlikes]
  /// Those that a rule must ask for, or whoever screens.
  public static let optional: Disguises = [.sounds, .standIns, .masks]
  /// All.
  public static let all: Disguises = [.alwaysOn, .optional]

  /// The disguises and their names, as rules and reports write them.
  public static let named: [(name: String, disguise: Disguises)] = [
    ("noise", .noise), ("repeats", .repeats), ("figures", .figures), ("look-alikes", .lookAlikes),
    ("sounds", .sounds), ("stand-ins", .standIns), ("masks", .masks),
  ]

  /// The names of those in the set, in a fixed order.
  public var names: [String] { Self.named.filter { contains($0.disguise) }.map(\.name) }
}
