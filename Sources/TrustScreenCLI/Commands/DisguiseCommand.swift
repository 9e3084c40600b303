internal import ArgumentParser
internal import TrustDisguise

/// `disguise`: the words of a text as people write them who do not want them found.
struct DisguiseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "disguise",
    abstract: "Disguises words, to see what the rules still find.",
    discussion: """
      Without marks all words of the text are disguised, with <<…>> only those between the marks.

      EXAMPLES
        trustscreen disguise --list
        trustscreen disguise '喝<<漂白水>>能治新冠' --kind homophones
        trustscreen disguise - --kind leet < drafts.txt | trustscreen check -
      """
  )

  @Argument(help: "The text; - reads lines from standard input.")
  var text: String?

  @Option(name: .long, help: "How to disguise it; see --list.")
  var kind: DisguiseKind?

  @Option(name: .long, help: "The same seed makes the same copies.")
  var seed: UInt64 = 1

  @Flag(name: .long, help: "List the kinds with an example each.")
  var list = false

  func validate() throws {
    guard list || (text != nil && kind != nil) else {
      throw ValidationError("give a text and a --kind, or --list")
    }
  }

  func run() throws {
    if list {
      for kind in DisguiseKind.allCases {
        Console.write("\(kind.tier)  \(kind.rawValue): \(kind.example)\n")
      }
    }
    guard let text, let kind else { return }
    var disguiser = Disguiser(kind, seed: seed)
    guard text == "-" else {
      Console.write(copy(of: text, by: &disguiser) + "\n")
      return
    }
    let input = String(decoding: try InputFile.read("-").bytes, as: UTF8.self)
    for line in input.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      Console.write(copy(of: String(line), by: &disguiser) + "\n")
    }
  }

  private func copy(of text: String, by disguiser: inout Disguiser) -> String {
    let pieces = text.split(separator: "<<", omittingEmptySubsequences: false)
    guard pieces.count > 1 else { return disguiser.disguise(text) ?? text }
    var result = String(pieces[0])
    for piece in pieces.dropFirst() {
      let parts = piece.split(separator: ">>", maxSplits: 1, omittingEmptySubsequences: false)
      result += disguiser.disguise(String(parts[0])) ?? String(parts[0])
      if parts.count > 1 { result += parts[1] }
    }
    return result
  }
}
