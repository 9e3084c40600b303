internal import ArgumentParser
internal import TrustEngine
internal import TrustReport
internal import TrustRules

/// `check`: drafts in, findings out.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Checks drafts and shows what guidance warns about, why, and what to say instead.",
    discussion: """
      Each file is one draft, in UTF-8. Without files, or with -, the draft is read from standard \
      input.

      EXAMPLES
        trustscreen check draft.txt
        pbpaste | trustscreen check --lang zh
        trustscreen check --format html drafts/*.txt > report.html
        trustscreen check --format github --fail-on high posts/*.md
      """
  )

  enum When: String, CaseIterable, ExpressibleByArgument { case auto, always, never }

  @Argument(help: "Drafts to check; - is standard input.", completion: .file())
  var files: [String] = []

  @Option(name: .long, help: "How to print what is found.")
  var format: ReportFormat = .text

  @Option(name: .long, help: "The least severity that makes the exit status 1.")
  var failOn: SeverityName = .medium

  @Option(name: .long, help: "The least probability that counts as a finding, 0 to 1.")
  var atLeast: Double = 0.5

  @Flag(name: .long, help: "Exit with 0 where it would be 1.")
  var exitZero = false

  @Flag(name: .shortAndLong, help: "Also show what was not flagged, and what saved it.")
  var verbose = false

  @Flag(name: .long, help: "Leave out every word of the drafts: only places, rules and scores.")
  var noText = false

  @Option(name: .long, help: "When to use colours.")
  var color: When = .auto

  @OptionGroup var language: LanguageOption
  @OptionGroup var packs: ScreenerOptions

  func validate() throws {
    guard (0...1).contains(atLeast) else {
      throw ValidationError("--at-least is a probability from 0 to 1")
    }
    if noText, [.text, .html].contains(format) {
      throw ValidationError(
        "--no-text cannot be used with --format \(format.rawValue), which shows the draft"
      )
    }
  }

  func run() throws {
    let inputs = try (files.isEmpty ? ["-"] : files).map { try InputFile.read($0) }
    let screener = try packs.screener()
    var scratch = Screener.Scratch()
    var documents: [ScreenedDocument] = []
    for input in inputs {
      let report = screener.screen(utf8: input.bytes.span, using: &scratch)
      documents.append(ScreenedDocument(path: input.name, utf8: input.bytes, report: report))
    }
    Console.write(format.render(documents, rules: screener.rules, options: reportOptions))

    let failing = documents.contains { document in
      document.report.findings.contains {
        $0.severity >= failOn.severity && $0.isFlag(atLeast: atLeast)
      }
    }
    try ExitStatus.end(
      isIncomplete: documents.contains { $0.report.completeness != .complete },
      hasFindings: failing && !exitZero
    )
  }

  private var reportOptions: ReportOptions {
    var options = ReportOptions()
    options.language = language.code
    options.usesColor = color == .always || (color == .auto && Console.showsColor)
    options.isVerbose = verbose
    options.includesText = !noText
    if let columns = Console.columns { options.columns = columns }
    return options
  }
}
