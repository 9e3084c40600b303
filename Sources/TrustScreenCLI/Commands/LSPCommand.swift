internal import ArgumentParser
internal import Foundation
internal import TrustLanguageServer

/// `lsp`: the language server for editors, over standard input and output.
struct LSPCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lsp",
    abstract: "Checks drafts in an editor, by the Language Server Protocol.",
    discussion: """
      The editor starts it and speaks with it over standard input and output. Findings are \
      diagnostics; better wordings are quick fixes. Positions in UTF-8, UTF-16 or UTF-32.

      EXAMPLES
        vim.lsp.start({ name = 'trustscreen', cmd = { 'trustscreen', 'lsp' } })   (Neovim)
      """
  )

  @OptionGroup var language: LanguageOption
  @OptionGroup var packs: ScreenerOptions

  func run() throws {
    var server = LanguageServer(
      try packs.screener(),
      language: language.lang?.rawValue,
      fallback: Console.language
    )
    while server.exitStatus == nil {
      let bytes = FileHandle.standardInput.availableData
      // The editor is gone without a word.
      guard !bytes.isEmpty else { break }
      for message in server.receive(bytes) { Console.write(ServerMessage.bytes(message)) }
    }
    throw ExitCode(server.exitStatus ?? 1)
  }
}
