import Foundation
import Testing
import TrustEngine
import TrustTestSupport
import TrustText

@testable import TrustRuleFiles
@testable import TrustRules

@Suite("Compiled packs") struct CompiledPackTests {
  private static let yaml = """
    trustscreen: 1
    pack: small
    version: '1'
    guidance: {source: {zh: 指南, en: Guideline, url: 'https://example.org'}}
    lexicons: {remedy: {zh: 大蒜、姜, en: garlic}}
    contexts:
      negated: {before: {zh: 不能, en: does not}, stops: {zh: 但是}}
      asked: {hit-in: question, effect: soften}
      excused: {any-of: 'negated, asked'}
    rules:
      - id: cures
        category: false-remedy
        kind: cure
        severity: high
        find: {zh: '<remedy> ...4 治 (新冠|流感)', en: '<remedy> cures ... (flu|<percent>)'}
        unless: [excused, {near: 谣言, in: sentence}]
        soften: asked
        message: {zh: “<match>”没有证据, en: There is no evidence for <match>}
        guidance: source
        tags: 'a, b'
        examples: {flag: 大蒜治新冠}
      - id: swap
        category: stigmatising-language
        kind: naming
        severity: medium
        swap: {zh: {武汉病毒: 新冠病毒}, en: {wuhan virus: coronavirus}}
        message: {zh: 甲, en: a}
        suggest: {zh: 乙, en: b}
        guidance: source
        examples: {flag: 武汉病毒}
    """

