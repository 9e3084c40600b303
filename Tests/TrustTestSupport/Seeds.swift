internal import Foundation

/// The seeds that tests of laws are run with.
///
/// A seed is an argument of its test, so that a failure names it. `TRUST_SEED=17 swift test`
/// repeats one seed, and `TRUST_SEEDS=1000` tries so many.
package enum Seeds {
  /// The seeds of one run; the same few unless the environment says otherwise.
  package static let all: [UInt64] = {
    let environment = ProcessInfo.processInfo.environment
    if let seed = environment["TRUST_SEED"].flatMap({ UInt64($0) }) { return [seed] }
    let count = environment["TRUST_SEEDS"].flatMap { UInt64($0) } ?? 24
    return Array(1...max(1, count))
  }()
}
