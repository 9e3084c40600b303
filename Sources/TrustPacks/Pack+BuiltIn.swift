public import TrustRules

extension Pack {
  /// The packs that come with the program and are run when nobody names any: false remedies,
  /// stigmatising language, unverified claims.
  ///
  /// They are compiled in from `rules/`, so that nothing has to lie beside the program. A screener
  /// for just these is ready at once; for another choice the rules are compiled first.
  public static let builtIn: [Pack] = BuiltInPacks.all.filter(\.isOnByDefault)

  /// The packs that come with the program and are run only if named, such as
  /// `undisclosed-promotion`.
  public static let builtInOptional: [Pack] = BuiltInPacks.all.filter { !$0.isOnByDefault }
}
