/// What stands before every change on disk, so that tests can end a run at any of them.
///
/// It is asked how many of some bytes may be written; less than all ends the run right there, as a
/// power cut would.
package struct WriteGate: Sendable {
  /// Answers how many of so many bytes may pass; 0 bytes stand for a sync, a cut or a rename, which
  /// passes unless the answer is negative.
  package var pass: @Sendable (Int) -> Int

  /// Makes a gate.
  package init(pass: @escaping @Sendable (Int) -> Int) {
    self.pass = pass
  }

  /// Lets everything pass.
  package static let open = WriteGate { $0 }

  /// Passes a step that writes no bytes.
  func step() throws(ArchiveError) {
    guard pass(0) >= 0 else { throw Self.interrupted }
  }

  static let interrupted = ArchiveError(.interrupted, "the run was interrupted")
}
