import Testing
import TrustEngine
import TrustRules
import TrustTestSupport
import TrustText

/// The pair that the design promises to tell apart, and its neighbours.
@Suite("Flagship pairs") struct FlagshipTests {
  private static let screener = Result {
    try Screener.testing(
      """
      lexicons:
        bleach: {zh: 漂白水、消毒液, en: 'bleach, disinfectant'}
        ingests: {zh: 喝、服用, en: 'drink~, swallow~'}
        treats: {zh: 治、治好、杀死, en: 'cure~, kill~, treat~'}
        infection: {zh: 新冠、病毒, en: 'covid, the virus'}
      contexts:
        negated:
          before: {zh: 不能、不会、无法, en: 'cannot, can not, does not, not'}
          after: {zh: 没用、是谣言}
          stops: {zh: 但是}
          not-cues: {zh: 不能不, en: not only}
        ineffective:
          reach: sentence
          after: {zh: (不能|不会|无法) ...4 <treats>, en: '(cannot|does not|will not) ...4 <treats>'}
        warned: {before: {zh: 不要、切勿, en: 'do not, never'}}
      rules:
        - {id: cures, find: <bleach> ... <treats> ... <infection>, edges: loose, unless: 'negated, warned'}
        - {id: ingest, find: <ingests> ...2 <bleach>, edges: loose, unless: 'warned, ineffective'}
      """
    )
  }

  @Test(
    "a claim is flagged, and the same claim denied is not",
    arguments: [
      ("喝漂白水能治新冠", ["ingest", "cures"]), ("喝漂白水不能治新冠", []), ("喝漂白水，不能治新冠", []),
      ("不要喝漂白水", []), ("喝漂白水吧", ["ingest"]), ("不能不喝漂白水治新冠", ["ingest", "cures"]),
      ("Drinking bleach cures covid", ["ingest", "cures"]),
      ("Drinking bleach does not cure covid", []), ("Do not drink bleach", []),
      ("Never drink bleach. Drinking bleach kills the virus", ["ingest", "cures"]),
      ("喝 漂 白 水 能 治 新 冠", ["ingest", "cures"]), ("不能喝酒。喝漂白水能治新冠", ["ingest", "cures"]),
      ("喝漂白水不能治感冒但是能治新冠", ["cures"]),
    ]
  )
  func tellsApart(_ row: (text: String, rules: [String])) throws {
    #expect(try Self.screener.get().screen(row.text).findings.map(\.rule.name) == row.rules)
  }

  @Test("the denied claim is shown with the cue that saved it")
  func showsCue() throws {
    let report = try Self.screener.get().screen("喝漂白水不能治新冠")
    #expect(report.suppressed.map(\.finding.rule.name) == ["ingest", "cures"])
    #expect(report.excuses == ["ineffective", "negated"])
    let cues = report.suppressed.compactMap { $0.cue?.range(in: "喝漂白水不能治新冠") }
    #expect(cues.map { String("喝漂白水不能治新冠"[$0]) } == ["不能治", "不能"])
  }
}
