internal import TrustRuleFiles
internal import TrustRules

/// Looks at a file of settings before it is read for its values, which passes over what it does not
/// know.
enum SettingsFile {
  /// Checks a file.
  ///
  /// - Throws: `PackError` with every unknown name and every value of a wrong kind, with its place.
  static func check(_ path: String) throws(PackError) {
    let (node, issues) = YAMLSource.read(try YAMLSource.text(ofFile: path), file: path)
    guard let node, issues.isEmpty else { throw PackError(issues) }
    var reader = NodeReader()
    let settings = Setting.all
    let fields = reader.fields(
      of: node,
      known: settings.map(\.name),
      what: "the file of settings"
    )
    for setting in settings {
      guard let field = fields[setting.name] else { continue }
      if setting.isList {
        if field.list?.allSatisfy({ $0.text != nil }) != true {
          reader.report("wrong-type", at: field.mark, "“\(setting.name)” must be a list of texts")
        }
      } else if field.text == nil {
        reader.report("wrong-type", at: field.mark, "“\(setting.name)” must be one value")
      }
    }
    guard reader.issues.isEmpty else { throw PackError(reader.issues) }
  }
}
