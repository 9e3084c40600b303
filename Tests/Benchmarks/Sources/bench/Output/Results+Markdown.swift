internal import Foundation

extension Results {
  /// Everything as tables, one for each suite, track and group.
  var markdown: String {
    let parts = [heading] + speedTables + figureTables + [checkTable, missingList]
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  private var heading: String {
    let versions = machine.versions.merging(notes) { own, _ in own }.sorted { $0.key < $1.key }
      .map { "\($0.key) \($0.value)" }.joined(separator: " · ")
    let load = (machine.load + loadAtEnd).map { format($0, 1) }.joined(separator: " ")
    return """
      \(machine.processor), \(machine.cores) cores, \(machine.system), Swift \(machine.swift) \(machine.flags); \
      load average \(load). One thread, CPU time, medians of interleaved rounds; MB is 10⁶ bytes of posts. \
      × is how many times faster the first row is.

      \(versions)
      """
  }

  private var speedTables: [String] {
    speeds.map { [$0.suite, $0.track.rawValue, $0.group] }.distinct.map { key in
      let rows = speeds.filter { [$0.suite, $0.track.rawValue, $0.group] == key }
      return markdownTable(
        title: "\(key[0]), \(key[1]) track: \(key[2])",
        columns: rows.map(\.column).distinct,
        rows: rows.map(\.engine).distinct
      ) { column, row in
        rows.first { $0.column == column && $0.engine == row }.map(cell)
      }
    }
  }

  private func cell(_ speed: Speed) -> String {
    let ratio = speed.anchorRatio.map { $0 == 1 ? "" : " ×\(amount($0))" } ?? ""
    return
      "\(amount(speed.megabytesPerSecond)) MB/s (\(amount(speed.nanosecondsPerPost)) ns)\(ratio)"
  }

  private var figureTables: [String] {
    figures.map { [$0.suite, $0.group] }.distinct.map { key in
      let rows = figures.filter { [$0.suite, $0.group] == key }
      return markdownTable(
        title: "\(key[0]): \(key[1])",
        columns: rows.map(\.column).distinct,
        rows: rows.map(\.name).distinct
      ) { column, row in
        rows.first { $0.column == column && $0.name == row }.map {
          "\(amount($0.value)) \($0.unit)"
        }
      }
    }
  }

  func markdownTable(
    title: String,
    columns: [String],
    rows: [String],
    _ cell: (String, String) -> String?
  ) -> String {
    var lines = ["**\(title)**", ""]
    lines.append("| | \(columns.joined(separator: " | ")) |")
    lines.append("|---|\(String(repeating: "--:|", count: columns.count))")
    for row in rows {
      lines.append("| \(row) | \(columns.map { cell($0, row) ?? "" }.joined(separator: " | ")) |")
    }
    return lines.joined(separator: "\n")
  }

  private var checkTable: String {
    guard !checks.isEmpty else { return "" }
    var lines = ["**Match sets of the identical track**", ""]
    for check in checks {
      let sides = check.sides.map { side in
        let beyond =
          side.beyond > 0 ? " and \(side.beyond) more through separators and disguises" : ""
        return "\(side.engine) \(side.matches)\(beyond) `\(side.hash)`"
      }
      let verdict = check.isEqual ? "equal" : "**DIFFERENT**"
      lines.append(
        "- \(check.group), \(check.column), \(check.posts) posts: \(verdict). \(sides.joined(separator: "; "))"
      )
      lines += check.differences.map { "  - \($0)" }
    }
    return lines.joined(separator: "\n")
  }

  private var missingList: String {
    guard !missing.isEmpty else { return "" }
    let lines = missing.sorted { $0.key < $1.key }.map { "- \($0.key): \($0.value)" }
    return (["**Missing**", ""] + lines).joined(separator: "\n")
  }

  func amount(_ value: Double) -> String {
    format(value, value < 1 ? 3 : value < 10 ? 2 : value < 100 ? 1 : 0)
  }

  func format(_ value: Double, _ digits: Int) -> String {
    String(format: "%.\(digits)f", value)
  }
}

extension Array where Element: Hashable {
  /// Each element once, where it first stands.
  var distinct: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
