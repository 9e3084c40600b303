import Foundation
import Testing

@Suite("trustscreen check") struct CheckTests {
  let program: Program
  let pack: String

  init() throws {
    program = try Program()
    pack = try program.file("small.yaml", smallPack)
  }

  @Test("a draft with a finding is shown with message, suggestion and source, and gives status 1")
  func showsFindings() throws {
    let result = try program.run("check", "-", "--packs", pack, input: "洋葱能治感冒")
    #expect(result.status == 1)
    #expect(result.output.contains("There is no evidence that onions cure flu."))
    #expect(result.output.contains("Leave it out."))
    #expect(result.output.contains("A source"))
  }

  @Test("the locale chooses the language, and --lang overrules it")
  func choosesLanguage() throws {
    let chinese = try program.run(
      "check",
      "-",
      "--packs",
      pack,
      input: "洋葱能治感冒",
      locale: "zh_CN.UTF-8"
    )
    #expect(chinese.output.contains("没有证据表明洋葱能治感冒。"))
    let english = try program.run(
      "check",
      "-",
      "--packs",
      pack,
      "--lang",
      "en",
      input: "洋葱能治感冒",
      locale: "zh_CN.UTF-8"
    )
    #expect(english.output.contains("There is no evidence"))
  }

  @Test("a denied claim gives status 0, and --verbose names the cue that saved it")
  func namesTheCue() throws {
    let result = try program.run("check", "-", "-v", "--packs", pack, input: "洋葱不能治感冒")
    #expect(result.status == 0)
    #expect(result.output.contains("negated"))
    #expect(result.output.contains("不能"))
  }

  @Test("the built-in packs tell the flagship pair apart, where a list of words cannot")
  func flagshipPair() throws {
    let claim = try program.run("check", "-", "--format", "jsonl", input: "喝漂白水能治新冠")
    let denial = try program.run("check", "-", "--format", "jsonl", input: "喝漂白水不能治新冠")
    #expect(claim.status == 1)
    #expect(denial.status == 0)
    #expect(denial.output.contains("\"findings\":[]"))
    #expect(denial.output.contains("\"by\":"))
  }

  @Test(
    "the exit status tells findings, misuse and incomplete input apart",
    arguments: [
      ("nothing", 0), ("finding", 1), ("mild", 0), ("forgiven", 0), ("missing", 2), ("misspelt", 2),
      ("broken", 3),
    ]
  )
  func exitStatus(_ situation: String, _ expected: Int32) throws {
    let broken = try program.file("broken.txt", Data([0xE6, 0xB4, 0x20, 0x61]))
    let draft = try program.file("draft.txt", "洋葱能治感冒")
    let result =
      switch situation {
      case "nothing": try program.run("check", "-", "--packs", pack, input: "洋葱炒蛋")
      case "finding": try program.run("check", draft, "--packs", pack)
      case "mild": try program.run("check", draft, "--packs", pack, "--fail-on", "critical")
      case "forgiven": try program.run("check", draft, "--packs", pack, "--exit-zero")
      case "missing": try program.run("check", "no-such-file.txt", "--packs", pack)
      case "misspelt": try program.run("check", draft, "--fromat", "json")
      default: try program.run("check", broken, draft, "--packs", pack)
      }
    #expect(result.status == expected)
  }

  @Test("a mistake in a pack is shown with place, caret and hint, and nothing is screened")
  func refusesBadPack() throws {
    let bad = try program.file(
      "bad.yaml",
      smallPack.replacingOccurrences(of: "<<洋葱能治感冒>>", with: "洋葱能治感冒")
        .replacingOccurrences(of: "zh: 洋葱 ...3 治", with: "zh: 洋葱 ...3 <治疗>")
    )
    let result = try program.run("check", "-", "--packs", bad, input: "洋葱能治感冒")
    #expect(result.status == 2)
    #expect(result.output.isEmpty)
    #expect(result.errors.contains("error[unknown-lexicon]"))
    #expect(result.errors.contains("^"))
  }

  @Test("JSON and SARIF are JSON", arguments: ["json", "sarif", "rdjson"])
  func writesJSON(_ format: String) throws {
    let result = try program.run(
      "check",
      "-",
      "--packs",
      pack,
      "--format",
      format,
      input: "洋葱能治感冒"
    )
    let parsed = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    #expect(parsed is [String: Any])
  }

  @Test("--no-text leaves every word of the draft out")
  func leavesTextOut() throws {
    let result = try program.run(
      "check",
      "-",
      "--packs",
      pack,
      "--format",
      "json",
      "--no-text",
      input: "洋葱能治感冒"
    )
    #expect(result.status == 1)
    #expect(!result.output.contains("洋葱"))
  }
}
