/// A row by RFC 4180 that a spreadsheet takes for text and never for formulas.
package enum CSVRow {
  /// The row, with its line break.
  package static func text(_ fields: [String]) -> String {
    fields.map(quoted).joined(separator: ",") + "\r\n"
  }

  /// The full-width signs count too: spreadsheets in Chinese read them as their ASCII forms.
  private static func quoted(_ field: String) -> String {
    let formula = "=+-@\t\r＝＋－＠".unicodeScalars
    let guarded = field.unicodeScalars.first.map(formula.contains) == true ? "'" + field : field
    let special = ",\"\r\n".unicodeScalars
    guard guarded.unicodeScalars.contains(where: special.contains) else { return guarded }
    let doubled = guarded.unicodeScalars.reduce(into: "") { text, scalar in
      text += scalar == "\"" ? "\"\"" : String(scalar)
    }
    return "\"\(doubled)\""
  }
}
