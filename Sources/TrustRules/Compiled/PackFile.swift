package import TrustText

/// A file of compiled packs, as a `.tspack` or linked into the program.
///
/// - 8 bytes `89 T S P A C K 0A`: no text has them, and a copy as text breaks them;
/// - the version of the form, and how many sections there are: 4 bytes each;
/// - 8 bytes each: the file's length, the fingerprint of the fold table, and the XXH64 of all else
///   up to the first section;
/// - for each section, 8 bytes each: its kind, its first byte, its length, its XXH64;
/// - the sections, side by side, each in the form that `BinaryWriter` describes.
///
/// Everything is little-endian. No byte is outside of what is compared or hashed.
package struct PackFile: Sendable {
  /// The version of the form; to be raised whenever a type writes itself in another way.
  package static let version = 4
  /// What the names of such files end in.
  package static let suffix = ".tspack"

  /// What a section holds.
  package enum Section: Int, CaseIterable, Sendable {
    /// Which packs these are: `PackManifest`.
    case manifest = 1
    /// A `Ruleset` of those that are run unless others are asked for.
    case rules
    /// What the packs say, as `PackArchive` writes it: to compile other choices of packs from.
    case sources
    /// The calibration that was made for them.
    case calibration
  }

  static let magic: [UInt8] = [0x89] + Array("TSPACK\n".utf8)
  static let headLength = 40
  static let entryLength = 32

  /// A section's place and hash.
  struct Place: Sendable {
    var range: Range<Int>
    var hash: UInt64
  }

  /// What it is called in messages.
  package let name: String
  let bytes: any BinaryBytes
  private(set) var places: [Int: Place] = [:]

  /// Opens a file: makes sure that it is one of ours, and whole.
  ///
  /// - Throws: `PackError` with what is wrong and what to do.
  package init(_ bytes: any BinaryBytes, name: String) throws(PackError) {
    self.bytes = bytes
    self.name = name
    do throws(Refusal) {
      places = try directory()
      guard !bytes.isTrusted else { return }
      for (kind, place) in places.sorted(by: { $0.key < $1.key }) {
        guard bytes.hash(place.range) == place.hash else {
          throw .damage(place.range.lowerBound, "section \(kind) is not as it was written")
        }
      }
    } catch {
      throw PackError([error.issue(name)])
    }
  }

  /// The bytes of each section, in the order in which they stand.
  package var sizes: [(section: Section, bytes: Int)] {
    Section.allCases.compactMap { section in
      places[section.rawValue].map { (section, $0.range.count) }
    }
  }

  /// How long the file is.
  package var count: Int { bytes.count }

  /// Reads a section; `nil` if the file has none of the kind.
  ///
  /// - Throws: `PackError` if what is there cannot be.
  package func read<Result>(
    _ section: Section,
    _ body: (inout BinaryReader) throws(BinaryDamage) -> Result
  ) throws(PackError) -> Result? {
    guard let place = places[section.rawValue] else { return nil }
    do throws(BinaryDamage) {
      var reader = try BinaryReader(bytes, section: place.range)
      let result = try body(&reader)
      try reader.finish()
      return result
    } catch {
      throw PackError([Refusal.damage(error.byte, error.reason).issue(name)])
    }
  }
}
