internal import Synchronization
internal import TrustEngine
internal import TrustRules

/// What a server counts.
///
/// Nothing of a post goes in: labels are names of rules, policies, routes.
final class Metrics: Sendable {
  /// What is counted together.
  struct Counts: Sendable {
    struct Request: Hashable {
      var route: String
      var method: String
      var status: Int
    }
    struct Decision: Hashable {
      var policy: String
      var tenant: String
      var action: Policy.Action
    }
    struct Shadow: Hashable {
      var policy: String
      var action: Policy.Action
      var enforced: Policy.Action
    }

    var requests: [Request: Int] = [:]
    var latencies: [String: Histogram] = [:]
    var items = 0
    var itemErrors: [String: Int] = [:]
    var partial: [String: Int] = [:]
    var categories: [Category: Int] = [:]
    var rules: [Rule.ID: Int] = [:]
    var decisions: [Decision: Int] = [:]
    var shadows: [Shadow: Int] = [:]
    var auditFailures = 0
  }

  private let counts = Mutex(Counts())

  /// All counts at one moment.
  var all: Counts { counts.withLock { $0 } }

  /// Counts a request that was answered.
  func note(route: String, method: String, status: Int, seconds: Double) {
    counts.withLock { counts in
      counts.requests[.init(route: route, method: method, status: status), default: 0] += 1
      counts.latencies[route, default: Histogram()].note(seconds)
    }
  }

  /// Counts the items of a request, all at once.
  func note(_ results: [ItemResult], policy: String, tenant: String) {
    counts.withLock { counts in
      for result in results {
        counts.items += 1
        counts.decisions[
          .init(policy: policy, tenant: tenant, action: result.action),
          default: 0
        ] += 1
        for (shadow, action) in result.shadows {
          counts.shadows[
            .init(policy: shadow, action: action, enforced: result.action),
            default: 0
          ] += 1
        }
        switch result.outcome {
        case .failed(let fault): counts.itemErrors[fault.code, default: 0] += 1
        case .screened(let report, _): counts.note(report)
        }
      }
    }
  }

  /// Counts a decision that could not be written to the audit log.
  func noteAuditFailure() { counts.withLock { $0.auditFailures += 1 } }
}

extension Metrics.Counts {
  fileprivate mutating func note(_ report: Report) {
    for finding in report.findings { rules[finding.rule, default: 0] += 1 }
    for category in Set(report.findings.lazy.filter { $0.isFlag() }.map(\.category)) {
      categories[category, default: 0] += 1
    }
    for notice in report.completeness.notices { partial[notice.code, default: 0] += 1 }
  }
}
