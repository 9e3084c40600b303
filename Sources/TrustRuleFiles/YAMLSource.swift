internal import Foundation
package import TrustRules
internal import Yams

/// Reads YAML into source nodes: values stay text, places are kept, and what has no business in a
/// rule file (anchors, aliases, tags, deep nesting) is refused.
package struct YAMLSource {
  private static let mostBytes = 4 << 20
  private static let mostLevels = 16

  private let plainTags: [Tag] = [.implicit, Tag(.str), Tag(.nonSpecific)]

  private let file: String
  private let lines: [Substring]
  private var reader = NodeReader()

  private init(file: String, lines: [Substring]) {
    self.file = file
    self.lines = lines
  }

  /// Reads the one document in `text`; `file` is how messages call it.
  package static func read(
    _ text: String,
    file: String
  ) -> (node: SourceNode?, issues: [PackError.Issue]) {
    var source = YAMLSource(
      file: file,
      lines: text.split(separator: "\n", omittingEmptySubsequences: false)
    )
    let node = source.document(text)
    return (node, source.reader.issues)
  }

  /// The text of a file that must be there and be UTF-8.
  package static func text(ofFile path: String) throws(PackError) -> String {
    guard let data = FileManager.default.contents(atPath: path),
      let text = String(data: data, encoding: .utf8)
    else {
      let place = TrustRules.Mark(file: path, line: 0, column: 0)
      throw PackError([.init("no-file", at: place, "there is no such file of UTF-8 text")])
    }
    return text
  }

  private var opening: TrustRules.Mark { TrustRules.Mark(file: file, line: 1, column: 1) }

  private mutating func document(_ text: String) -> SourceNode? {
    guard text.utf8.count <= Self.mostBytes else {
      reader.report(
        "limit-exceeded",
        at: opening,
        "the file is larger than 4 MiB",
        hint: "split it"
      )
      return nil
    }
    do {
      // The basic resolver takes every plain value for text.
      guard let node = try Yams.compose(yaml: text, .basic) else {
        reader.report("empty-file", at: opening, "the file says nothing")
        return nil
      }
      return convert(node, level: 0)
    } catch let error as YamlError {
      report(error)
    } catch {
      reader.report("bad-yaml", at: opening, "the file could not be read: \(error)")
    }
    return nil
  }

  private mutating func convert(_ node: Node, level: Int) -> SourceNode? {
    let mark = place(node.mark)
    guard level < Self.mostLevels else {
      reader.report("limit-exceeded", at: mark, "nested deeper than \(Self.mostLevels) levels")
      return nil
    }
    guard node.anchor == nil else {
      reader.report(
        "anchor",
        at: mark,
        "anchors and aliases (& and *) are not allowed",
        hint: "write the value where it is needed, or quote a word that starts with & or *"
      )
      return nil
    }
    switch node {
    case .scalar(let scalar):
      guard plainTags.contains(node.tag) else {
        reader.report(
          "tag",
          at: mark,
          "tags (!) are not allowed",
          hint: "quote a word that starts with !"
        )
        return nil
      }
      let isBlock = scalar.style == .literal || scalar.style == .folded
      // A quoted text starts behind its mark.
      let isQuoted = scalar.style == .doubleQuoted || scalar.style == .singleQuoted
      let start =
        isBlock
        ? blockStart(below: mark.line)
        : mark.advanced(by: isQuoted ? 1 : 0)
      return SourceNode(.text(scalar.string), at: start, isBlock: isBlock)
    case .sequence(let items):
      return SourceNode(.list(items.compactMap { convert($0, level: level + 1) }), at: mark)
    case .mapping(let pairs):
      return SourceNode(
        .map(
          pairs.compactMap { key, value in
            guard let key = convert(key, level: level + 1),
              let value = convert(value, level: level + 1)
            else { return nil }
            return (key, value)
          }
        ),
        at: mark
      )
    case .alias:
      reader.report("anchor", at: mark, "anchors and aliases (& and *) are not allowed")
      return nil
    }
  }

  /// Where the text of a block starts: below its sign, behind the indentation.
  private func blockStart(below line: Int) -> TrustRules.Mark {
    let first = lines.dropFirst(line).first { !$0.allSatisfy { $0 == " " } } ?? ""
    return TrustRules.Mark(
      file: file,
      line: line + 1,
      column: first.prefix { $0 == " " }.count + 1
    )
  }

  private func place(_ mark: Yams.Mark?) -> TrustRules.Mark {
    TrustRules.Mark(file: file, line: mark?.line ?? 0, column: mark?.column ?? 0)
  }

  private mutating func report(_ error: YamlError) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      reader.report(
        "bad-yaml",
        at: place(mark),
        problem,
        hint: "quote values that hold “: ” or “ #”, or that start with one of { [ * & ! | > % @ #"
      )
    case .duplicatedKeysInMapping(let duplicates, let context):
      for key in duplicates {
        reader.report(
          "duplicate-key",
          at: place(context.mark),
          "“\(key)” stands twice in this map",
          hint: "keep one of them"
        )
      }
    default:
      reader.report("bad-yaml", at: opening, "\(error)")
    }
  }
}
