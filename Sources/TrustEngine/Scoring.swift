import TrustRules
import TrustText

/// Turns findings into numbers.
enum Scoring {
  /// What softening leaves of a probability: once, not per context.
  static let softened = 0.5
  /// What disguises leave of it: once, and of several the weakest counts.
  ///
  /// Some are no doubt at all.
  static let disguised: [(disguise: Disguises, left: Double)] = [
    (.noise, 0.9), (.repeats, 0.9), (.lookAlikes, 0.8), (.sounds, 0.8), (.standIns, 0.8),
    (.masks, 0.8),
  ]
  /// No evidence of wording is certain.
  static let highest = 0.99

  /// The probability of one finding, by its rule's; a softened one is never 0.5 or more.
  static func confidence(_ rule: Double, isSoftened: Bool, _ disguises: Disguises) -> Double {
    let left = disguised.filter { disguises.contains($0.disguise) }.map(\.left).min() ?? 1
    return min(rule, highest) * (isSoftened ? softened : 1) * left
  }

  /// The scores of the categories that have findings.
  ///
  /// Findings of one category that share a sentence or a rule are one piece of evidence, as strong
  /// as the strongest; the pieces are combined as independent ones.
  ///
  /// - Parameters:
  ///   - findings: What was found.
  ///   - places: For each finding, the sentence it is in.
  /// - Returns: The score of each category that has findings.
  static func categories(
    _ findings: [Finding],
    places: [ReportDraft.Place]
  ) -> [Category: CategoryScore] {
    var scores: [Category: CategoryScore] = [:]
    for first in findings.indices where scores[findings[first].category] == nil {
      let category = findings[first].category
      let members = (first..<findings.count).filter { findings[$0].category == category }
      // Experimental rules report and never count.
      let counted = members.filter { findings[$0].status != .experimental }
      guard
        let severity = (counted.isEmpty ? members : counted).map({ findings[$0].severity }).max()
      else { continue }
      var missing = 1.0
      for cluster in clusters(of: counted, findings, places) {
        missing *= 1 - (cluster.map { findings[$0].confidence }.max() ?? 0)
      }
      scores[category] = CategoryScore(
        score: min(1 - missing, highest),
        severity: severity,
        findings: members
      )
    }
    return scores
  }

  private static func clusters(
    of members: [Int],
    _ findings: [Finding],
    _ places: [ReportDraft.Place]
  ) -> [[Int]] {
    guard members.count > 1 else { return members.isEmpty ? [] : [members] }
    var clusters: [[Int]] = []
    for member in members {
      var joined = [member]
      clusters.removeAll { cluster in
        let isSame = cluster.contains {
          findings[$0].rule == findings[member].rule || places[$0] == places[member]
        }
        if isSame { joined += cluster }
        return isSame
      }
      clusters.append(joined.sorted())
    }
    // In a fixed order, as the product of floating-point numbers depends on it.
    return clusters.sorted { $0[0] < $1[0] }
  }
}
