import Testing
import TrustEngine
import TrustRules
import TrustTestSupport
import TrustText

/// What holds of every report, whatever the text and the rules.
@Suite("Laws of screening") struct EngineLawTests {
  private static let packs = Result { try LawPacks.all() }
  private static let screener = Result { try Screener(packs: packs.get()) }

  private func texts(_ seed: UInt64, count: Int = 30) -> [String] {
    var generator = TextGenerator(seed: seed, spice: LawPacks.words)
    return (0..<count).map { _ in
      generator.text(pieces: Int.random(in: 1...40, using: &generator.random))
    }
  }

  private func spans(_ report: Report) -> [TextSpan] {
    let findings = report.findings + report.suppressed.map(\.finding)
    return findings.map(\.span) + findings.flatMap(\.evidence).map(\.span)
      + report.suppressed.compactMap(\.cue)
  }

  @Test("the generated texts are worth screening", arguments: Seeds.all.prefix(1))
  func findsEnough(seed: UInt64) throws {
    let screener = try Self.screener.get()
    let reports = (0..<20).flatMap { texts(seed &+ $0 * 1000) }.map { screener.screen($0) }
    let found = Set(reports.flatMap(\.findings).map(\.rule.name))
    #expect(found.count == screener.rules.count, "\(found)")
    #expect(Set(reports.flatMap(\.excuses)).isSuperset(of: ["negated", "asked", "near"]))
  }

  // MARK: - Spans

  @Test(
    "every span slices the post on whole characters, alike in three units",
    arguments: Seeds.all
  )
  func slicesCharacters(seed: UInt64) throws {
    let screener = try Self.screener.get()
    for text in texts(seed) {
      let characters = Set(text.indices + [text.endIndex])
      for span in spans(screener.screen(text)) {
        guard let range = span.range(in: text) else {
          Issue.record("\(span) is no range of \(text.debugDescription)")
          continue
        }
        #expect(characters.contains(range.lowerBound), "\(text.debugDescription) \(span)")
        #expect(characters.contains(range.upperBound), "\(text.debugDescription) \(span)")
        #expect(!span.utf8.isEmpty)
        let (before, inside) = (text[..<range.lowerBound], text[range])
        #expect(span.utf8 == before.utf8.count..<before.utf8.count + inside.utf8.count)
        #expect(span.utf16 == before.utf16.count..<before.utf16.count + inside.utf16.count)
        let scalars = before.unicodeScalars.count
        #expect(span.scalars == scalars..<scalars + inside.unicodeScalars.count)
      }
    }
  }

  @Test("spans of ill-formed posts stay inside and between characters", arguments: Seeds.all)
  func slicesIllFormed(seed: UInt64) throws {
    var generator = TextGenerator(seed: seed, spice: LawPacks.words)
    var scratch = Screener.Scratch()
    for _ in 0..<30 {
      let bytes = generator.damagedBytes(pieces: 30)
      let report = try Self.screener.get().screen(utf8: bytes.span, using: &scratch)
      var converter = OffsetConverter(bytes)
      var starts: Set<Int> = [bytes.count]
      var index = 0
      while index < bytes.count {
        starts.insert(index)
        index += UTF8Decoding.decode(bytes.span, at: index).length
      }
      for span in spans(report) {
        #expect(span.utf8.upperBound <= bytes.count)
        #expect(starts.contains(span.utf8.lowerBound) && starts.contains(span.utf8.upperBound))
        #expect(span == converter.span(span.utf8))
      }
    }
  }

  // MARK: - Order of the report

  @Test(
    "a report is in order, its scores are its findings', its evidence is its own",
    arguments: Seeds.all
  )
  func isOrdered(seed: UInt64) throws {
    for text in texts(seed) {
      let report = try Self.screener.get().screen(text)
      for findings in [report.findings, report.suppressed.map(\.finding)] {
        let order = findings.map { ($0.span.utf8.lowerBound, $0.rule, $0.span.utf8.upperBound) }
        #expect(zip(order, order.dropFirst()).allSatisfy { $0 <= $1 })
      }
      let scored = report.categories.values.flatMap(\.findings).sorted()
      #expect(scored == Array(report.findings.indices))
      for (category, score) in report.categories {
        #expect(score.score >= 0 && score.score <= 0.99)
        #expect(score.findings.allSatisfy { report.findings[$0].category == category })
      }
      for finding in report.findings {
        #expect(finding.evidence.contains { $0.role == .find })
        #expect(finding.confidence > 0 && finding.confidence <= 1)
        #expect(!finding.message.zh.contains("<match>") && !finding.message.zh.contains("<place>"))
      }
      let prints = report.findings.map { "\($0.rule) \($0.fingerprint)" }
      #expect(Set(prints).count == prints.count)
    }
  }

