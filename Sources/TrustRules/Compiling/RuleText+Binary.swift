internal import TrustText

/// The words of all rules, as numbers of texts: for each rule one row.
struct PackedRuleTexts: Sendable {
  private let rows: [UInt32]
  private let starts: [UInt32]
  private let texts: TextTable

  /// Reads the words of so many rules.
  init(from reader: inout BinaryReader, count: Int) throws(BinaryDamage) {
    starts = try reader.starts()
    rows = try reader.array()
    guard starts.count == count + 1, starts.last.map(Int.init) == rows.count,
      let texts = reader.texts
    else { throw reader.damage("the words of rules are cut off") }
    self.texts = texts
  }

  /// Writes the words of rules.
  static func write(_ contents: [RuleText.Content], to writer: inout BinaryWriter) {
    var starts: [UInt32] = [0]
    var rows: [UInt32] = []
    for content in contents {
      content.append(to: &rows, numbering: &writer)
      starts.append(UInt32(rows.count))
    }
    writer.write(starts)
    writer.write(rows)
  }

  /// The words of a rule; whatever its row holds, they are words.
  func content(of rule: Int, _ id: Rule.ID) -> RuleText.Content {
    var row = RowReader(rest: rows[Int(starts[rule])..<Int(starts[rule + 1])], texts: texts)
    return RuleText.Content(from: &row, id)
  }
}

/// Reads one row; behind its end everything is 0.
private struct RowReader {
  var rest: ArraySlice<UInt32>
  let texts: TextTable

  mutating func number() -> Int { rest.popFirst().map(Int.init) ?? 0 }

  mutating func text() -> String { texts[UInt32(number())] }

  /// A text that may be missing: its number and one, or 0.
  mutating func optionalText() -> String? {
    let number = number()
    return number == 0 ? nil : texts[UInt32(number - 1)]
  }

  mutating func localized() -> Localized { Localized(zh: text(), en: text()) }

  mutating func name<Name: CaseIterable>() -> Name {
    let cases = Array(Name.allCases)
    return cases[min(number(), cases.count - 1)]
  }

  mutating func list<Item>(_ item: (inout RowReader) -> Item) -> [Item] {
    (0..<min(number(), rest.count)).map { _ in item(&self) }
  }
}

extension RuleText.Content {
  fileprivate convenience init(from row: inout RowReader, _ id: Rule.ID) {
    let nowhere = Mark(file: id.pack, line: 0, column: 0)
    var rule = Rule(
      id: id,
      category: Category(name: row.text()),
      kind: row.text(),
      severity: row.name(),
      confidence: 0,
      status: row.name(),
      message: row.localized(),
      suggestion: row.number() == 0 ? nil : row.localized(),
      guidance: row.list { $0.text() },
      tags: row.list { $0.text() },
      reviewBy: row.optionalText(),
      renamedFrom: row.list { $0.text() },
      mark: nowhere
    )
    rule.patterns = row.list { row in
      FindPattern(
        pattern: Pattern(operands: [], source: row.text()),
        mark: nowhere,
        replacement: row.optionalText()
      )
    }
    rule.unit = row.name()
    rule.companyUnit = row.name()
    rule.edges = row.name()
    rule.refusesSeparators = row.number() == 1
    self.init(rule: rule, citations: row.list { Citation(from: &$0) })
  }

  fileprivate func append(to row: inout [UInt32], numbering writer: inout BinaryWriter) {
    func number(_ text: String) -> UInt32 { writer.number(of: text) }
    func optional(_ text: String?) -> UInt32 { text.map { number($0) + 1 } ?? 0 }
    func list(_ texts: [String]) -> [UInt32] { [UInt32(texts.count)] + texts.map(number) }
    func place(_ name: some CaseIterable & Equatable) -> UInt32 {
      UInt32(BinaryWriter.place(of: name))
    }
    row += [
      number(rule.category.name), number(rule.kind), place(rule.severity), place(rule.status),
    ]
    row += [number(rule.message.zh), number(rule.message.en)]
    row += rule.suggestion.map { [1, number($0.zh), number($0.en)] } ?? [0]
    row += list(rule.guidance) + list(rule.tags) + [optional(rule.reviewBy)]
    row += list(rule.renamedFrom)
    row.append(UInt32(rule.patterns.count))
    for find in rule.patterns { row += [number(find.pattern.source), optional(find.replacement)] }
    row += [place(rule.unit), place(rule.companyUnit), place(rule.edges)]
    row += [rule.refusesSeparators ? 1 : 0, UInt32(citations.count)]
    for citation in citations {
      row += [number(citation.id), number(citation.title.zh), number(citation.title.en)]
      row += [citation.publisher, citation.date, citation.url, citation.status].map(optional)
    }
  }
}

extension Citation {
  fileprivate init(from row: inout RowReader) {
    self.init(
      id: row.text(),
      title: row.localized(),
      publisher: row.optionalText(),
      date: row.optionalText(),
      url: row.optionalText(),
      status: row.optionalText()
    )
  }
}
