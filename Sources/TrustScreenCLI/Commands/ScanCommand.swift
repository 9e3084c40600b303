internal import ArgumentParser

/// `scan`: many posts in, one report a line out, or a folder of results.
struct ScanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scan",
    abstract: "Screens many posts: JSON lines to reports, or archives to a folder of results.",
    discussion: """
      Without --out it reads one file of JSON lines and writes reports to standard output. A line that is \
      no JSON object, or has no text, is named on standard error with its reason; the scan goes on, and \
      the exit status is 3.

      With --out it reads files, folders and patterns, packed or not, and keeps all it finds in a folder: \
      reports.jsonl, findings.csv, findings.sarif, failures.jsonl, summary.json, archive.sqlite and \
      report.html. If it is stopped, by whatever, the same command with --resume goes on, and the results \
      are the same byte for byte.

      EXAMPLES
        trustscreen scan posts.jsonl > reports.jsonl
        trustscreen scan --text-field body --id-field post_id --findings-only posts.jsonl
        trustscreen scan exports/ 2020.zip --profile weibo --out results
        trustscreen scan exports/ 2020.zip --profile weibo --out results --resume
        trustscreen scan 2021.zip --out results-2021 --append all.sqlite --sample 200
      """
  )

  @Argument(
    help: "Files, folders or patterns; without --out one file of JSON lines. - is standard input.",
    completion: .file()
  )
  var inputs: [String]

  @Option(
    name: .long,
    help: "The fields that hold text, in reading order; by default those of the profile, or text."
  )
  var textField: [String] = []

  @Option(
    name: .long,
    help: "The field that holds the post's id; by default that of the profile, or id."
  )
  var idField: String?

  @Flag(
    name: .long,
    help: "Write only reports with findings, or that are partial; always so with --out."
  )
  var findingsOnly = false

  @Flag(name: .long, help: "Print counts to standard error at the end; always so with --out.")
  var summary = false

  @Flag(name: .long, help: "Leave out every word of the posts: only places, rules and scores.")
  var noText = false

  @OptionGroup(title: "Archives") var archive: ArchiveOptions
  @OptionGroup(title: "Reading archives") var reading: ReadingOptions
  @OptionGroup var language: LanguageOption
  @OptionGroup var packs: ScreenerOptions

  func validate() throws {
    guard archive.out != nil || inputs.count == 1 else {
      throw ValidationError("without --out there is one input; name a folder for results by --out")
    }
  }

  func run() async throws {
    guard let folder = archive.out else { return try scanLines() }
    let scan = ArchiveScan(
      inputs: inputs,
      folder: folder,
      reading: try reading.options(textFields: textField, idField: idField),
      readingSettings: reading.settings(textFields: textField, idField: idField),
      archive: archive,
      screener: try packs.screener(),
      disguises: packs.disguiseNames,
      includesText: !noText,
      language: language.code
    )
    try await scan.run()
  }

  private func scanLines() throws {
    let options = ScanOptions(
      textFields: textField.isEmpty ? ["text"] : textField,
      idField: idField ?? "id",
      findingsOnly: findingsOnly,
      includesText: !noText
    )
    let scan = LineScan(
      file: inputs[0],
      screener: try packs.screener(),
      options: options,
      printsSummary: summary
    )
    try scan.run()
  }
}
