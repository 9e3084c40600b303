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
        trustscreen check --watch draft.txt
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

  @Flag(name: .long, help: "Check again whenever a file changes, until interrupted.")
  var watch = false

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
    if watch, files.isEmpty || files.contains("-") {
      throw ValidationError("--watch needs files; standard input cannot be read again")
    }
    if noText, [.text, .html].contains(format) {
      throw ValidationError(
        "--no-text cannot be used with --format \(format.rawValue), which shows the draft"
      )
    }
  }

  func run() throws {
    guard !watch else { return try checkOnChange() }
    let inputs = try (files.isEmpty ? ["-"] : files).map { try InputFile.read($0) }
    let documents = check(inputs, with: try packs.screener())
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

  /// Screens drafts and prints what is found.
  private func check(_ inputs: [InputFile], with screener: Screener) -> [ScreenedDocument] {
    var scratch = Screener.Scratch()
    var documents: [ScreenedDocument] = []
    for input in inputs {
      let report = screener.screen(utf8: input.bytes.span, using: &scratch)
      documents.append(ScreenedDocument(path: input.name, utf8: input.bytes, report: report))
    }
    Console.write(format.render(documents, rules: screener.rules, options: reportOptions))
    return documents
  }

  /// Checks now and after each change, until the process is interrupted.
  private func checkOnChange() throws {
    let screener = try packs.screener()
    Console.note("Watching \(files.joined(separator: ", ")); Control-C ends it.")
    var watched = FileWatch(files)
    while true {
      Console.clear()
      watched.note()
      do {
        _ = check(try files.map { try InputFile.read($0) }, with: screener)
      } catch let error as ValidationError {
        // Between deleting and writing a file, there is none.
        Console.note(error.message)
      }
      watched.waitForChange()
    }
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