  // MARK: - Independence

  @Test(
    "a text screened again, with memory used before, gives the same report",
    arguments: Seeds.all
  )
  func isRepeatable(seed: UInt64) throws {
    let screener = try Self.screener.get()
    let other = try Screener.testing("rules: [{id: r, find: 大蒜 & 病毒}, {id: s, find: <number>}]")
    var scratch = Screener.Scratch()
    for text in texts(seed) {
      let fresh = screener.screen(text)
      #expect(screener.screen(text) == fresh)
      #expect(screener.screen(Post(text: text), using: &scratch) == fresh)
      let bytes = Array(text.utf8)
      #expect(screener.screen(utf8: bytes.span, using: &scratch) == fresh)
      _ = other.screen(Post(text: text), using: &scratch)
      // Byte-identical: nothing in a report hangs on the order of a hash table.
      #expect(describe(screener.screen(text)) == describe(fresh))
    }
  }

  private func describe(_ report: Report) -> String {
    let categories = report.categories.sorted { $0.key < $1.key }
    return "\(report.findings)\(report.suppressed)\(categories)\(report.completeness)"
  }

  @Test("what a pack finds does not depend on other packs or their order", arguments: Seeds.all)
  func isIndependent(seed: UInt64) throws {
    let packs = try Self.packs.get()
    let together = try Self.screener.get()
    let reversed = try Screener(packs: packs.reversed())
    let alone = try packs.map { try Screener(packs: [$0]) }
    for text in texts(seed) {
      let report = together.screen(text)
      #expect(describe(reversed.screen(text)) == describe(report), "\(text.debugDescription)")
      for (pack, screener) in zip(packs, alone) {
        let own = screener.screen(text)
        #expect(own.findings == report.findings.filter { $0.rule.pack == pack.id })
        #expect(own.suppressed == report.suppressed.filter { $0.finding.rule.pack == pack.id })
      }
    }
  }

  @Test(
    "tasks that share a screener get the reports that one task gets",
    arguments: Seeds.all.prefix(6)
  )
  func isSafeToShare(seed: UInt64) async throws {
    let screener = try Self.screener.get()
    let texts = texts(seed, count: 40)
    let expected = texts.map { screener.screen($0) }
    let reports = await withTaskGroup(of: (Int, Report).self) { group in
      for (index, text) in texts.enumerated() {
        group.addTask { @concurrent in (index, screener.screen(text)) }
      }
      return await group.reduce(into: [Int: Report]()) { $0[$1.0] = $1.1 }
    }
    #expect(texts.indices.map { reports[$0] } == expected)
  }

  // MARK: - Any input at all

  @Test("bytes of any kind are screened", arguments: Seeds.all)
  func survivesNoise(seed: UInt64) throws {
    var generator = TextGenerator(seed: seed, spice: LawPacks.words)
    var scratch = Screener.Scratch()
    let screener = try Self.screener.get()
    for count in 0..<60 {
      let bytes = generator.noise(count: count * 3)
      let report = screener.screen(utf8: bytes.span, using: &scratch)
      let isWellFormed = Array(String(decoding: bytes, as: UTF8.self).utf8) == bytes
      #expect((report.completeness == .complete) == isWellFormed)
    }
  }

  @Test("words of the packs in any order and heap are screened", arguments: Seeds.all)
  func survivesHeaps(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let text = (0..<1500).map { _ in random.pick(LawPacks.words) }.joined()
    let report = try Self.screener.get().screen(text)
    #expect(report.findings.count <= 1024)
    #expect(spans(report).allSatisfy { $0.utf8.upperBound <= text.utf8.count })
  }

  @Test("a text without a word of the rules is clean", arguments: Seeds.all)
  func staysQuiet(seed: UInt64) throws {
    let screener = try Screener.testing("rules: [{id: r, edges: loose, find: [龘龘, zyzzyva]}]")
    for text in texts(seed) {
      let report = screener.screen(text)
      #expect(report.isClean && report.suppressed.isEmpty && report.categories.isEmpty)
    }
  }

  @Test("a disguised claim is found like the plain one", arguments: Seeds.all)
  func seesThroughDisguises(seed: UInt64) throws {
    var generator = TextGenerator(seed: seed)
    let screener = try Self.screener.get()
    for claim in ["大蒜能治好新冠", "garlic water cures flu", "china virus", "武汉肺炎"] {
      let plain = screener.screen(claim).findings.map(\.rule)
      let disguised = generator.disguise(claim)
      #expect(!plain.isEmpty)
      #expect(
        screener.screen(disguised).findings.map(\.rule) == plain,
        "\(disguised.debugDescription)"
      )
    }
  }
}
