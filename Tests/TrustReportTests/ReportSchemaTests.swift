import Foundation
import Testing

@testable import TrustEngine
@testable import TrustReport
@testable import TrustRules

@Suite("Schema of the report") struct ReportSchemaTests {
  let validator: SchemaValidator

  init() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/TrustReport/Schemas/report.schema.json")
    validator = try SchemaValidator(schema: String(contentsOf: file, encoding: .utf8))
  }

  static let drafts: [Draft] = [
    .everything, Draft(""), Draft("好"),
    Draft("甲").flagging("甲") { $0.category = .other("medical-advertising") },
    Draft("甲").suppressing("甲", by: "questioned", cue: nil),
    Draft("甲").partial("invalid-utf8", "2 bytes were repaired"),
  ]

  @Test("every report fits it, with and without text", arguments: drafts.indices)
  func reportsFit(_ index: Int) throws {
    let report = Self.drafts[index].report
    for pretty in [true, false] {
      for includesText in [true, false] {
        let json = report.json(pretty: pretty, includesText: includesText)
        #expect(try validator.mistakes(in: json) == [])
      }
    }
  }

  @Test("so does a report with calibrated scores")
  func calibratedReportsFit() throws {
    var report = Draft.everything.report
    report.identity.calibration = "c0ffee+stale"
    report.categories[.falseRemedy]?.calibrated = 0.7
    report.categories[.falseRemedy]?.baseRate = 0.3
    report.categories[.other("x")] = CategoryScore(score: 0, calibrated: 0.02, baseRate: 0.1)
    #expect(try validator.mistakes(in: report.json()) == [])
  }

  @Test(
    "a report with a mistake does not fit it",
    arguments: [
      (#""schema":"trustscreen.report/1""#, #""schema":"trustscreen.report/2""#),
      (#""id":null"#, #""id":7"#), (#""kind":"cure""#, #""kind":"naming""#),
      (#""severity":"high""#, #""severity":"huge""#), (#""confidence":0.85"#, #""confidence":1.2"#),
      (#""status":"stable""#, #""status":"done""#), (#""role":"find""#, #""role":"found""#),
      (#""field":"text","#, ""), (#""field":"text""#, #""field":"text","extra":1"#),
      (#""status":"partial""#, #""status":"complete""#), (#""by":"negated","#, ""),
      (#""unicode":"16.0","#, ""), (#""false-remedy":{"score""#, #""False Remedy":{"score""#),
      (#"false-remedy":{"score""#, #"false-remedy":{"sum":1,"score""#),
      (#""utf16":["#, #""utf16":[0,"#), (#""findings":[0]"#, #""findings":[-1]"#),
      (#""fingerprint":"f00d""#, #""fingerprint":"""#), (#""zh":"示例指引","#, ""),
      (#""code":"truncated""#, #""code":"Too long!""#), (#""rule":"sample/"#, #""rule":"sample"#),
    ]
  )
  func mistakesAreFound(_ change: (String, String)) throws {
    let json = Draft.everything.report.json(pretty: false)
    let range = try #require(json.range(of: change.0))
    let wrong = json.replacingCharacters(in: range, with: change.1)
    #expect(try !validator.mistakes(in: wrong).isEmpty)
  }
}
