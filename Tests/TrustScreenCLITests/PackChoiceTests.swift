import Foundation
import Testing

@Suite("Choosing packs") struct PackChoiceTests {
  let program: Program
  let folder: String

  /// A folder of two packs, of which `extra` is off by default.
  init() throws {
    program = try Program()
    let packs = program.folder.appendingPathComponent("packs")
    folder = packs.path
    let extra = smallPack.replacingOccurrences(of: "pack: small", with: "pack: extra\ndefault: off")
      .replacingOccurrences(of: "洋葱", with: "生姜")
    for (id, text) in [("small", smallPack), ("extra", extra)] {
      let pack = packs.appendingPathComponent(id)
      try FileManager.default.createDirectory(at: pack, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: pack.appendingPathComponent("pack.yaml"))
    }
  }

  private func rules(_ arguments: String...) throws -> [String] {
    try program.run(["rules", "list"] + arguments).output.split(separator: "\n")
      .filter { !$0.hasPrefix(" ") }.map { String($0.prefix { $0 != "/" }) }
  }

  @Test("a pack that is off by default is run only if it is named")
  func runsNamedPack() throws {
    #expect(try rules("--packs", folder) == ["small"])
    #expect(try rules("--packs", folder, "--with", "extra") == ["extra", "small"])
  }

  @Test("a pack is named by its own path, too")
  func runsPackByPath() throws {
    #expect(try rules("--packs", folder + "/extra") == ["extra"])
  }

  @Test("a name that is no pack is refused with the names there are")
  func refusesUnknownPack() throws {
    let result = try program.run("rules", "list", "--packs", folder, "--with", "extar")
    #expect(result.status != 0)
    #expect(result.errors.contains("there is no pack “extar” to add; did you mean “extra”?"))
  }
}
