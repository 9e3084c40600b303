import Foundation
import Testing

@Suite("trustscreen lsp") struct EditorTests {
  let program: Program
  let pack: String

  init() throws {
    program = try Program()
    pack = try program.file("small.yaml", smallPack)
  }

  @Test("a session over standard input and output finds, and ends with 0")
  func speaks() throws {
    let session = [
      #"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"capabilities":{}}}"#,
      #"{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":"#
        + #"{"uri":"file:///a","languageId":"plaintext","version":1,"text":"😷洋葱能治感冒"}}}"#,
      #"{"jsonrpc":"2.0","id":2,"method":"shutdown"}"#,
      #"{"jsonrpc":"2.0","method":"exit"}"#,
    ]
    let result = try program.run("lsp", "--packs", pack, input: session.map(Self.frame).joined())
    #expect(result.status == 0)
    #expect(result.errors.isEmpty)
    #expect(result.output.hasPrefix("Content-Length: "))
    #expect(result.output.contains(#""start":{"line":0,"character":2}"#))
    #expect(result.output.contains(#""code":"small/remedy.onion""#))
  }

  @Test("an editor that goes without a word ends it with 1")
  func ends() throws {
    let result = try program.run("lsp", "--packs", pack, input: "")
    #expect(result.status == 1)
  }

  private static func frame(_ body: String) -> String {
    "Content-Length: \(body.utf8.count)\r\n\r\n\(body)"
  }
}

@Suite("trustscreen check --watch") struct WatchTests {
  let program: Program
  let pack: String

  init() throws {
    program = try Program()
    pack = try program.file("small.yaml", smallPack)
  }

  @Test(
    "a draft is checked again when it changes, goes and comes back",
    .timeLimit(.minutes(2))
  )
  func checksAgain() throws {
    let draft = try program.file("draft.txt", "洋葱炒蛋")
    let process = Process()
    process.executableURL = try Program.executable()
    process.arguments = ["check", draft, "--watch", "--packs", pack, "--format", "jsonl"]
    let (sink, errors) = (Pipe(), Pipe())
    process.standardOutput = sink
    process.standardError = errors
    try process.run()
    defer {
      // A signal that this process ignores, as servers under test do with SIGTERM, is ignored by its
      // children too; this one cannot be.
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
    }
    #expect(Self.line(of: sink).contains(#""findings":[]"#))
    _ = try program.file("draft.txt", "洋葱能治感冒")
    #expect(Self.line(of: sink).contains("small/remedy.onion"))
    try FileManager.default.removeItem(atPath: draft)
    while !Self.chunk(of: errors).contains("cannot be read") {}
    _ = try program.file("draft.txt", "洋葱不能治感冒")
    #expect(Self.line(of: sink).contains(#""by":"negated""#))
  }

  @Test("standard input cannot be watched")
  func refusesInput() throws {
    let result = try program.run("check", "--watch", input: "洋葱")
    #expect(result.status == 2)
    #expect(result.errors.contains("--watch needs files"))
  }

  /// What stands in a pipe up to the end of a line; waits for it.
  private static func line(of pipe: Pipe) -> String {
    var text = ""
    while !text.hasSuffix("\n") {
      let more = chunk(of: pipe)
      guard !more.isEmpty else { break }
      text += more
    }
    return text
  }

  private static func chunk(of pipe: Pipe) -> String {
    String(decoding: pipe.fileHandleForReading.availableData, as: UTF8.self)
  }
}
