internal import Foundation
package import TrustRules
internal import TrustText

/// Files of compiled packs on disk.
package enum CompiledFile {
  /// Whether a path is to be read as a file of compiled packs: by its name.
  package static func isOne(_ path: String) -> Bool { path.hasSuffix(PackFile.suffix) }

  /// Opens a file; it is mapped, not read.
  ///
  /// Replace such a file by a new one under its name, as `trustscreen pack build` does, and never
  /// write into it while a program may have it open.
  ///
  /// - Throws: `PackError` if it is not a whole file of ours.
  package static func open(_ path: String) throws(PackError) -> PackFile {
    let data: Data
    do {
      data = try Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped)
    } catch {
      throw PackError(
        PackFiles.failure("no-file", path, "there is no such file that can be read", nil).issues
      )
    }
    return try PackFile(MappedBytes(data: data), name: path)
  }

  /// The packs in a file, or what is wrong with it.
  static func packs(_ path: String) -> [CheckedPack] {
    do throws(PackError) {
      return try CompiledPacks(open(path)).packs.map {
        CheckedPack(pack: $0, issues: [], sources: [:])
      }
    } catch {
      return [CheckedPack(pack: nil, issues: error.issues, sources: [:])]
    }
  }
}

/// A mapped file.
private struct MappedBytes: BinaryBytes {
  let data: Data

  var count: Int { data.count }
  var isTrusted: Bool { false }

  func copy(_ range: Range<Int>, to target: UnsafeMutableRawBufferPointer) {
    // SAFETY: the slice is bounds-checked, and the target is as long.
    unsafe data.bytes.withUnsafeBytes {
      unsafe target.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[range]))
    }
  }

  func hash(_ range: Range<Int>) -> UInt64 {
    XXHash64.hash(data.bytes.extracting(range))
  }
}
