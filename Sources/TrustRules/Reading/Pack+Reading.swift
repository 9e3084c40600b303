extension Pack {
  /// Makes a pack from its files, the one with the header first, and from the packs it uses.
  ///
  /// - Throws: `PackError` with every mistake.
  package static func read(
    files: [SourceNode],
    used: [Pack],
    digest: String
  ) throws(PackError) -> Pack {
    let (pack, issues) = check(files: files, used: used, digest: digest)
    let errors = issues.filter { !$0.isWarning }
    guard errors.isEmpty else { throw PackError(errors) }
    return pack
  }

  /// The same for tools: what could be read, and everything that is wrong with it.
  package static func check(
    files: [SourceNode],
    used: [Pack],
    digest: String
  ) -> (pack: Pack, issues: [PackError.Issue]) {
    let reader = PackReader(files: files)
    let pack = Pack(content: reader.content, used: used.map(\.content), digest: digest)
    return (pack, PackError(reader.issues + NameChecker.issues(of: pack)).issues)
  }
}
