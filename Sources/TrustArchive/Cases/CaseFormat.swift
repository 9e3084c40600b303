internal import TrustReport
internal import TrustRules

/// The forms of a case file.
package enum CaseFormat: String, CaseIterable, Sendable {
  case text, markdown, json, html

  /// Writes a case file; the same file always gives the same bytes.
  package func render(_ file: CaseFile, language: String) -> String {
    let outline = CaseOutline(file)
    return switch self {
    case .text: Self.text(outline, language)
    case .markdown: Self.markdown(outline, language)
    case .json: file.json.text(.pretty) + "\n"
    case .html: CasePage(outline: outline, language: language).html
    }
  }

  private static func text(_ outline: CaseOutline, _ language: String) -> String {
    var lines = [outline.title[language], CaseWording.caution[language]]
    for section in outline.sections {
      lines += ["", section.title[language].uppercased()]
      if let quotation = section.quotation {
        lines += TerminalSafe.text(quotation).split(
          separator: "\n",
          omittingEmptySubsequences: false
        ).map { "  | \($0)" }
      }
      for item in section.items {
        let url = item.url.map { $0 == item.value.en ? "" : " <\($0)>" } ?? ""
        lines.append(
          TerminalSafe.text("  \(item.label[language]): \(item.value[language])\(url)")
        )
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func markdown(_ outline: CaseOutline, _ language: String) -> String {
    var lines = ["# \(outline.title[language])", "", CaseWording.caution[language]]
    for section in outline.sections {
      lines += ["", "## \(escaped(section.title[language]))", ""]
      if let quotation = section.quotation {
        lines += quotation.split(separator: "\n", omittingEmptySubsequences: false)
          .map { "> \(escaped(String($0)))" }
      }
      for item in section.items {
        let url = item.url.map { " <\($0.filter { !"<> \n".contains($0) })>" } ?? ""
        let value = item.url == item.value.en ? "" : " \(escaped(item.value[language]))"
        lines.append("- **\(escaped(item.label[language]))**:\(value)\(url)")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Text that Markdown shows as it is.
  private static func escaped(_ text: String) -> String {
    text.reduce(into: "") { result, character in
      if "\\`*_{}[]<>#|!&~".contains(character) { result += "\\" }
      result.append(character.isNewline ? " " : character)
    }
  }
}

/// Text that cannot act on a terminal.
enum TerminalSafe {
  static func text(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          let isControl = scalar.value < 0x20 && scalar != "\n" && scalar != "\t"
          return isControl || (0x7F..<0xA0).contains(scalar.value) ? "\u{FFFD}" : scalar
        }
      )
    )
  }
}
