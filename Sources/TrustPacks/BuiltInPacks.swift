internal import TrustRules

/// The pack file that is linked into the program.
enum BuiltInPacks {
  static let file = opened { () throws(PackError) in
    try PackFile(
      LinkedBytes(characters: LinkedPacks.characters, count: LinkedPacks.count),
      name: "the built-in packs"
    )
  }

  static let all = opened { () throws(PackError) in try CompiledPacks(file).packs }

  /// A program that does not hold what it was built with has been tampered with.
  static func opened<Value>(_ open: () throws(PackError) -> Value) -> Value {
    do throws(PackError) {
      return try open()
    } catch {
      preconditionFailure("\(error)")
    }
  }
}
