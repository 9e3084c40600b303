import Foundation
import Testing

@Suite("trustscreen scan and evaluate") struct ScanTests {
  let program: Program
  let pack: String

  init() throws {
    program = try Program()
    pack = try program.file("small.yaml", smallPack)
  }

  @Test("each post gives one report, in order, whatever its fields are called")
  func oneReportEach() throws {
    let posts = (0..<50).map { index in
      "{\"key\": \(index), \"body\": \"\(index % 2 == 0 ? "洋葱能治感冒" : "洋葱炒蛋")\"}"
    }
    let file = try program.file("posts.jsonl", posts.joined(separator: "\r\n"))
    let result = try program.run(
      "scan",
      file,
      "--packs",
      pack,
      "--text-field",
      "body",
      "--id-field",
      "key",
      "--summary"
    )
    let reports = try result.output.split(separator: "\n").map {
      try #require(JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
    #expect(reports.map { $0["id"] as? String } == (0..<50).map { "\($0)" })
    #expect(reports.count { ($0["findings"] as? [Any])?.isEmpty == false } == 25)
    #expect(result.status == 0)
    #expect(
      result.errors.contains("50 posts seen: 50 screened whole, 0 in part, 0 not; 25 flagged")
    )
  }

  @Test("lines that are no posts are named with their number, and the rest is screened")
  func namesBadLines() throws {
    let file = try program.file(
      "posts.jsonl",
      """
      {"id": "a", "text": "洋葱能治感冒"}
      {"id": "b", "text":
      [1, 2]

      {"id": "c"}
      {"id": "d", "text": 7}
      {"id": "e", "text": "ok"}
      """
    )
    let result = try program.run("scan", file, "--packs", pack, "--summary")
    #expect(result.status == 3)
    #expect(result.output.split(separator: "\n").count == 2)
    for line in [":2:", ":3:", ":5:", ":6:"] { #expect(result.errors.contains(line)) }
    #expect(result.errors.contains("6 posts seen: 2 screened whole, 0 in part, 4 not; 1 flagged"))
  }

  @Test("evaluate counts right, wrong and missed posts, and leaves uncheckable ones out")
  func evaluates() throws {
    let file = try program.file(
      "labelled.jsonl",
      """
      {"id":"1","lang":"zh","text":"洋葱能治感冒","verdict":"flag","stance":"asserts","findings":[{"category":"false-remedy","kind":"cure","start":0,"end":6}]}
      {"id":"2","lang":"zh","text":"洋葱能治感冒，你信吗","verdict":"pass","stance":"asks","findings":[]}
      {"id":"3","lang":"zh","text":"大蒜能治感冒","verdict":"flag","stance":"asserts","findings":[{"category":"false-remedy","kind":"cure","start":0,"end":6}]}
      {"id":"4","lang":"zh","text":"洋葱能治感冒吧","verdict":"uncheckable","stance":"asserts","findings":[]}
      """
    )
    let result = try program.run(
      "evaluate",
      file,
      "--packs",
      pack,
      "--format",
      "json",
      "--cases",
      "5"
    )
    #expect(result.status == 0)
    let parsed = try #require(
      JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
    )
    #expect(parsed["schema"] as? String == "trustscreen.evaluation/1")
    let text = try program.run("evaluate", file, "--packs", pack)
    #expect(text.output.contains("3 posts judged (2 flag, 1 pass); 1 uncheckable left out"))
  }
}
