/// How much an archive may ask for before reading refuses.
///
/// The limits keep memory and time within bounds whatever somebody puts into an archive; what goes
/// beyond one becomes an `InputFailure`.
package struct InputLimits: Sendable, Hashable {
  /// The longest record (a post, a row, a document) in bytes.
  package var recordBytes = 16 << 20
  /// The most bytes that are unpacked of one member of a container.
  package var memberBytes = 256 << 30
  /// The most bytes that are unpacked of one input file, with all it contains.
  package var totalBytes = 4 << 40
  /// The most bytes that are unpacked for each byte of the input file, once `ratioStart` is passed.
  package var ratio = 200
  /// The bytes that may be unpacked of an input file whatever the ratio.
  package var ratioStart = 64 << 20
  /// How deep containers may stand in containers.
  package var depth = 4
  /// The most members of one container.
  package var memberCount = 1_000_000
  /// The most bytes of a container that is copied to a temporary file, as its directory is at its end.
  package var copiedBytes = 4 << 30

  /// The limits that are usual.
  package init() {}
}
