internal import Foundation

/// All figures of one run, with where and how they were made.
final class Results {
  private(set) var machine = Machine.current()
  private(set) var notes: [String: String] = [:]
  private(set) var missing: [String: String] = [:]
  private(set) var loadAtEnd: [Double] = []
  private(set) var figures: [Figure] = []
  var speeds: [Speed] = []
  var checks: [Check] = []

  /// What was used: posts, versions of peers.
  func note(_ name: String, _ value: String) { notes[name] = value }

  /// A peer that could not take part, and why: none is left out silently.
  func miss(_ name: String, _ reason: String) { missing[name] = reason }

  /// Whether no suite failed, and engines that do identical work found the same.
  var isSound: Bool {
    checks.allSatisfy(\.isEqual) && !missing.keys.contains { $0.hasPrefix("suite ") }
  }

  func figure(
    _ suite: Suite,
    _ group: String,
    column: String,
    _ name: String,
    _ value: Double,
    _ unit: String
  ) {
    let figure = Figure(
      suite: suite.rawValue,
      group: group,
      column: column,
      name: name,
      value: value,
      unit: unit
    )
    let known = figures.firstIndex {
      ($0.suite, $0.group, $0.column, $0.name) == (suite.rawValue, group, column, name)
    }
    if let known { figures[known] = figure } else { figures.append(figure) }
  }

  func end() { loadAtEnd = Machine.current().load }

  private struct Document: Encodable {
    var machine: Machine
    var loadAtEnd: [Double]
    var notes: [String: String]
    var missing: [String: String]
    var speeds: [Speed]
    var figures: [Figure]
    var checks: [Check]
  }

  func json() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(
      Document(
        machine: machine,
        loadAtEnd: loadAtEnd,
        notes: notes,
        missing: missing,
        speeds: speeds,
        figures: figures,
        checks: checks
      )
    )
  }
}
