internal import CTrustICU

/// The machine's cores.
package enum Cores {
  /// How many are online, at least 1.
  package static var count: Int { Int(trust_core_count()) }
}
