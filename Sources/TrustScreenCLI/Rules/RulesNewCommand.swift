internal import ArgumentParser
internal import Foundation
internal import TrustRules

/// `rules new`: six questions, and a pack with one rule.
struct RulesNewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Asks six questions and writes a pack with a first rule.",
    discussion: """
      EXAMPLES
        trustscreen rules new my-pack.yaml
      """
  )

  @Argument(help: "The file to write; it must not exist yet.", completion: .file())
  var file: String

  func validate() throws {
    guard !FileManager.default.fileExists(atPath: file) else {
      throw ValidationError("“\(file)” exists already")
    }
  }

  func run() throws {
    let id = ask("1/6 规则名 · The rule's name (as remedy.onion)", accepting: NodeReader.isIdentifier)
    let names = Category.core.map(\.name)
    let category = ask(
      "2/6 类别 · Category (\(names.joined(separator: ", ")))",
      accepting: names.contains
    )
    let kinds = Category(name: category).kinds ?? []
    let kind = ask("3/6 种类 · Kind (\(kinds.joined(separator: ", ")))", accepting: kinds.contains)
    let zh = ask("4/6 一条应被标记的中文帖子 · A Chinese post to flag; put << >> around its core")
    let en = ask("5/6 An English post to flag; put << >> around its core")
    let source = ask("6/6 依据 · The guidance behind it: a title and, if there is one, its address")

    let draft = RuleDraft(
      id: id,
      category: category,
      kind: kind,
      zh: zh,
      en: en,
      source: source,
      pack: URL(fileURLWithPath: file).deletingPathExtension().lastPathComponent.lowercased()
    )
    try draft.yaml.write(toFile: file, atomically: true, encoding: .utf8)
    Console.write("\(file)\ntrustscreen rules lint \(file)\n")
  }

  private func ask(_ question: String, accepting: (String) -> Bool = { !$0.isEmpty }) -> String {
    while true {
      Console.write(question + "\n> ")
      guard let answer = readLine(strippingNewline: true) else {
        Console.note("no answer")
        Self.exit(withError: ExitStatus.misuse)
      }
      if accepting(answer.trimmed) { return answer.trimmed }
    }
  }
}

/// A first rule from six answers.
private struct RuleDraft {
  var id: String
  var category: String
  var kind: String
  var zh: String
  var en: String
  var source: String
  var pack: String

  var yaml: String {
    """
    trustscreen: 1
    pack: \(NodeReader.isIdentifier(pack) ? pack : "my-pack")
    version: 2026.1.0

    guidance:
      source:
        zh: \(quoted(source))
        en: \(quoted(source))

    contexts:
      negated:
        reach: clause
        before: {zh: "不能、不会、无法、没有证据", en: "does not, doesn't, cannot, no evidence"}
        after: {zh: "没用、没有科学依据、是假的", en: "is false, doesn't work"}
        stops: {zh: "但、但是", en: "but, however"}

    rules:
      - id: \(id)
        category: \(category)
        kind: \(kind)
        severity: medium
        find:
          zh:
            - \(quoted(core(zh)))
          en:
            - \(quoted(core(en)))
        unless: negated
        message:
          zh: 没有证据支持“<match>”。
          en: There is no evidence for “<match>”.
        suggest:
          zh: 请附上可核查的来源，或删去这一说法。
          en: Name a source that readers can check, or leave the claim out.
        guidance: source
        examples:
          flag: |
            \(zh)
            \(en)
          pass:
            negated: |
              没有证据：\(core(zh))

    """
  }

  /// What stands between the marks, or all of it.
  private func core(_ post: String) -> String {
    guard let open = post.range(of: "<<"), let close = post.range(of: ">>"),
      open.upperBound <= close.lowerBound
    else { return post }
    return String(post[open.upperBound..<close.lowerBound])
  }

  private func quoted(_ text: String) -> String {
    let escaped = text.replacingOccurrences(of: "\\", with: "\\\\")
      .replacingOccurrences(of: "\"", with: "\\\"")
    return "\"\(escaped)\""
  }
}
