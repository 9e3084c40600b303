/// What is wrong with a binary file, and where.
package struct BinaryDamage: Error, Equatable, Sendable {
  /// The byte at which it was noticed.
  package var byte: Int
  /// What is wrong there.
  package var reason: String

  /// Makes damage at a byte.
  package init(byte: Int, _ reason: String) {
    self.byte = byte
    self.reason = reason
  }
}
