package import TrustEngine
internal import TrustRules

/// Writes the reports of one screener as JSON Lines.
///
/// Reports of posts in which nothing was found differ in their ids and languages only; what they
/// share is made once.
package struct ReportLines: Sendable {
  private let includesText: Bool
  /// A blank report up to its id.
  private let head: [UInt8]
  /// A blank report from behind its id, in Chinese, in English, and in neither.
  private let tails: (zh: [UInt8], en: [UInt8], none: [UInt8])

  /// Makes a writer; `includesText` is as in `Report.json(pretty:includesText:)`.
  package init(_ screener: Screener, includesText: Bool) {
    self.includesText = includesText
    let members: JSON = ["schema": .string(Report.jsonSchemaName), "id": .null]
    var head: [UInt8] = []
    members.write(.compact, to: &head)
    head.removeLast("null}".utf8.count)
    self.head = head
    func tail(_ language: PostLanguage?) -> [UInt8] {
      var line: [UInt8] = []
      screener.blankReport(id: nil, in: language).jsonValue().write(.compact, to: &line)
      line.append(UInt8(ascii: "\n"))
      precondition(line.starts(with: head), "a report begins with its schema and its id")
      return Array(line.dropFirst(head.count + "null".utf8.count))
    }
    tails = (tail(.zh), tail(.en), tail(nil))
  }

  /// Appends the line of a report.
  package func append(_ report: Report, to lines: inout [UInt8]) {
    report.jsonValue(includesText: includesText).write(.compact, to: &lines)
    lines.append(UInt8(ascii: "\n"))
  }

  /// Appends the line of a report without an id, of a post in which nothing was found.
  package func appendBlank(in language: PostLanguage?, to lines: inout [UInt8]) {
    lines += head
    lines += "null".utf8
    lines += tail(language)
  }

  /// Appends the line of a report with an id, of a post in which nothing was found.
  package func appendBlank(
    id: borrowing Span<UInt8>,
    in language: PostLanguage?,
    to lines: inout [UInt8]
  ) {
    lines += head
    JSON.writeString(id, to: &lines)
    lines += tail(language)
  }

  private func tail(_ language: PostLanguage?) -> [UInt8] {
    switch language {
    case .zh: tails.zh
    case .en: tails.en
    case nil: tails.none
    }
  }
}
