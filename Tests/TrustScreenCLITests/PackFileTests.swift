import Foundation
import Testing

@Suite("Files of compiled packs") struct PackFileTests {
  let program: Program
  let pack: String
  let file: String

  init() throws {
    program = try Program()
    pack = try program.file("small.yaml", smallPack)
    file = program.folder.appendingPathComponent("small.tspack").path
  }

  @Test("a pack and its file find the same")
  func findsTheSame() throws {
    #expect(try program.run("pack", "build", pack, "-o", file).status == 0)
    let draft = "洋葱能治感冒。洋葱不能治感冒。"
    let plain = try program.run("check", "--packs", pack, "--format", "json", input: draft)
    let compiled = try program.run("check", "--packs", file, "--format", "json", input: draft)
    #expect(plain.status == 1)
    #expect(compiled.status == 1 && compiled.output == plain.output)
    let explained = try program.run("rules", "explain", "remedy.onion", draft, "--packs", file)
    #expect(explained.output.contains("洋葱 ...3 治 ...2 感冒"))
  }

  @Test("rules can be switched off, and files combined")
  func combines() throws {
    let other = try program.file(
      "other.yaml",
      smallPack.replacingOccurrences(of: "pack: small", with: "pack: other")
        .replacingOccurrences(of: "洋葱", with: "生姜")
    )
    #expect(try program.run("pack", "build", pack, "-o", file).status == 0)
    let both = try program.run(
      ["check", "--packs", file, "--packs", other, "--disable", "small/remedy.onion"],
      input: "生姜能治感冒，洋葱能治感冒"
    )
    #expect(both.status == 1)
    #expect(both.output.contains("other/remedy.onion"))
    #expect(!both.output.contains("small/remedy.onion"))
  }

  @Test("a file tells what is in it")
  func tellsWhatIsInIt() throws {
    #expect(try program.run("pack", "build", pack, "-o", file).status == 0)
    let told = try program.run("pack", "info", file)
    #expect(told.status == 0)
    for word in ["small@2026.1.0+sha256:", "1 rule, compiled", "engine", "unicode"] {
      #expect(told.output.contains(word), "\(word)")
    }
  }

  @Test("a damaged file is refused with its place and what to do")
  func refusesDamage() throws {
    #expect(try program.run("pack", "build", pack, "-o", file).status == 0)
    var bytes = try Data(contentsOf: URL(fileURLWithPath: file))
    bytes[bytes.count / 2] ^= 1
    try bytes.write(to: URL(fileURLWithPath: file))
    for arguments in [["check", "--packs", file], ["pack", "info", file]] {
      let result = try program.run(arguments, input: "洋葱能治感冒")
      #expect(result.status == 2)
      #expect(result.errors.contains("damaged at byte"))
      #expect(result.errors.contains("trustscreen pack build"))
    }
  }

  @Test("a pack with a mistake is not compiled")
  func refusesMistakes() throws {
    let broken = try program.file(
      "broken.yaml",
      smallPack.replacingOccurrences(of: "unless: negated", with: "unless: negatde")
    )
    let result = try program.run("pack", "build", broken, "-o", file)
    #expect(result.status == 2 && result.errors.contains("did you mean “negated”?"))
    #expect(!FileManager.default.fileExists(atPath: file))
  }

  @Test("compiled packs are no sources to be checked")
  func isNoSource() throws {
    #expect(try program.run("pack", "build", pack, "-o", file).status == 0)
    #expect(try program.run("rules", "test", file).status == 2)
  }
}
