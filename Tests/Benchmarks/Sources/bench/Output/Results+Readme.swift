internal import Foundation

extension Results {
  /// The table of the README: throughput alone, the phrase lists side by side.
  var summary: String {
    let speeds = speeds.filter { $0.suite == Suite.throughput.rawValue && $0.track != .floor }
    let listed = speeds.filter { $0.group.hasSuffix(" phrases") }
    let parts = Track.allCases.compactMap { track -> String? in
      let rows = listed.filter { $0.track == track }
      guard !rows.isEmpty else { return nil }
      let title = track == .identical ? "Identical work" : "Each as its users run it"
      return table(title: title, rows) { "\($0.column), \($0.group)" }
    }
    let shipped = speeds.filter { !$0.group.hasSuffix(" phrases") }
    return ([table(title: "The shipped packs", shipped, \.column)] + parts + [madeOn])
      .joined(separator: "\n\n")
  }

  private func table(title: String, _ rows: [Speed], _ column: (Speed) -> String) -> String {
    markdownTable(
      title: "\(title), MB/s",
      columns: rows.map(column).distinct,
      rows: rows.map(\.engine).distinct
    ) { wanted, engine in
      rows.first { column($0) == wanted && $0.engine == engine }.map { speed in
        let ratio = speed.anchorRatio.map { $0 == 1 ? "" : " (×\(amount($0)))" }
        return amount(speed.megabytesPerSecond) + (ratio ?? "")
      }
    }
  }

  private var madeOn: String {
    "×: how many times faster TrustScreen is, in the same rounds. \(machine.processor), one core."
  }

  /// Puts the table into a file, between the lines `<!-- bench -->` and `<!-- end of bench -->`.
  func writeSummary(into path: String) throws {
    let lines = try String(contentsOfFile: path, encoding: .utf8).components(separatedBy: "\n")
    guard let start = lines.firstIndex(of: "<!-- bench -->"),
      let end = lines.firstIndex(of: "<!-- end of bench -->"), start < end
    else { throw Command.Failure(description: "\(path) has no place for the table") }
    let written = lines[...start] + ["", summary, ""] + lines[end...]
    try written.joined(separator: "\n").write(toFile: path, atomically: true, encoding: .utf8)
  }
}
