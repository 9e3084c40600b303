public import ArgumentParser
public import TrustReport
public import TrustRules

extension ReportFormat: ExpressibleByArgument {}

extension Severity: ExpressibleByArgument {
  /// Reads a severity by its name.
  public init?(argument: String) { self.init(name: argument) }

  /// The name, for help.
  public var defaultValueDescription: String { name }

  /// All names, for help and completions.
  public static var allValueStrings: [String] { allCases.map(\.name) }
}
