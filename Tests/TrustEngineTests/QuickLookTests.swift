import Testing
import TrustTestSupport

@testable import TrustEngine
@testable import TrustMatch

@Suite("The quick look") struct QuickLookTests {
  /// Rules that all have gates; with one that any post may match there is no quick look.
  private func screener() throws -> Screener {
    try .testing(
      """
      lexicons:
        remedy: {zh: 大蒜、板蓝根, en: 'garlic, garlic water'}
        treats: {zh: 治、治好、预防, en: 'cure~, prevent~'}
        ill: {zh: 新冠、肺炎、病毒, en: 'covid-19, flu'}
      rules:
        - {id: cure, find: ['<remedy> ...6 <treats> ...4 <ill>']}
        - {id: place, find: ['(中国|武汉) <ill>', '(china|wuhan) (virus|flu)', 5g]}
      """
    )
  }

  @Test("never calls clean what the thorough pass would look into", arguments: Seeds.all)
  func losesNothing(seed: UInt64) throws {
    let screener = try screener()
    var scratch = Screener.Scratch()
    var generator = TextGenerator(seed: seed, spice: LawPacks.words)
    for round in 0..<60 {
      let bytes =
        round % 5 == 0
        ? generator.damagedBytes(pieces: 12) : Array(generator.text(pieces: 12).utf8)
      guard case .clean(let han, let latin) = screener.quickLook(at: bytes.span) else { continue }
      let isClean = screener.isClean(bytes.span, han: han, latin: latin, using: &scratch)
      #expect(isClean, "\(String(decoding: bytes, as: UTF8.self).debugDescription)")
    }
  }

  private func isMaybe(_ text: String, _ screener: Screener) -> Bool {
    if case .clean = screener.quickLook(at: Array(text.utf8).span) { false } else { true }
  }

  @Test(
    "knows long figures, however they are written",
    arguments: [
      ("12345 67890", ["12345 67890", "一二三四五 67890", "１2345-67890", "一2345 67890"]),
      ("一二三四五六", ["一二三四五六", "123456", "壹二三四五六"]),
      ("a1b2c3d4e5", ["a1b2c3d4e5", "A1B2C3D4E5"]),
    ]
  )
  func knowsFigures(literal: String, texts: [String]) throws {
    let screener = try Screener.testing("rules: [{id: r, find: '\(literal)'}]")
    #expect(!isMaybe("今天天气不错，出门走走", screener))
    #expect(!isMaybe("Nothing to count here", screener))
    for text in texts { #expect(isMaybe(text, screener), "\(text)") }
  }

  @Test(
    "knows what is disguised in two ways, and tells doubled letters and characters from single ones",
    arguments: [
      ("chills", ["chills", "CHILLLLS", "@ C-hili's G.rill & Bar"], ["a chill evening", "chils"]),
      ("法法", ["法法", "法 法", "法法法"], ["法律", "不合法"]),
      ("off", ["off", "OFFF", "o.ff"], ["of", "out of it"]),
    ]
  )
  func knowsDoubles(literal: String, texts: [String], others: [String]) throws {
    let screener = try Screener.testing("rules: [{id: r, find: '\(literal)'}]")
    for text in texts { #expect(isMaybe(text, screener), "\(text)") }
    for text in others { #expect(!isMaybe(text, screener), "\(text)") }
  }

  @Test(
    "knows common words that terms are glued to",
    arguments: ["everybody knows", "Homework?", "#HomeWork", "eveeery-body", "every body"]
  )
  func knowsGluedWords(text: String) throws {
    let screener = try glued()
    #expect(isMaybe(text, screener))
    #expect(!screener.screen(text).findings.isEmpty)
  }

  @Test(
    "ends common words that are no terms glued to each other",
    arguments: ["nobody", "someone", "everything", "network"]
  )
  func endsWholeWords(text: String) throws { #expect(!isMaybe(text, try glued())) }

  private func glued() throws -> Screener {
    try .testing(
      """
      lexicons: {first: {en: 'every, home'}, second: {en: 'body, work'}}
      rules: [{id: r, find: '<first> <second>'}]
      """
    )
  }

  @Test("ends ordinary posts, and lets through what has all that a rule needs")
  func tellsThemApart() throws {
    let screener = try screener()
    #expect(!isMaybe("今天天气不错，出门走走", screener))
    #expect(!isMaybe("Nice weather today", screener))
    #expect(isMaybe("大蒜能治新冠", screener))
  }
}
