internal import Foundation
package import TrustEngine
internal import TrustReport

/// What a policy would have done with posts that were screened, beside the policy in force.
package struct PolicySimulation {
  /// What a clause decided.
  struct ClauseCount {
    var posts = 0
    /// Posts for which no other clause of its severity or above held.
    var alone = 0
    var samples: [String] = []
  }

  private let policy: Policy
  private let current: Policy
  private let sampleCount: Int
  private(set) var posts = 0
  private(set) var actions: [Policy.Action: Int] = [:]
  private(set) var clauses: [String: ClauseCount] = [:]
  /// How many posts go from one action to another, and some of them.
  private(set) var changes: [Change: (count: Int, samples: [String])] = [:]
  /// Lines that are no reports.
  private(set) package var unread: [String] = []

  /// A post's way from one action to another.
  struct Change: Hashable {
    var from: Policy.Action
    var to: Policy.Action
  }

  /// Compares a policy with the one in force.
  package init(_ policy: Policy, against current: Policy, samples: Int) {
    self.policy = policy
    self.current = current
    sampleCount = samples
    for name in policy.clauseNames { clauses[name] = ClauseCount() }
  }

  /// Reads reports, one a line; a line that is none is noted.
  package mutating func read(_ bytes: [UInt8], file: String) {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where !line.isEmpty {
      guard let stored = try? JSONDecoder().decode(StoredReport.self, from: Data(line)),
        stored.schema == Report.jsonSchemaName
      else {
        unread.append("\(file):\(index + 1): the line is no report of this version")
        continue
      }
      judge(stored, name: stored.name(line: index + 1))
    }
  }

  private mutating func judge(_ stored: StoredReport, name: String) {
    let report = stored.report
    let decision = policy.decide(report)
    posts += 1
    actions[decision.action, default: 0] += 1
    let held = Set(decision.because.map(\.clause))
    for clause in held {
      clauses[clause, default: ClauseCount()].posts += 1
      if held.count == 1 { clauses[clause, default: ClauseCount()].alone += 1 }
      if clauses[clause, default: ClauseCount()].samples.count < sampleCount {
        clauses[clause, default: ClauseCount()].samples.append(name)
      }
    }
    let before = current.decide(report).action
    guard before != decision.action else { return }
    let change = Change(from: before, to: decision.action)
    changes[change, default: (0, [])].count += 1
    if changes[change, default: (0, [])].samples.count < sampleCount {
      changes[change, default: (0, [])].samples.append(name)
    }
  }

  /// What came of it, for a terminal.
  package var text: String {
    var lines = ["policy \(policy.id) \(policy.version) on \(posts) reports"]
    for action in Policy.Action.allCases.reversed() {
      lines.append("  \(action.name): \(actions[action, default: 0])")
    }
    lines.append("clauses (posts they held for; posts that nothing else held for):")
    for (name, count) in clauses.sorted(by: { $0.key < $1.key }) {
      let samples = count.samples.isEmpty ? "" : "  e.g. \(count.samples.joined(separator: ", "))"
      lines.append("  \(name): \(count.posts); \(count.alone)\(samples)")
    }
    lines.append("against \(current.id) \(current.version):")
    if changes.isEmpty { lines.append("  no post is treated otherwise") }
    let order = changes.sorted {
      ($0.key.from.rawValue, $0.key.to.rawValue) < ($1.key.from.rawValue, $1.key.to.rawValue)
    }
    for (change, posts) in order {
      lines.append(
        "  \(change.from.name) → \(change.to.name): \(posts.count)  "
          + "e.g. \(posts.samples.joined(separator: ", "))"
      )
    }
    return TerminalSafe.text(lines.joined(separator: "\n") + "\n")
  }
}

extension Policy {
  /// The names of its clauses as decisions give them.
  var clauseNames: [String] {
    block.indices.map { "block[\($0)]" } + review.indices.map { "review[\($0)]" }
  }
}
