/// Ways of writing words so that a search for them finds nothing.
///
/// What folding undoes without a doubt (width, case, accents, hidden signs …) is none of them.
public struct Disguises: OptionSet, Sendable, Hashable {
  /// The disguises as bits.
  public let rawValue: UInt16

  /// Makes a set of disguises from its bits.
  @inlinable public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Signs, emoji or line breaks between the characters of a word.
  @inlinable public static var noise: Disguises { Disguises(rawValue: 1 << 0) }
  /// Characters written several times.
  @inlinable public static var repeats: Disguises { Disguises(rawValue: 1 << 1) }
  /// Numbers in other figures: `五g`, `大3阳`.
  @inlinable public static var figures: Disguises { Disguises(rawValue: 1 << 2) }
  /// Characters that look alike, or the parts of one: Cyrillic letters, `g@rl1c`, `氵票白水`.
  @inlinable public static var lookAlikes: Disguises { Disguises(rawValue: 1 << 3) }
  /// Characters that sound alike, pinyin, and initials.
  @inlinable public static var sounds: Disguises { Disguises(rawValue: 1 << 4) }
  /// Emoji and slang in the place of a word.
  @inlinable public static var standIns: Disguises { Disguises(rawValue: 1 << 5) }
  /// Words with their middle left out: `b***ch`.
  @inlinable public static var masks: Disguises { Disguises(rawValue: 1 << 6) }

  /// Not a disguise of its own: the evidence for one is so weak that other words must support it.
  @inlinable package static var weak: Disguises { Disguises(rawValue: 1 << 15) }

  /// Those that every rule sees through.
  @inlinable public static var alwaysOn: Disguises { [.noise, .repeats, .figures, .lookAlikes] }
  /// Those that a rule must ask for, or whoever screens.
  @inlinable public static var optional: Disguises { [.sounds, .standIns, .masks] }
  /// All.
  @inlinable public static var all: Disguises { [.alwaysOn, .optional] }

  /// The disguises and their names, as rules and reports write them.
  public static let named: [(name: String, disguise: Disguises)] = [
    ("noise", .noise), ("repeats", .repeats), ("figures", .figures), ("look-alikes", .lookAlikes),
    ("sounds", .sounds), ("stand-ins", .standIns), ("masks", .masks),
  ]

  /// The names of those in the set, in a fixed order.
  public var names: [String] { Self.named.filter { contains($0.disguise) }.map(\.name) }
}
