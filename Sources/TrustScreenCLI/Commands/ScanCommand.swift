internal import ArgumentParser
internal import TrustLines

/// `scan`: many posts in, one report a line out.
struct ScanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scan",
    abstract: "Screens posts from JSON lines and writes one report a line.",
    discussion: """
      A line that is no JSON object, or has no text, is named on standard error with its reason; \
      the scan goes on, and the exit status is 3.

      EXAMPLES
        trustscreen scan posts.jsonl > reports.jsonl
        trustscreen scan --text-field body --id-field post_id --findings-only posts.jsonl
        trustscreen scan --summary posts.jsonl > /dev/null
      """
  )

  @Argument(help: "JSON lines, one post a line; - is standard input.", completion: .file())
  var file: String

  @Option(name: .long, help: "The fields that hold text, in reading order.")
  var textField: [String] = ["text"]

  @Option(name: .long, help: "The field that holds the post's id.")
  var idField: String = "id"

  @Flag(name: .long, help: "Write only reports with findings, or that are partial.")
  var findingsOnly = false

  @Flag(name: .long, help: "Print counts to standard error at the end.")
  var summary = false

  @Flag(name: .long, help: "Leave out every word of the posts: only places, rules and scores.")
  var noText = false

  @OptionGroup var packs: ScreenerOptions

  func run() throws {
    var blocks = try open()
    let options = ScanOptions(
      textFields: textField,
      idField: idField,
      findingsOnly: findingsOnly,
      includesText: !noText
    )
    var screening = BlockScreening(try packs.screener(), options)
    var totals = ScanTotals()
    var linesBefore = 0
    while let block = try next(&blocks) {
      screening.screen(blocks.bytes.span.extracting(block))
      for failure in screening.failures {
        Console.note("\(file):\(linesBefore + failure.line): \(failure.reason)")
      }
      try write(screening.output)
      totals += screening.totals
      linesBefore += screening.lineCount
    }
    if summary { Console.note(totals.text) }
    try ExitStatus.end(isIncomplete: totals.failed + totals.partial > 0, hasFindings: false)
  }

  private func open() throws -> BlockReader {
    if file == "-" { return .standardInput() }
    do throws(FileFailure) { return try BlockReader(path: file) } catch { throw unreadable }
  }

  private func next(_ blocks: inout BlockReader) throws -> Range<Int>? {
    do throws(FileFailure) { return try blocks.next() } catch { throw unreadable }
  }

  private var unreadable: ValidationError { ValidationError("“\(file)” cannot be read") }

  private func write(_ output: [UInt8]) throws {
    do throws(FileFailure) { try StandardOutput.write(output) } catch {
      throw ValidationError("standard output cannot be written to")
    }
  }
}
