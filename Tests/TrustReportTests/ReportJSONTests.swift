import Foundation
import Testing

@testable import TrustEngine
@testable import TrustReport
@testable import TrustRules
@testable import TrustText

@Suite("Report as JSON") struct ReportJSONTests {
  @Test("a report has its keys in the order of the schema")
  func goldenReport() {
    let draft = Draft("喝酒能治病").flagging("喝酒能治病") { finding in
      finding.suggestion = Localized(zh: "删去", en: "Drop")
    }
    #expect(
      draft.report.json() == """
        {
          "schema": "trustscreen.report/1",
          "id": null,
          "findings": [
            {
              "rule": "sample/remedy.cures",
              "category": "false-remedy",
              "kind": "cure",
              "severity": "high",
              "status": "stable",
              "confidence": 0.85,
              "field": "text",
              "span": { "utf8": [0, 15], "utf16": [0, 5], "scalars": [0, 5] },
              "evidence": [],
              "softenedBy": [],
              "message": { "zh": "没有证据表明这样有效。", "en": "There is no evidence that this works." },
              "suggestion": { "zh": "删去", "en": "Drop" },
              "guidance": [],
              "fingerprint": "f00d"
            }
          ],
          "suppressed": [],
          "categories": {
            "false-remedy": {
              "score": 0.85,
              "calibrated": null,
              "baseRate": null,
              "severity": "high",
              "findings": [0]
            }
          },
          "document": { "category": "false-remedy", "score": 0.85, "calibrated": null },
          "completeness": { "status": "complete", "notices": [] },
          "identity": {
            "engine": "trustscreen 0.1.0",
            "packs": ["sample@2026.11.0+sha256:ab12"],
            "unicode": "16.0",
            "icu": "72.1",
            "calibration": null
          }
        }
        """
    )
  }

  @Test("a suppressed entry is a finding with its context and its cue")
  func suppressedEntry() throws {
    let report = Draft.everything.report.json(pretty: false)
    #expect(report.contains(#""fingerprint":"f00d","by":"negated","cue":{"utf8":["#))
    let asked = Draft("喝酒能治病吗").suppressing("喝酒能治病", by: "questioned", cue: nil)
    #expect(asked.report.json(pretty: false).contains(#""by":"questioned","cue":null"#))
  }

  @Test("a calibrated score states its base rate, and one without findings has no severity")
  func calibratedScores() {
    var report = Draft("甲").report
    report.categories[.falseRemedy] = CategoryScore(score: 0, calibrated: 0.02, baseRate: 0.25)
    let json = report.json(pretty: false)
    let entry = #""score":0,"calibrated":0.02,"baseRate":0.25,"severity":null,"findings":[]"#
    #expect(json.contains(#""categories":{"false-remedy":{\#(entry)}}"#))
    #expect(json.contains(#""document":null"#))
  }

  @Test("categories are in the order of the labelling guide, then by name")
  func categoryOrder() throws {
    let draft = Draft("甲乙丙丁")
      .flagging("甲") { $0.category = .other("zeta") }
      .flagging("乙") { $0.category = .other("alpha") }
      .flagging("丙") { $0.becomeClaim() }
      .flagging("丁")
    let json = draft.report.json(pretty: false)
    let names = ["false-remedy", "unverified-claim", "alpha", "zeta"]
    let places = names.compactMap { json.range(of: "\"\($0)\":{")?.lowerBound }
    #expect(places.count == names.count)
    #expect(places == places.sorted())
  }

  @Test("a report without text holds no words of the post")
  func withoutText() {
    let report = Draft.everything.report
    let json = report.json(includesText: false)
    #expect(report.json().contains("COVID-19"))
    for word in ["COVID-19", "message", "suggestion", "replacement", "没有证据"] {
      #expect(!json.contains(word), "\(word)")
    }
    #expect(json.contains(#""rule": "sample/name.place""#))
  }

  @Test("one document is an object, none or several are an array, and paths serve as ids")
  func documents() throws {
    let one = Draft("好").document
    func parsed(_ documents: [ScreenedDocument]) throws -> ParsedJSON {
      try ParsedJSON(ReportFormat.json.render(documents))
    }
    #expect(try parsed([one])["id"]?.string == "draft.txt")
    #expect(try parsed([]).array == [])
    #expect(try parsed([one, one]).array?.count == 2)
  }

  @Test("JSON Lines has one report a line, whatever a post holds")
  func jsonLines() throws {
    let odd = Draft("一\u{2028}二\n三", path: "a\u{2028}\nb").document
    let lines = ReportFormat.jsonl.render([odd, Draft.everything.document])
      .split(omittingEmptySubsequences: false) { $0.isNewline }
    #expect(lines.count == 3)
    #expect(lines.last == "")
    for line in lines.dropLast() {
      #expect(try ParsedJSON(String(line))["schema"]?.string == Report.jsonSchemaName)
    }
    #expect(ReportFormat.jsonl.render([]) == "")
  }
}
