import Testing

@testable import TrustEngine
@testable import TrustReport
@testable import TrustRules

@Suite("For terminals") struct TextFormatTests {
  /// The lines that show the draft and its underlines, without their margin.
  func excerpt(_ draft: Draft, columns: Int = 80) -> [String] {
    draft.render(.text, ReportOptions(language: "en", columns: columns))
      .split(separator: "\n").filter { $0.contains(" │ ") }
      .map { String($0.drop { $0 != "│" }.dropFirst(2)) }
  }

  @Test("a finding is shown with everything needed to mend it, in English")
  func goldenEnglish() {
    let options = ReportOptions(language: "en", isVerbose: true)
    #expect(
      Draft.everything.render(.text, options) == """
        草稿 1.txt
          1 │ 😷姐妹们，大蒜能杀死新冠病毒！
            │           ^^^^^^^^^^^^^^^^^^

          草稿 1.txt:1:6  high · false remedy · cure
            There is no evidence that this works.
            Suggestion: Leave it out.
            Guidance: Sample guide
              https://guide.example/garlic?a=1&b=2
            Rule: sample/remedy.cures · confidence 85% · softened: attributed

          2 │ 武汉肺炎又来了，速转。
            │ ~~~~~~~~============

          草稿 1.txt:2:1  medium · stigmatising language · naming
            Use the official name.
            Write instead: COVID-19
            Rule: sample/name.place · confidence 90%

          草稿 1.txt:2:5  low · unverified claim · rumour
            There is no source to check.
            Rule: sample/claim.hearsay · confidence 60%

          Not flagged because of their context
          草稿 1.txt:3:1  false remedy · cure “喝酒不能治新冠”
            not flagged because: negated (cue “不能”)
            Rule: sample/remedy.cures

          Not fully screened: only the first 64 bytes were screened (truncated)

        1 draft screened; 3 findings: 1 false remedy, 1 stigmatising language, 1
          unverified claim; 1 not flagged because of context; 1 draft not fully
          screened.
        TrustScreen finds wordings that public-health guidance warns about; it does
          not decide what is true.

        """
    )
  }

  @Test("a finding is shown in Chinese, and what context explained away only on request")
  func goldenChinese() {
    let draft = Draft("喝酒能治新冠。\n大蒜不能治病。", path: "a.txt")
      .flagging("喝酒能治新冠") { $0.status = .experimental }
      .suppressing("大蒜不能治病", by: "negated", cue: "不能")
    #expect(
      draft.render(.text, ReportOptions(language: "zh-CN")) == """
        a.txt
          1 │ 喝酒能治新冠。
            │ ^^^^^^^^^^^^

          a.txt:1:1  严重 · 虚假疗法 · 治疗  试验规则，不计入判定
            没有证据表明这样有效。
            规则：sample/remedy.cures · 可信度 85%

        已筛查 1 篇；发现 1 处：虚假疗法 1 处；另有 1 处因语境未提示。
        TrustScreen 找出公共卫生指引提醒慎用的说法，并不判定其真伪。

        """
    )
  }

  @Test(
    "underlines stand below the words whatever the width of what is before them",
    arguments: [
      ("ab大蒜", "大蒜", ["  ^^^^"]), ("e\u{301}大", "大", [" ^^"]), ("😷👩‍⚕️大", "大", ["    ^^"]),
      ("大\u{200B}蒜治", "蒜", ["  ^^"]), ("ＡＢ能c", "c", ["      ^"]), ("大蒜", "大蒜", ["^^^^"]),
      ("a\u{200B}b", "\u{200B}", [" ^"]), ("\t大", "大", [" ^^"]),
    ]
  )
  func widths(_ sample: (text: String, words: String, underlines: [String])) {
    let draft = Draft(sample.text).flagging(sample.words)
    #expect(Array(excerpt(draft).dropFirst()) == sample.underlines)
  }

  @Test("findings that overlap are underlined on rows of their own, each in its own way")
  func overlaps() {
    let draft = Draft("大蒜治新冠肺炎")
      .flagging("大蒜治新冠")
      .flagging("新冠") { $0.becomeClaim() }
      .flagging("新冠肺炎") { $0.becomeStigma() }
      .flagging("肺炎") { $0.category = .other("terms") }
    #expect(
      excerpt(draft) == [
        "大蒜治新冠肺炎", "^^^^^^^^^^----", "      ====", "      ~~~~~~~~",
      ]
    )
  }

  @Test("neighbours of one category do not run into each other")
  func neighbours() {
    let draft = Draft("甲乙").flagging("甲").flagging("乙")
    #expect(excerpt(draft) == ["甲乙", "^^", "  ^^"])
  }

  @Test("a long line is cut into rows, and rows without findings are left out")
  func longLines() {
    let text = String(repeating: "平安无事", count: 10) + "大蒜治病" + String(repeating: "又一天", count: 10)
    #expect(
      excerpt(Draft(text).flagging("大蒜治病"), columns: 30) == [
        "…", "平安无事大蒜治病又一天又", "        ^^^^^^^^", "…",
      ]
    )
  }

  @Test("a finding over several lines is underlined on each")
  func severalLines() {
    let draft = Draft("好。大蒜\r\n能\n\n治病。完\n尾").flagging("大蒜\r\n能\n\n治病")
    #expect(excerpt(draft) == ["好。大蒜", "    ^^^^", "能", "^^", "", "治病。完", "^^^^"])
  }

  @Test("colour is on only if asked for, and a post cannot bring its own")
  func color() {
    let draft = Draft("\u{1B}[2J大蒜\u{202E}治病").flagging("大蒜")
    let plain = draft.render(.text)
    #expect(!plain.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
    #expect(plain.contains("␛[2J大蒜"))
    let colored = draft.render(.text, ReportOptions(language: "en", usesColor: true))
    #expect(colored.contains("␛[2J\u{1B}[1;31m大蒜\u{1B}[0m"))
    #expect(colored.contains("\u{1B}[1;31m^^^^\u{1B}[0m"))
  }

  @Test("without text there are only places, rules and scores")
  func withoutText() {
    let text = Draft.everything.render(
      .text,
      ReportOptions(language: "zh", isVerbose: true, includesText: false)
    )
    for word in ["大蒜", "武汉", "不能", "COVID-19", "没有证据"] {
      #expect(!text.contains(word), "\(word)")
    }
    #expect(text.contains("虚假疗法：治疗"))
    #expect(text.contains("sample/remedy.cures"))
  }

  @Test("drafts without findings are counted, and named on request")
  func clean() {
    let quiet = Draft("").render(.text)
    #expect(
      quiet == """
        1 draft screened; no findings.
        TrustScreen finds wordings that public-health guidance warns about; it does
          not decide what is true.

        """
    )
    let verbose = Draft("", path: "a.txt").render(
      .text,
      ReportOptions(language: "zh", isVerbose: true)
    )
    #expect(verbose.hasPrefix("a.txt  没有发现问题\n"))
    #expect(ReportFormat.text.render([]).hasPrefix("已筛查 0 篇；没有发现问题。\n"))
  }

  @Test("a draft that could not be screened whole is never passed over")
  func partial() {
    let text = Draft("好").partial("deadline", "time ran out").render(.text)
    #expect(text.hasPrefix("draft.txt\n  Not fully screened: time ran out (deadline)\n"))
    #expect(text.contains("no findings; 1 draft not fully screened."))
  }

  @Test("bytes that are not UTF-8 neither stop the report nor shift the underline")
  func illFormed() {
    var document = Draft("").document
    document.utf8 = [0xFF] + Array("大蒜".utf8)
    var finding = Draft("x大蒜").finding("大蒜")
    finding.message = Localized(zh: "", en: "")
    document.report.findings = [finding]
    let text = ReportFormat.text.render([document], options: ReportOptions(language: "en"))
    #expect(text.contains("  1 │ \u{FFFD}大蒜\n    │  ^^^^\n"))
  }
}
