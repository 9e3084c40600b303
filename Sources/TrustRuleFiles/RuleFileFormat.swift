internal import TrustRules

/// The one form of rule files: a matter of white space only, so that comments stay where they are.
package enum RuleFileFormat {
  /// A file's text in form.
  ///
  /// Doing it twice changes nothing more.
  package static func formatted(_ source: String) -> String {
    let lines = source.split(omittingEmptySubsequences: false) { $0.isNewline }.map { line in
      var line = line
      while line.last == " " || line.last == "\t" { line.removeLast() }
      return String(line)
    }
    var result: [String] = []
    var isFirstItem = true
    for line in lines {
      if line.isEmpty {
        if result.last?.isEmpty == false { result.append("") }
        continue
      }
      if opensRule(line), !isFirstItem { part(&result) }
      if opensBlock(line), !result.isEmpty { part(&result) }
      if opensRule(line) { isFirstItem = false }
      if opensBlock(line) { isFirstItem = true }
      result.append(line)
    }
    while result.last?.isEmpty == true { result.removeLast() }
    return result.joined(separator: "\n") + "\n"
  }

  /// Whether two texts say the same, but for white space at the ends of lines.
  package static func saysTheSame(_ a: String, as b: String) -> Bool {
    let before = YAMLSource.read(b, file: "")
    let after = YAMLSource.read(a, file: "")
    guard let left = before.node, let right = after.node else { return false }
    return isEqual(left, right)
  }

  private static func isEqual(_ a: SourceNode, _ b: SourceNode) -> Bool {
    switch (a.content, b.content) {
    case (.text(let left), .text(let right)): words(left) == words(right)
    case (.list(let left), .list(let right)):
      left.count == right.count && zip(left, right).allSatisfy(isEqual)
    case (.map(let left), .map(let right)):
      left.count == right.count
        && zip(left, right).allSatisfy { isEqual($0.key, $1.key) && isEqual($0.value, $1.value) }
    default: false
    }
  }

  private static func words(_ text: String) -> [String] {
    text.split { $0.isNewline }.map { String($0).trimmed }.filter { !$0.isEmpty }
  }

  private static func opensRule(_ line: String) -> Bool { line.hasPrefix("  - id:") }

  /// A key at the margin whose value stands below it.
  private static func opensBlock(_ line: String) -> Bool {
    guard let first = line.first, first.isLetter else { return false }
    return ["guidance:", "lexicons:", "contexts:", "rules:"].contains { line.hasPrefix($0) }
  }

  /// Puts one blank line before what follows, but above the comments that belong to it.
  private static func part(_ lines: inout [String]) {
    var place = lines.count
    while place > 0, lines[place - 1].drop(while: { $0 == " " }).hasPrefix("#") { place -= 1 }
    guard place > 0, !lines[place - 1].isEmpty else { return }
    lines.insert("", at: place)
  }
}
