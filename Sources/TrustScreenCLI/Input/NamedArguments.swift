public import ArgumentParser
public import TrustDisguise
public import TrustReport
internal import TrustRules

extension ReportFormat: ExpressibleByArgument {}

extension DisguiseKind: ExpressibleByArgument {}

/// A severity as it is written on the command line.
enum SeverityName: String, CaseIterable, ExpressibleByArgument {
  case info, low, medium, high, critical

  /// The severity with this name.
  var severity: Severity {
    switch self {
    case .info: .info
    case .low: .low
    case .medium: .medium
    case .high: .high
    case .critical: .critical
    }
  }
}
