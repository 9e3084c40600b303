import Foundation
import Testing

@testable import TrustEngine
@testable import TrustReport
@testable import TrustRules

@Suite("As a page") struct HTMLFormatTests {
  func marked(_ draft: Draft) -> String {
    HighlightedText(draft.findings, lines: TextLines(Array(draft.text.utf8)), prefix: "d1").html()
  }

  /// The text of some HTML as a reader sees it, without the numbers.
  func visible(_ html: String) -> String {
    html.replacing(/<sup>.*?<\/sup>/, with: "").replacing(/<[^>]*>/, with: "")
      .replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
      .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
  }

  /// Whether every element is closed in the order it was opened.
  func isWellNested(_ html: String) -> Bool {
    var open: [Substring] = []
    for tag in html.matches(of: /<(\/?)([a-z][a-z0-9]*)[^>]*>/) {
      if ["meta", "input", "br"].contains(tag.2) { continue }
      if tag.1.isEmpty {
        open.append(tag.2)
      } else if open.popLast() != tag.2 {
        return false
      }
    }
    return open.isEmpty
  }

  @Test("a finding is marked, numbered and linked with its card")
  func golden() {
    #expect(
      marked(Draft("喝酒能治病。").flagging("能治病")) == """
        喝酒<span id="d1m1"></span><mark class="remedy layer0">能治病</mark><sup>&#8288;\
        <a class="number remedy" href="#d1f1">1</a></sup>。
        """
    )
  }

  @Test("findings that overlap are cut into pieces that nest")
  func overlaps() {
    let draft = Draft("甲乙丙丁").flagging("甲乙丙").flagging("乙丙丁") { $0.becomeStigma() }
      .flagging("丙") { $0.becomeClaim() }
    let html = marked(draft)
    #expect(html.contains("<mark class=\"remedy layer0\">甲</mark>"))
    #expect(
      html.contains(
        "<mark class=\"remedy layer0\"><mark class=\"stigma layer1\">乙</mark></mark>"
      )
    )
    #expect(html.contains("<mark class=\"claim layer2\">丙</mark></mark></mark>"))
    #expect(isWellNested(html))
    #expect(visible(html) == draft.text)
  }

  @Test("marks never change the text", arguments: 1...40)
  func keepsText(_ seed: Int) {
    var random = SplitMix(state: UInt64(seed))
    let pieces = ["大蒜", "<b>", "&amp;", "\"", "😷", "e\u{301}", "\n", "'", "新冠"]
    let text = (0..<12).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
    var draft = Draft(text)
    let characters = Array(text)
    for _ in 0..<5 {
      let start = Int.random(in: 0..<characters.count, using: &random)
      let end = Int.random(in: start + 1...characters.count, using: &random)
      draft = draft.flagging(String(characters[start..<end])) { finding in
        switch end % 3 {
        case 0: finding.becomeStigma()
        case 1: finding.becomeClaim()
        default: break
        }
      }
    }
    let html = marked(draft)
    #expect(visible(html).unicodeScalars.elementsEqual(text.unicodeScalars))
    #expect(isWellNested(html))
  }

  @Test("nothing that a post or a rule holds becomes a part of the page")
  func escapes() {
    let attack = "\"><script>alert('x')</script><!-- & "
    let draft = Draft(attack + "大蒜\u{0}\u{202E}", path: attack)
      .flagging("大蒜") { finding in
        finding.message = Localized(zh: attack, en: attack)
        finding.suggestion = Localized(zh: attack, en: "b")
        finding.replacement = attack
        finding.rule = Rule.ID(pack: attack, name: attack)
        finding.kind = attack
        finding.category = .other(attack)
        finding.softenedBy = [attack]
        finding.guidance = [
          Citation(
            id: attack,
            title: Localized(zh: attack, en: attack),
            publisher: attack,
            url: "https://a.example/\"onclick=\"x"
          ),
          Citation(id: "j", title: Localized(zh: "乙", en: "b"), url: "javascript:alert(1)"),
        ]
      }
      .suppressing("大蒜", by: attack, cue: "script")
      .partial(attack, attack)
    let html = draft.render(.html)
    #expect(!html.contains("<script"))
    #expect(!html.contains("<!-- "))
    #expect(!html.contains("javascript:"))
    #expect(!html.contains("\"onclick"))
    #expect(!html.unicodeScalars.contains { $0 == "\u{0}" || $0 == "\u{202E}" })
    #expect(html.contains("&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)"))
    #expect(isWellNested(html.replacing("<!DOCTYPE html>", with: "")))
  }

  @Test("the page stands alone and runs nothing", arguments: [Draft.everything, Draft("")])
  func selfContained(_ draft: Draft) {
    let html = draft.render(.html)
    #expect(html.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">"))
    for outside in ["<script", "<link", "<img", "<iframe", "@import", "url(", " src=", " on"] {
      let inTags = html.matches(of: /<[^>]*>/).contains { $0.output.contains(outside) }
      #expect(!inTags, "\(outside)")
    }
    #expect(!HTMLStyle.sheet.contains("url("))
    #expect(!HTMLStyle.sheet.contains("@import"))
    #expect(!HTMLStyle.sheet.contains("<"))
    #expect(html.contains("default-src 'none'"))
    #expect(isWellNested(html.replacing("<!DOCTYPE html>", with: "")))
  }

  @Test("the page holds both languages and opens in the one asked for", arguments: ["zh", "en"])
  func languages(_ language: String) {
    let html = Draft.everything.render(.html, ReportOptions(language: language))
    #expect(html.contains("<html lang=\"\(language)\">"))
    #expect(html.contains("id=\"language-\(language)\""))
    let checked = html.matches(of: /id="language-(\w+)"[^>]* checked>/).map { String($0.1) }
    #expect(checked == [language])
    #expect(html.contains("<span class=\"zh\" lang=\"zh\">请用正式名称。</span>"))
    #expect(html.contains("<span class=\"en\" lang=\"en\">Use the official name.</span>"))
  }

  @Test("every link inside the page leads somewhere, once")
  func anchors() {
    let html = ReportFormat.html.render(
      [Draft.everything.document, Draft.everything.document],
      options: ReportOptions(language: "zh")
    )
    let ids = html.matches(of: /\ id="([^"]+)"/).map { String($0.1) }
    #expect(Set(ids).count == ids.count)
    let targets = html.matches(of: /href="#([^"]+)"/).map { String($0.1) }
    #expect(targets.count == 12)
    #expect(Set(targets).isSubset(of: ids))
  }

  @Test("a card tells what to do, why, and how sure the rule is")
  func card() {
    let html = Draft.everything.render(.html)
    #expect(html.contains("<del>武汉肺炎</del> → <ins>COVID-19</ins>"))
    #expect(
      html.contains(
        "<a href=\"https://guide.example/garlic?a=1&amp;b=2\" rel=\"noopener noreferrer\">"
      )
    )
    #expect(html.contains("Sample Health, 2026"))
    #expect(html.contains("<span style=\"width:85%\">"))
    #expect(html.contains("negated (cue “不能”)"))
    #expect(html.contains("role=\"alert\""))
  }

  @Test("a clean page says so, unless a part was not screened")
  func clean() {
    #expect(Draft("好").render(.html).contains("No wording that guidance warns about.</span>"))
    let partial = Draft("好").partial("deadline", "time ran out").render(.html)
    #expect(partial.contains("in the part that was screened.</span>"))
    #expect(ReportFormat.html.render([]).contains("<main>"))
  }

  @Test("without text the page shows no words of the post")
  func withoutText() {
    let html = Draft.everything.render(.html, ReportOptions(language: "zh", includesText: false))
    for word in ["大蒜", "武汉", "COVID-19", "没有证据", "“不能”", "href=\"#d1m"] {
      #expect(!html.contains(word), "\(word)")
    }
    #expect(html.contains("虚假疗法：治疗"))
  }
}

/// A generator whose numbers are the same on every machine.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
