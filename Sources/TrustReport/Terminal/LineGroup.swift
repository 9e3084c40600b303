internal import TrustEngine

/// Lines of a draft that are shown together because findings share them.
struct LineGroup {
  /// The lines, counted from 0.
  var lines: ClosedRange<Int>
  /// The findings in them, in the order of the report.
  var findings: [Finding]

  /// The fewest groups of whole findings, in the order of the text.
  static func groups(of findings: [Finding], in lines: TextLines) -> [LineGroup] {
    let placed =
      findings
      .map { LineGroup(lines: lines.lineIndices(of: $0.span), findings: [$0]) }
      .sorted { $0.lines.lowerBound < $1.lines.lowerBound }
    return placed.reduce(into: []) { groups, next in
      guard let last = groups.indices.last, groups[last].lines.overlaps(next.lines) else {
        groups.append(next)
        return
      }
      let end = max(groups[last].lines.upperBound, next.lines.upperBound)
      groups[last].lines = groups[last].lines.lowerBound...end
      groups[last].findings += next.findings
    }
  }
}