  /// A file in a folder of its own that is gone when the test is over.
  private func file<Result>(_ name: String, _ body: (String) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder.appendingPathComponent(name).path)
  }

  /// The small pack, compiled.
  private func small() throws -> [UInt8] {
    try file("small.yaml") { path in
      try Data(Self.yaml.utf8).write(to: URL(fileURLWithPath: path))
      let (bytes, issues) = PackBuild.bytes(of: [path])
      #expect(issues.filter { !$0.isWarning }.isEmpty)
      return try #require(bytes)
    }
  }

  private func packs(_ bytes: [UInt8]) throws(PackError) -> [Pack] {
    try CompiledPacks(PackFile(bytes, name: "small.tspack")).packs
  }

  /// Sets the hashes of a file to what its bytes are, as somebody would who means harm.
  private func rehashed(_ bytes: [UInt8]) throws -> [UInt8] {
    let file = try PackFile(Unchecked(bytes: bytes), name: "small.tspack")
    let sections = file.sizes.map(\.section)
    return try PackFile.bytes(
      sections.map { section in
        let place = try #require(file.places[section.rawValue])
        return (section, Array(bytes[place.range]))
      }
    )
  }

  private static let texts = [
    "大蒜能治新冠", "大蒜不能治新冠", "大蒜能治流感吗？", "生姜 治 新冠，谣言！", "Garlic cures 90% of flu.",
    "Garlic does not cure flu. Wuhan virus!", "武汉病毒", "普通的一天",
  ]

  // MARK: - What comes back

  @Test("the rules come back: reports are the same on generated texts", arguments: Seeds.all)
  func reportsAreTheSame(seed: UInt64) throws {
    let screener = try Screener(packs: LawPacks.all())
    let section = PackFile.section(screener.ruleset.write)
    var reader = try BinaryReader(section, section: section.indices)
    let read = try Ruleset(from: &reader)
    try reader.finish()
    let again = screener.altered { $0 = read }
    #expect(PackFile.section(read.write) == section)
    var generator = TextGenerator(seed: seed, spice: LawPacks.words)
    for _ in 0..<40 {
      let text = generator.text(pieces: 30)
      #expect(again.screen(text) == screener.screen(text))
    }
    for (before, after) in zip(screener.rules, again.rules) {
      #expect(before.id == after.id && before.message == after.message)
      #expect(before.tags == after.tags && before.confidence == after.confidence)
      #expect(before.severity == after.severity && before.status == after.status)
      #expect(again.explain(after.id, in: "大蒜治新冠") == screener.explain(before.id, in: "大蒜治新冠"))
    }
  }

  @Test("a file is the same whenever it is built, and does what its packs do")
  func doesTheSame() throws {
    let bytes = try small()
    #expect(try small() == bytes)
    let compiled = try packs(bytes)
    let read = try Pack.yaml(Self.yaml, name: "small.yaml")
    let screener = try Screener(packs: compiled)
    let plain = try Screener(packs: [read])
    #expect(compiled.map(\.id) == ["small"] && compiled.map(\.version) == ["1"])
    for text in Self.texts {
      let (report, expected) = (screener.screen(text), plain.screen(text))
      #expect(report.findings == expected.findings)
      #expect(report.suppressed == expected.suppressed)
    }
    #expect(screener.rules.map(\.suggestion) == plain.rules.map(\.suggestion))
  }

  @Test("another choice than the one compiled is compiled from the sources in the file")
  func compilesOtherChoices() throws {
    let compiled = try #require(try packs(small()).first)
    let part = compiled.without { $0.id.name == "swap" }
    let screener = try Screener(packs: [part] + LawPacks.all())
    #expect(screener.screen("大蒜能治新冠，武汉病毒").findings.contains { $0.rule.name == "cures" })
    #expect(!screener.rules.contains { $0.id.name == "swap" && $0.id.pack == "small" })
    #expect(part.digest != compiled.digest)
  }

  // MARK: - What is refused

  /// All places of the head and the directory, the last ones, and some between: most of a file is
  /// one table.
  private func places(in bytes: [UInt8], using random: inout SplitMix64) -> [Int] {
    Array(bytes.indices.prefix(200)) + Array(bytes.indices.suffix(20))
      + (0..<200).map { _ in Int.random(in: bytes.indices, using: &random) }
  }

  @Test("a file with a byte changed is refused, wherever it is")
  func refusesChangedBytes() throws {
    let bytes = try small()
    var random = SplitMix64(seed: 4)
    for place in places(in: bytes, using: &random) {
      var changed = bytes
      changed[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      #expect(throws: PackError.self, "byte \(place)") { try packs(changed) }
    }
  }

  @Test("a file cut anywhere is refused, and so is one that goes on")
  func refusesCutFiles() throws {
    let bytes = try small()
    var random = SplitMix64(seed: 5)
    for count in places(in: bytes, using: &random) {
      #expect(throws: PackError.self, "\(count) bytes") { try packs(Array(bytes[..<count])) }
    }
    #expect(throws: PackError.self) { try packs(bytes + [0]) }
  }

  @Test(
    "what is wrong is told by name, with what to do",
    arguments: [
      ("foreign-file", 0, 0x50), ("wrong-version", 8, 9), ("damaged-file", 60, 1),
      ("damaged-file", -9, 1),
    ]
  )
  func tellsWhy(code: String, place: Int, value: UInt8) throws {
    var bytes = try small()
    bytes[place < 0 ? bytes.count + place : place] ^= value
    let error = try #require(throws: PackError.self) { try packs(bytes) }
    let issue = try #require(error.issues.first)
    #expect(issue.code == code && issue.file == "small.tspack")
    #expect(issue.hint?.contains("trustscreen pack build") == true)
  }

  @Test("a file for another fold table is refused")
  func refusesOtherFolding() throws {
    var bytes = try small()
    bytes[24] ^= 1
    let head = bytes.hash(0..<32)
    let end = PackFile.headLength + 3 * PackFile.entryLength
    let directory = bytes.hash(PackFile.headLength..<end)
    var hash: [UInt8] = []
    hash.append(littleEndian: PackFile.headHash(head, directory))
    bytes.replaceSubrange(32..<40, with: hash)
    let error = try #require(throws: PackError.self) { try packs(bytes) }
    #expect(error.issues.map(\.code) == ["wrong-folding"])
  }

  /// Hashes guard against accidents only.
  @Test(
    "a file that was changed on purpose is refused or works, and never crashes",
    arguments: Seeds.all
  )
  func survivesHarm(seed: UInt64) throws {
    let bytes = try small()
    var random = SplitMix64(seed: seed)
    let start = PackFile.headLength + 3 * PackFile.entryLength
    for _ in 0..<5 {
      var changed = bytes
      for _ in 0...Int.random(in: 0..<3, using: &random) {
        let place = Int.random(in: start..<bytes.count, using: &random)
        changed[place] = random.oneIn(2) ? .random(in: 0...3, using: &random) : .max
      }
      guard let packs = try? packs(rehashed(changed)),
        let screener = try? Screener(packs: packs, options: Screener.Options())
      else { continue }
      for text in Self.texts { _ = screener.screen(text) }
      _ = screener.rules
      for rule in screener.rules { _ = screener.explain(rule.id, in: Self.texts[0]) }
      _ = try? Screener(packs: packs.map { $0.without { $0.id.name == "swap" } })
    }
  }
}

/// Bytes whose sections are taken at their word.
private struct Unchecked: BinaryBytes {
  let bytes: [UInt8]
  var count: Int { bytes.count }
  var isTrusted: Bool { true }

  func copy(_ range: Range<Int>, to target: UnsafeMutableRawBufferPointer) {
    unsafe bytes.copy(range, to: target)
  }
}
