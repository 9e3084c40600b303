public import TrustRules

extension Pack {
  /// The packs that come with the program and are run when nobody names any: false remedies,
  /// stigmatising language, unverified claims.
  ///
  /// They are compiled in from `rules/`, so that nothing has to lie beside the program.
  public static let builtIn: [Pack] = archived.filter(\.isOnByDefault)

  /// The packs that come with the program and are run only if named, such as
  /// `undisclosed-promotion`.
  public static let builtInOptional: [Pack] = archived.filter { !$0.isOnByDefault }

  private static let archived: [Pack] = {
    let archive = BuiltIn.archive.withUTF8Buffer { unsafe Array($0) }
    do throws(PackArchive.Damage) {
      return try PackArchive.decode(archive)
    } catch {
      preconditionFailure("the built-in packs are damaged at byte \(error.byte)")
    }
  }()
}
