/// Reads a rule's examples: one post a line, `<<…>>` around the span, `⏎` for a line break.
package enum ExampleReader {
  private static let keys = ["flag", "softened", "pass", "todo-flag", "todo-pass"]

  static func examples(_ node: SourceNode?, _ reader: inout NodeReader) -> [Example] {
    guard let node else { return [] }
    let fields = reader.fields(of: node, known: keys, what: "examples")
    var examples = lines(fields["flag"], .flag, &reader)
    for (key, expectation) in [
      ("softened", { Example.Expectation.softened(by: $0) }),
      ("pass", { Example.Expectation.pass(reason: $0) }),
    ] {
      guard let node = fields[key] else { continue }
      for (reason, _, value) in reader.entries(of: node, what: key) {
        examples += lines(value, expectation(reason), &reader)
      }
    }
    examples += lines(fields["todo-flag"], .todoFlag, &reader)
    examples += lines(fields["todo-pass"], .todoPass, &reader)
    return examples
  }

  private static func lines(
    _ node: SourceNode?,
    _ expectation: Example.Expectation,
    _ reader: inout NodeReader
  ) -> [Example] {
    guard let node else { return [] }
    guard let text = node.text else {
      reader.report(
        "wrong-type",
        at: node.mark,
        "examples are lines of text under “|”, not \(node.kind)"
      )
      return []
    }
    var examples: [Example] = []
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let post = String(line).trimmed
      guard !post.isEmpty else { continue }
      let mark = Mark(
        file: node.mark.file,
        line: node.mark.line + (node.isBlock ? number : 0),
        column: node.mark.column
      )
      examples.append(example(post, expectation, mark))
    }
    return examples
  }

  /// One example from its marked text.
  package static func example(
    _ marked: String,
    _ expectation: Example.Expectation,
    _ mark: Mark
  ) -> Example {
    var scalars: [Unicode.Scalar] = []
    var start: Int?
    var span: Range<Int>?
    var rest = Array(marked.unicodeScalars)[...]
    while let scalar = rest.first {
      if rest.starts(with: "<<".unicodeScalars), start == nil {
        start = scalars.count
        rest = rest.dropFirst(2)
      } else if rest.starts(with: ">>".unicodeScalars), let opened = start, span == nil {
        span = opened..<scalars.count
        rest = rest.dropFirst(2)
      } else {
        scalars.append(scalar == "⏎" ? "\n" : scalar)
        rest = rest.dropFirst()
      }
    }
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars)
    return Example(text: text, span: span, expectation: expectation, mark: mark)
  }
}
