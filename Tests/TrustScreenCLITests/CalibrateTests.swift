import Foundation
import Testing

@Suite("trustscreen calibrate and rules promote") struct CalibrateTests {
  let program: Program
  let pack: String
  let labelled: String

  init() throws {
    program = try Program()
    pack = try program.file("small.yaml", smallPack)
    // 240 posts, each with words of its own: 70 flagged, 60 of them found.
    let lines = (0..<240).map { number -> String in
      let filler = (0..<6).map { Self.han(number * 6 + $0) }.joined()
      let claim = number < 60 ? "洋葱能治感冒" : number < 70 ? "大蒜能治感冒" : "天气好极了"
      let label = #"{"category":"false-remedy","kind":"cure","start":0,"end":6}"#
      return """
        {"id":"\(number)","text":"\(claim)，\(filler)","verdict":"\(number < 70 ? "flag" : "pass")",\
        "findings":[\(number < 70 ? label : "")]}
        """
    }
    labelled = try program.file("labelled.jsonl", lines.joined(separator: "\n"))
  }

  private static func han(_ number: Int) -> String {
    Unicode.Scalar(UInt32(0x5000 + number * 13)).map { String($0) } ?? ""
  }

  private func calibrate(_ name: String = "c.json") throws -> (path: String, output: String) {
    let path = program.folder.appendingPathComponent(name).path
    let result = try program.run(
      "calibrate",
      labelled,
      "--packs",
      pack,
      "--out",
      path,
      "--name",
      "made up",
      "--guideline",
      "guide 1"
    )
    #expect(result.status == 0, "\(result.errors)")
    return (path, result.output)
  }

  @Test("a calibration is fitted, written the same each time, and used")
  func fitsAndUses() throws {
    let (path, output) = try calibrate()
    #expect(output.contains("made up: 240 posts judged"))
    #expect(output.contains("false-remedy  zh          240         70     180      10  Platt"))
    #expect(output.contains("false-remedy in en: 0 posts of 200 needed"))
    let (other, _) = try calibrate("again.json")
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(try Data(contentsOf: URL(fileURLWithPath: other)) == bytes)
    #expect(!String(decoding: bytes, as: UTF8.self).contains("洋葱"))

    let check = ["check", "-", "--format", "jsonl", "--packs", pack, "--calibration", path]
    let report = try program.run(check, input: "洋葱能治感冒")
    #expect(report.output.contains(#""calibrated":0.9"#))
    #expect(report.output.contains(#""baseRate":0.2917"#))
    let clean = try program.run(check, input: "天气好")
    #expect(clean.status == 0)
    #expect(
      clean.output.contains(
        #""false-remedy":{"score":0,"calibrated":0.058,"baseRate":0.2917,"severity":null,"findings":[]}"#
      )
    )
  }

  @Test("a calibration made for other packs is refused with 2, unless that is allowed")
  func refusesStale() throws {
    let (path, _) = try calibrate()
    let edited = try program.file(
      "edited.yaml",
      smallPack.replacing("severity: high", with: "severity: low")
    )
    let refused = try program.run(
      "check",
      "-",
      "--packs",
      edited,
      "--calibration",
      path,
      input: "天气好"
    )
    #expect(refused.status == 2)
    #expect(refused.errors.contains("error[calibration-mismatch]"))
    let allowed = try program.run(
      "version",
      "--identity",
      "--packs",
      edited,
      "--calibration",
      path,
      "--allow-stale-calibration"
    )
    #expect(allowed.status == 0 && allowed.output.contains("+stale"))
    let without = try program.run("version", "--identity", "--packs", edited)
    #expect(without.output.contains("calibration  none"))
  }

  @Test("a file that is none, or cannot be read, is refused with its place")
  func refusesDamage() throws {
    let file = try program.file("c.json", #"{"schema": "trustscreen.calibration/9"}"#)
    let result = try program.run("check", "-", "--calibration", file, input: "天气好")
    #expect(result.status == 2)
    #expect(result.errors.contains("error[bad-format]") && result.errors.contains("c.json:1:"))
    let both = try program.run("check", "-", "--calibration", file, "--no-calibration")
    #expect(both.status == 2)
  }

  @Test("lines that are no posts are named, and the rest is fitted")
  func namesBadLines() throws {
    let file = try program.file("bad.jsonl", "{\"id\": \"a\"}\n")
    let result = try program.run("calibrate", file, "--packs", pack)
    #expect(result.status == 3)
    #expect(result.errors.contains("bad.jsonl:1:"))
    #expect(result.output.contains("0 posts judged"))
  }

  @Test("promotions are told, with what is wanting")
  func promotes() throws {
    let quiet = try program.file("quiet.jsonl", "{\"text\": \"天气好\"}\n{\"text\": \"花开了\"}\n")
    let result = try program.run("rules", "promote", labelled, "--quiet", quiet, "--packs", pack)
    #expect(result.status == 0)
    #expect(result.output.contains("Promote (1):"))
    #expect(result.output.contains("small/remedy.onion  test → stable     60  60  1.000 [0.959"))
    #expect(result.output.contains("2 quiet posts"))
    let without = try program.run("rules", "promote", labelled, "--packs", pack)
    #expect(without.output.contains("no quiet posts to show at most 2 hits in 10,000"))
  }
}
