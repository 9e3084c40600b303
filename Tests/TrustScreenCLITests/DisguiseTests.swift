import Foundation
import Testing

@Suite("trustscreen disguise") struct DisguiseTests {
  let program: Program

  init() throws {
    program = try Program()
  }

  @Test("only what stands between marks is disguised, alike for the same seed")
  func disguises() throws {
    let arguments = ["disguise", "吃<<大蒜>>防病", "--kind", "emoji", "--seed", "3"]
    let once = try program.run(arguments)
    #expect(once.status == 0)
    #expect(once.output.hasPrefix("吃大") && once.output.hasSuffix("蒜防病\n"))
    #expect(once.output.unicodeScalars.count > "吃大蒜防病\n".unicodeScalars.count)
    #expect(try program.run(arguments).output == once.output)
  }

  @Test("lines of standard input stay lines")
  func readsLines() throws {
    let result = try program.run("disguise", "-", "--kind", "leet", input: "garlic\nbleach\n")
    #expect(result.output.split(separator: "\n").count == 2)
    #expect(!result.output.contains("garlic"))
  }

  @Test("the kinds are listed, and a wrong one is a mistake")
  func listsKinds() throws {
    let list = try program.run("disguise", "--list").output
    for kind in ["full-width", "parts", "homophones", "stand-ins"] { #expect(list.contains(kind)) }
    #expect(try program.run("disguise", "大蒜", "--kind", "none").status == 2)
    #expect(try program.run("disguise", "大蒜").status == 2)
  }

  @Test("evaluate tells for each kind what is still found")
  func measures() throws {
    let pack = try program.file("small.yaml", smallPack)
    let posts = try program.file(
      "posts.jsonl",
      """
      {"id": "a", "lang": "zh", "text": "洋葱能治感冒", "verdict": "flag", "findings": [{"category": "false-remedy", "kind": "cure", "text": "洋葱能治感冒"}]}
      {"id": "b", "lang": "zh", "text": "洋葱能炒蛋", "verdict": "pass", "stance": "off-topic"}

      """
    )
    let result = try program.run(
      "evaluate",
      posts,
      "--packs",
      pack,
      "--disguise",
      "emoji",
      "homophones"
    )
    #expect(result.status == 0)
    #expect(result.output.contains("emoji") && result.output.contains("homophones"))
    #expect(result.output.contains("100.0 %"))
    #expect(try program.run("evaluate", posts, "--packs", pack, "--disguise", "x").status == 2)
  }

  @Test("--disguises sees through what no rule asks for")
  func seesThroughMore() throws {
    let pack = try program.file("small.yaml", smallPack)
    let draft = try program.file("draft.txt", "yangcong能治感冒")
    #expect(try program.run("check", draft, "--packs", pack).status == 0)
    #expect(try program.run("check", draft, "--packs", pack, "--disguises", "sounds").status == 1)
  }
}
