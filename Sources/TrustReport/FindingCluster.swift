package import TrustEngine
internal import TrustRules
internal import TrustText

/// Findings of one category on overlapping words: one matter for a reader, however many rules saw it.
package struct FindingCluster {
  /// The finding to show: one that counts before one that does not, then the likeliest, the worst,
  /// the longest.
  package var lead: Finding
  /// The others, in the order of the report.
  package var others: [Finding]

  /// The clusters of a report's findings, in its order.
  ///
  /// - Complexity: O(findings²) in the worst case; a draft has few.
  package static func clusters(of findings: [Finding]) -> [FindingCluster] {
    var groups: [[Finding]] = []
    for finding in findings {
      let index = groups.firstIndex { group in
        group.contains {
          $0.category == finding.category && $0.field == finding.field
            && $0.span.utf8.overlaps(finding.span.utf8)
        }
      }
      if let index { groups[index].append(finding) } else { groups.append([finding]) }
    }
    return groups.compactMap { group in
      guard let lead = group.max(by: { rank($0) < rank($1) }) else { return nil }
      return FindingCluster(lead: lead, others: group.filter { $0 != lead })
    }.sorted { $0.lead.span.utf8.lowerBound < $1.lead.span.utf8.lowerBound }
  }

  private static func rank(_ finding: Finding) -> (Int, Double, Int, Int) {
    (
      finding.isFlag() ? 1 : 0, finding.confidence, finding.severity.rawValue,
      finding.span.utf8.count
    )
  }
}

extension ScreenedDocument {
  /// The document as people are shown it: each matter once.
  func forReaders() -> ScreenedDocument {
    var document = self
    let clusters = FindingCluster.clusters(of: report.findings)
    document.report.findings = clusters.map(\.lead)
    for cluster in clusters {
      document.alsoFoundBy[cluster.lead.fingerprint] = cluster.others.map(\.rule)
    }
    return document
  }
}
