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

  /// The phrases as packs, one rule each; Chinese ends are not checked, as in a plain search.
  ///
  /// English phrases are whole words for all engines.
  ///
  /// A file of rules may not be larger than 4 MiB, so there are several.
  var packs: [String] {
    stride(from: 0, to: count, by: 10_000).map { first in
      yaml(first..<min(count, first + 10_000))
    }
  }

  private func yaml(_ range: Range<Int>) -> String {
    var text = """
      trustscreen: 1
      pack: phrases-\(range.lowerBound)
      version: 2026.1.0
      guidance:
        made: {zh: 随机词组, en: Random phrases}
      rules:

      """
    for index in range {
      let edges = phrases[index].utf8.allSatisfy { $0 < 0x80 } ? "" : "edges: loose, "
      text += """
          - {id: p\(index), category: unverified-claim, kind: rumour, severity: low, \(edges)\
        find: '\(phrases[index])', message: {zh: 词组, en: Phrase}, guidance: made, \
        examples: {flag: '<<\(phrases[index])>>'}}

        """
    }
    return text
  }

  /// The packs, read.
  func readPacks() throws -> [Pack] {
    try packs.map { try .yaml($0, name: "phrases.yaml") }
  }

  /// The engine for the phrases, without the bounds that keep reports short.
  func makeScreener() throws -> Screener {
    if let screener { return screener }
    var options = Screener.Options()
    options.maxFindingsPerRule = .max
    options.maxFindingsPerPost = .max
    let made = try Screener(packs: readPacks(), options: options)
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

  /// Files with the packs.
  func packPaths(in folder: URL) throws -> [String] {
    try packs.enumerated().map { index, yaml in
      try write(yaml, "phrases-\(count)-\(index).yaml", in: folder)
    }
  }

  private func write(_ text: String, _ name: String, in folder: URL) throws -> String {
    let url = folder.appendingPathComponent(name)
    try text.write(to: url, atomically: true, encoding: .utf8)
    files[name] = url.path
    return url.path
  }
}
