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

  @Test("text is unescaped, and spans refer to what it says")
  func unescapes() throws {
    let file = try program.file(
      "posts.jsonl",
      #"""
      {"id": "\u0041\n", "text": "\ud83d\ude37\"\u6d0b\u8471能治感冒\""}
      {"id": "\u0041\n", "text": "😷\"洋葱能治感冒\""}
      """#
    )
    let result = try program.run("scan", file, "--packs", pack)
    let reports = result.output.split(separator: "\n")
    #expect(reports.count == 2)
    #expect(reports.first == reports.last)
    #expect(reports.first?.contains(#""id":"A\n""#) == true)
    #expect(
      reports.first?.contains(#""span":{"utf8":[5,23],"utf16":[3,9],"scalars":[2,8]}"#) == true
    )
  }

  @Test(
    "a post has its text fields in the order asked for, and a number for an id as it is written"
  )
  func severalFields() throws {
    let file = try program.file(
      "posts.jsonl",
      """
      {"id": 12345678901234567890123, "body": "洋葱能治感冒", "title": "好"}
      {"id": 1.50, "title": "洋葱能治感冒", "body": null}
      {"id": true, "title": "洋葱能治感冒", "body": ["x"]}
      """
    )
    let result = try program.run(
      ["scan", file, "--packs", pack, "--text-field", "title", "--text-field", "body"]
    )
    let reports = result.output.split(separator: "\n")
    #expect(reports.count == 2)
    #expect(reports.first?.contains(#""id":"12345678901234567890123""#) == true)
    #expect(reports.first?.contains(#""field":"body""#) == true)
    #expect(reports.last?.contains(#""id":"1.50""#) == true)
    #expect(reports.last?.contains(#""field":"title""#) == true)
    #expect(result.errors == "\(file):3: “body” is not text\n")
  }

  @Test("a line of any length is one post; what is behind the bound makes its report partial")
  func longLine() throws {
    let long = String(repeating: "洋葱炒蛋。", count: 200_000)
    let posts = ["甲", long + "洋葱能治感冒", "洋葱能治感冒"].map { "{\"text\": \"\($0)\"}" }
    let result = try program.run(
      ["scan", "-", "--packs", pack, "--findings-only", "--summary"],
      input: posts.joined(separator: "\n")
    )
    #expect(result.status == 3)
    #expect(result.output.split(separator: "\n").count == 2)
    #expect(result.output.contains(#""code":"truncated""#))
    #expect(result.errors.contains("3 posts seen: 2 screened whole, 1 in part, 0 not; 1 flagged"))
  }

  @Test("with findings only, the same lines are written as among all of them")
  func findingsOnly() throws {
    let posts = (0..<3000).map { index in
      "{\"id\": \(index), \"text\": \"\(index % 97 == 0 ? "洋葱能治感冒" : "洋葱炒蛋")\"}"
    }
    let file = try program.file("posts.jsonl", posts.joined(separator: "\n"))
    let all = try program.run("scan", file, "--packs", pack).output.split(separator: "\n")
    let only = try program.run("scan", file, "--packs", pack, "--findings-only").output
    #expect(all.count == 3000)
    #expect(all.filter { !$0.contains(#""findings":[]"#) } == only.split(separator: "\n"))
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
