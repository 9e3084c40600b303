import Testing
import TrustRuleFiles
import TrustTestSupport

@testable import TrustRules

@Suite("Pack archives") struct PackArchiveTests {
  private static let shared = """
    trustscreen: 1
    pack: shared
    version: '1'
    guidance: {source: {zh: 指南, en: Guideline}}
    lexicons: {remedy: {zh: 大蒜、姜}}
    contexts: {negated: {before: 不能}}
    """
  private static let own = """
    trustscreen: 1
    pack: own
    version: '2'
    uses: shared
    rules:
      - {id: r, category: false-remedy, kind: cure, severity: high, find: '<remedy> 治', unless: negated, message: {zh: “甲”, en: a}, guidance: source, examples: {flag: 大蒜治病}}
    """

  private func archive() throws -> String {
    let entries = try [("shared", Self.shared), ("own", Self.own)].map { id, yaml in
      PackArchive.Entry(
        id: id,
        digest: "digest of \(id)",
        files: [try #require(YAMLSource.read(yaml, file: id).node)]
      )
    }
    return PackArchive.encode(entries)
  }

  @Test("packs come back with what they use, and without examples")
  func comesBack() throws {
    let packs = try PackArchive.decode(Array(archive().utf8))
    #expect(packs.map(\.id) == ["own"])
    let pack = try #require(packs.first)
    #expect(pack.version == "2" && pack.digest == "digest of own")
    #expect(pack.rules.map(\.id.name) == ["r"])
    #expect(pack.rules.first?.message.zh == "“甲”")
    #expect(pack.rules.first?.examples.isEmpty == true)
    #expect(pack.lexicon("remedy")?.words.entries.count == 2)
    #expect(pack.context("negated") != nil)
    #expect(pack.citation("source")?.title.en == "Guideline")
  }

  @Test("any text survives", arguments: Seeds.all)
  func keepsText(seed: UInt64) throws {
    var generator = TextGenerator(seed: seed)
    let message = "x" + generator.text(pieces: 20) + "x"
    var node = try #require(YAMLSource.read(Self.shared, file: "shared").node)
    let mark = node.mark
    let title = SourceNode(
      .map([
        (SourceNode(.text("zh"), at: mark), SourceNode(.text(message), at: mark)),
        (SourceNode(.text("en"), at: mark), SourceNode(.text(message), at: mark)),
      ]),
      at: mark
    )
    let rules = try #require(YAMLSource.read(Self.own, file: "own").node?.map?.last)
    node.content = .map(
      (node.map ?? []).filter { $0.key.text != "guidance" } + [
        rules,
        (
          SourceNode(.text("guidance"), at: mark),
          SourceNode(.map([(SourceNode(.text("source"), at: mark), title)]), at: mark)
        ),
      ]
    )
    let packs = try PackArchive.decode(
      Array(PackArchive.encode([.init(id: "shared", digest: "", files: [node])]).utf8)
    )
    #expect(packs.first?.citation("source")?.title.zh == message)
  }

  @Test("an archive cut anywhere is refused, never read past its end")
  func refusesCutArchives() throws {
    let bytes = Array(try archive().utf8)
    var accepted: [Int] = []
    for length in 0..<bytes.count {
      do {
        _ = try PackArchive.decode(Array(bytes[..<length]))
        accepted.append(length)
      } catch {
        #expect(error.byte <= length + 1)
      }
    }
    #expect(accepted == [])
  }

  @Test("an archive with any byte changed is read or refused, never crashed on")
  func survivesDamage() throws {
    let bytes = Array(try archive().utf8)
    for index in bytes.indices {
      for value: UInt8 in [0x00, 0x39, 0x3A, 0x6C, 0x6D, 0x74, 0xFF] {
        var damaged = bytes
        damaged[index] = value
        _ = try? PackArchive.decode(damaged)
      }
    }
    #expect(throws: PackArchive.Damage(byte: 0)) { try PackArchive.decode(Array("packs".utf8)) }
    #expect(throws: PackArchive.Damage.self) { try PackArchive.decode([]) }
  }

  @Test("a length beyond all bounds is refused")
  func refusesHugeLengths() {
    for body in ["t99999999999999999999:a", "l1:l9999999999:", "m1:t1:a", "x1:a"] {
      #expect(throws: PackArchive.Damage.self) {
        try PackArchive.decode(Array("trustscreen-packs 1\n\(body)".utf8))
      }
    }
  }
}
