/// How bad a finding is if it is true; says nothing of how sure it is.
public enum Severity: Int, Comparable, Sendable, CaseIterable {
  /// A matter of style.
  case info
  /// Misleads a little.
  case low
  /// Misleads, or hurts a group.
  case medium
  /// May keep people from care, or harm a group.
  case high
  /// May kill.
  case critical

  /// The name in rules and reports.
  public var name: String { "\(self)" }

  /// The severity with a name, or `nil`.
  public init?(name: String) {
    guard let found = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = found
  }

  /// Orders by badness.
  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}
