import Testing
import TrustRuleChecks
import TrustRuleFiles
import TrustRules

/// A pack whose one rule is `body`, with a few lists and contexts to use.
private func pack(_ body: String, contexts: String = "", lexicons: String = "") throws -> Pack {
  try Pack.yaml(
    """
    trustscreen: 1
    pack: lint
    version: 2026.1.0
    guidance:
      source: {zh: 依据, en: A source}
    lexicons:
      disease: {zh: 感冒、流感, en: "flu, cold"}
    \(lexicons)
    contexts:
      negated: {reach: clause, before: {zh: 不能, en: does not}}
    \(contexts)
    rules:
      - id: r
        category: false-remedy
        kind: cure
        message: {zh: 甲, en: a}
        guidance: source
    \(body)
    """,
    name: "lint.yaml"
  )
}

private let sound = """
      severity: low
      find: (洋葱|onion~) ...3 (治|cure~) ...2 <disease>
      unless: negated
      examples:
        flag: |
          <<洋葱能治感冒>>
          Onions cure flu
        pass:
          negated: |
            洋葱不能治感冒
  """

@Suite("Linting rules") struct LinterTests {
  private func codes(_ pack: Pack, today: String = "2026-01-01") -> [String] {
    Linter(today: today).issues(of: pack).map(\.code)
  }

  @Test("a sound rule has no issues")
  func soundRule() throws {
    #expect(codes(try pack(sound)) == [])
  }

  @Test(
    "each weakness has its code",
    arguments: [
      (sound.replacing("<<洋葱能治感冒>>", with: "洋葱炒<<感冒>>"), "example-failed"),
      (sound.replacing("<<洋葱能治感冒>>", with: "洋葱<<能治感冒>>"), "wrong-span"),
      (sound.replacing("negated: |", with: "no-match: |"), "wrong-reason"),
      (sound.replacing("negated: |", with: "no-match: |"), "missing-examples"),
      (sound.replacing("    Onions cure flu\n", with: ""), "missing-examples"),
      (sound.replacing("severity: low", with: "severity: high"), "no-suggestion"),
      (
        sound.replacing("severity: low", with: "severity: low\n    review-by: 2025-12-31"),
        "overdue-review"
      ),
      (sound.replacing("洋葱不能治感冒", with: "今天不能出门"), "vacuous-pass"),
      (sound.replacing("find: (洋葱|onion~)", with: "find: (洋葱|蒜头|onion~)"), nil),
    ] as [(String, String?)]
  )
  func weakness(_ body: String, _ code: String?) throws {
    let found = codes(try pack(body))
    if let code { #expect(found.contains(code), "\(found)") } else { #expect(found == []) }
  }

  @Test("a clause whose loss no example notices is unproven")
  func unprovenClause() throws {
    let body = sound.replacing("unless: negated", with: "unless: negated, asked")
      .replacing("洋葱不能治感冒", with: "洋葱不能治感冒\n        asked: |\n          洋葱不能治感冒吗")
    let issues = Linter(today: "2026-01-01").issues(
      of: try pack(body, contexts: "  asked: {reach: sentence, after: {zh: 吗, en: right}}")
    )
    #expect(issues.contains { $0.code == "unproven-clause" && $0.message.contains("asked") })
  }

  @Test("weak contexts and lists are named")
  func weakWords() throws {
    let found = codes(
      try pack(
        sound,
        contexts: """
            far: {reach: post, before: {zh: 谣言, en: myth}}
            odd: {reach: clause, before: {zh: 别, en: never}, not-cues: {zh: 分手}}
          """,
        lexicons: "  half: {zh: 头疼、头疼}"
      )
    )
    for code in ["far-exempt", "dead-not-cue", "language-gap", "shadowed-entry"] {
      #expect(found.contains(code), "\(code)")
    }
  }

  @Test("a known gap that has closed is noticed")
  func closedGap() throws {
    let body = sound.replacing("  pass:", with: "  todo-flag: |\n        洋葱治流感\n      pass:")
    #expect(codes(try pack(body)).contains("todo-done"))
  }
}
