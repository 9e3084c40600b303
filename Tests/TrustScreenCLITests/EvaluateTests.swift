import Foundation
import Testing

@Suite("trustscreen evaluate") struct EvaluateTests {
  let program: Program
  let pack: String
  let posts: String

  init() throws {
    program = try Program()
    pack = try program.file("small.yaml", smallPack)
    // The hash of “a” is even, that of “e” odd: a is in the reading half, e in the measuring half.
    posts = try program.file(
      "posts.jsonl",
      """
      {"id": "a", "lang": "zh", "dataset": "one", "text": "洋葱能治感冒", "verdict": "flag", "findings": [{"category": "false-remedy", "kind": "cure", "text": "洋葱能治感冒"}]}
      {"id": "e", "lang": "zh", "dataset": "two", "text": "生姜能治感冒", "verdict": "flag", "findings": [{"category": "false-remedy", "kind": "cure", "text": "生姜能治感冒"}]}
      {"id": "abc", "lang": "en", "dataset": "two", "text": "Onions cure the flu, she sighs", "verdict": "pass", "stance": "condemns"}

      """
    )
  }

  @Test("the tables tell languages, sources, rules, and how many cases there are")
  func text() throws {
    let result = try program.run("evaluate", posts, "--packs", pack)
    #expect(result.status == 0)
    #expect(result.output.contains("All languages: 3 posts judged (2 flag, 1 pass)"))
    #expect(result.output.contains("By source:"))
    #expect(result.output.contains("small/remedy.onion"))
    #expect(result.output.contains("Misses (1):\n  … and 1 more\n"))
    #expect(!result.output.contains("By half of the set:"))
  }

  @Test("--halves measures both halves and lists cases of the reading half only")
  func halves() throws {
    let result = try program.run("evaluate", posts, "--packs", pack, "--halves", "--cases", "9")
    #expect(result.output.contains("By half of the set:"))
    #expect(result.output.contains("  reading, zh") && result.output.contains("  measuring, zh"))
    #expect(result.output.contains("Onions cure the flu"))
    #expect(!result.output.contains("生姜"))
    #expect(result.output.contains("1 more in the measuring half, which stays unread"))
  }

  @Test("JSON is JSON, and the same twice")
  func json() throws {
    let once = try program.run("evaluate", posts, "--packs", pack, "--format", "json", "--halves")
    let twice = try program.run("evaluate", posts, "--packs", pack, "--format", "json", "--halves")
    let parsed = try JSONSerialization.jsonObject(with: Data(once.output.utf8))
    let labelled = (parsed as? [String: Any])?["labelled"] as? [String: Any]
    #expect((labelled?["halves"] as? [Any])?.count == 5)
    #expect((labelled?["sources"] as? [Any])?.count == 2)
    #expect(once.output == twice.output)
  }

  @Test("HTML is a page with every case, in the language asked for")
  func html() throws {
    let result = try program.run(
      "evaluate",
      posts,
      "--packs",
      pack,
      "--format",
      "html",
      "--lang",
      "zh"
    )
    #expect(result.output.hasPrefix("<!DOCTYPE html>\n<html lang=\"zh\">"))
    #expect(result.output.contains("生姜能治感冒") && result.output.contains("she sighs"))
  }

  @Test("--no-text leaves every word out of every form", arguments: ["text", "json", "html"])
  func noText(_ form: String) throws {
    func run(_ more: String...) throws -> String {
      let arguments = ["evaluate", posts, "--packs", pack, "--format", form, "--cases", "9"] + more
      return try program.run(arguments).output
    }
    let without = try run("--no-text")
    for word in ["洋葱", "生姜", "Onions", "sighs"] { #expect(!without.contains(word)) }
    #expect(try run().contains("sighs"))
  }

  @Test("--source-field names the field to group by")
  func sourceField() throws {
    let result = try program.run("evaluate", posts, "--packs", pack, "--source-field", "stance")
    #expect(!result.output.contains("By source:"))
  }

  @Test("a line that cannot be read gives 3, and a bad argument 2")
  func status() throws {
    let broken = try program.file("broken.jsonl", "{\"id\": \"a\"\n")
    #expect(try program.run("evaluate", posts, broken, "--packs", pack).status == 3)
    #expect(try program.run("evaluate", posts, "--cases", "-1").status == 2)
    #expect(try program.run("evaluate").status == 2)
  }
}
