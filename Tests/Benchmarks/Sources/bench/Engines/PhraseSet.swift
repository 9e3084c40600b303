internal import CPeers
internal import Foundation
internal import TrustRuleFiles
internal import TrustScreen

/// A list of phrases, and what engines make of it.
final class PhraseSet {
  let phrases: [String]
  /// The phrases as texts are folded.
  let folded: [[UInt8]]
  let folding: Folding
  private var screener: Screener?
  private var files: [String: String] = [:]

  init(_ phrases: [String], _ folding: Folding) {
    self.phrases = phrases
    self.folding = folding
    folded = phrases.map { folding.folded(Array($0.utf8)[...]) }
  }

  var count: Int { phrases.count }

  /// The phrases as a pack, one rule each; Chinese ends are not checked, as in a plain search.
  var yaml: String {
    var text = """
      trustscreen: 1
      pack: phrases
      version: 2026.1.0
      guidance:
        made: {zh: 随机词组, en: Random phrases}
      rules:

      """
    for (index, phrase) in phrases.enumerated() {
      text += """
          - {id: p\(index), category: unverified-claim, kind: rumour, severity: low, edges: loose, \
        find: '\(phrase)', message: {zh: 词组, en: Phrase}, guidance: made, \
        examples: {flag: '<<\(phrase)>>'}}

        """
    }
    return text
  }

  /// The engine for the phrases, without the bounds that keep reports short.
  func makeScreener() throws -> Screener {
    if let screener { return screener }
    var options = Screener.Options()
    options.maxFindingsPerRule = .max
    options.maxFindingsPerPost = .max
    let made = try Screener(packs: [.yaml(yaml, name: "phrases.yaml")], options: options)
    screener = made
    return made
  }

  /// A file with one phrase a line, as they are or folded.
  func path(isFolded: Bool, in folder: URL) throws -> String {
    let name = "phrases-\(count)\(isFolded ? "-folded" : "").txt"
    if let known = files[name] { return known }
    let lines = isFolded ? folded.map { String(decoding: $0, as: UTF8.self) } : phrases
    return try write(lines.joined(separator: "\n") + "\n", name, in: folder)
  }

  /// A file with the pack.
  func packPath(in folder: URL) throws -> String {
    let name = "phrases-\(count).yaml"
    return try files[name] ?? write(yaml, name, in: folder)
  }

  private func write(_ text: String, _ name: String, in folder: URL) throws -> String {
    let url = folder.appendingPathComponent(name)
    try text.write(to: url, atomically: true, encoding: .utf8)
    files[name] = url.path
    return url.path
  }
}
