import Foundation
import Testing

@Suite("trustscreen rules") struct RulesTests {
  let program: Program
  let pack: String

  init() throws {
    program = try Program()
    pack = try program.file("small.yaml", smallPack)
  }

  @Test("a pack in good order passes lint and test")
  func acceptsGoodPack() throws {
    let lint = try program.run("rules", "lint", pack)
    #expect(lint.status == 0, "\(lint.output)")
    #expect(lint.output.contains("0 errors"))
    let test = try program.run("rules", "test", pack)
    #expect(test.status == 0)
    #expect(test.output.contains("1 rules, 3 examples, 0 failed"))
  }

  @Test("an example that comes out wrong fails the test at its line")
  func refusesFailingExample() throws {
    let bad = try program.file(
      "bad.yaml",
      smallPack.replacingOccurrences(of: "洋葱不能治感冒", with: "洋葱真能治感冒")
    )
    let test = try program.run("rules", "test", bad)
    #expect(test.status == 2)
    #expect(test.output.contains("error[example-failed]"))
    #expect(test.output.contains("bad.yaml:28:"), "\(test.output)")
  }

  @Test("every mistake of a pack is shown at once")
  func showsAllMistakes() throws {
    let bad = try program.file(
      "bad.yaml",
      smallPack.replacingOccurrences(of: "severity: high", with: "severity: hihg")
        .replacingOccurrences(of: "unless: negated", with: "unless: negatd")
        .replacingOccurrences(of: "guidance: source", with: "guidance: sourc")
    )
    let lint = try program.run("rules", "lint", bad)
    #expect(lint.status == 2)
    for expected in ["bad-value", "unknown-context", "missing-guidance", "“negated”", "“source”"] {
      #expect(lint.output.contains(expected), "\(expected)")
    }
  }

  @Test("lint holds rules against quiet posts if it is given some")
  func lintsOnQuietPosts() throws {
    let noisy = smallPack.replacingOccurrences(of: "onion~ ...3 cure~ ...2 flu", with: "tea")
      .replacingOccurrences(of: "Onions cure the flu", with: "Nice tea")
    let bad = try program.file("noisy.yaml", noisy)
    let posts = try program.file(
      "quiet.jsonl",
      #"""
      {"text": "We had tea and cake in the park"}
      {"text": "今天的天气真好"}
      {"text": "The bus was late again"}

      """#
    )
    let lint = try program.run("rules", "lint", bad, "--on-posts", posts)
    #expect(lint.status == 2)
    #expect(lint.output.contains("error[quiet-hits]"), "\(lint.output)")
    #expect(lint.output.contains("noisy.yaml:11:"), "\(lint.output)")
    #expect(try program.run("rules", "lint", pack, "--on-posts", posts).status == 0)
    let none = try program.file("none.jsonl", "")
    let broken = try program.run("rules", "lint", pack, "--on-posts", none)
    #expect(broken.status == 2)
    #expect(broken.output.contains("error[gate-broken]"))
  }

  @Test("explain tells the words, the condition and the verdict in the reader's language")
  func explains() throws {
    let result = try program.run(
      "rules",
      "explain",
      "remedy.onion",
      "洋葱不能治感冒",
      "--packs",
      pack,
      "--lang",
      "en"
    )
    #expect(result.status == 0)
    #expect(result.output.contains("unless negated: yes negated “不能”"))
    #expect(result.output.contains("not flagged"))
    let misspelt = try program.run("rules", "explain", "remedy.onoin", "洋葱", "--packs", pack)
    #expect(misspelt.status != 0)
    #expect(misspelt.errors.contains("remedy.onion"))
  }

  @Test("list names every rule, and its sources if asked")
  func lists() throws {
    let result = try program.run("rules", "list", "--sources", "--packs", pack)
    #expect(result.output.contains("small/remedy.onion  false-remedy  cure  high  70%  test"))
    #expect(result.output.contains("A source"))
  }

  @Test("new writes a pack that lints and tests clean")
  func writesNewPack() throws {
    let path = program.folder.appendingPathComponent("fresh.yaml").path
    let answers = [
      "remedy.lemon", "false-remedy", "cure", "<<喝柠檬水能治癌症>>，快试试", "<<Lemon water cures cancer>>",
      "WHO, a page: https://www.who.int", "",
    ].joined(separator: "\n")
    let written = try program.run("rules", "new", path, input: answers)
    #expect(written.status == 0)
    let test = try program.run("rules", "test", path, "--no-proof")
    #expect(test.status == 0, "\(test.output) \(test.errors)")
  }

  @Test("fmt changes white space only, and only once")
  func formatsOnce() throws {
    let untidy = smallPack.replacingOccurrences(of: "\n", with: "  \n") + "\n\n"
    let path = try program.file("untidy.yaml", "# a comment that stays\n" + untidy)
    #expect(try program.run("rules", "fmt", path, "--check").status == 1)
    #expect(try program.run("rules", "fmt", path).output.contains("untidy.yaml"))
    let once = try String(contentsOfFile: path, encoding: .utf8)
    #expect(once.hasPrefix("# a comment that stays\n"))
    #expect(!once.contains(" \n"))
    #expect(try program.run("rules", "fmt", path, "--check").status == 0)
    #expect(try program.run("rules", "test", path, "--no-proof").status == 0)
  }
}
