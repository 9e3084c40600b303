internal import ArgumentParser
internal import Foundation
internal import TrustEngine
internal import TrustReport
internal import TrustRules

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
    let handle = try open()
    let screener = try packs.screener()
    var scan = Scan(screener: screener, command: self)
    var lines = LineReader(handle)
    while let line = try lines.next() { scan.take(line, number: lines.number) }
    scan.finish()
    if summary { Console.note(scan.totals) }
    try ExitStatus.end(isIncomplete: scan.failed + scan.partial > 0, hasFindings: false)
  }

  private func open() throws -> FileHandle {
    if file == "-" { return .standardInput }
    guard let handle = FileHandle(forReadingAtPath: file) else {
      throw ValidationError("“\(file)” cannot be read")
    }
    return handle
  }
}

/// One scan under way.
private struct Scan: ~Copyable {
  let screener: Screener
  private var scratch = Screener.Scratch()
  let command: ScanCommand
  private(set) var seen = 0
  private(set) var flagged = 0
  private(set) var partial = 0
  private(set) var failed = 0
  private var pending = ""

  init(screener: Screener, command: ScanCommand) {
    self.screener = screener
    self.command = command
  }

  mutating func take(_ line: Data, number: Int) {
    guard line.contains(where: { !" \t\r".utf8.contains($0) }) else { return }
    seen += 1
    let post: Post
    do {
      post = try ScannedPost.post(
        in: line,
        textFields: command.textField,
        idField: command.idField
      )
    } catch {
      failed += 1
      Console.note("\(command.file):\(number): \(error.reason)")
      return
    }
    let report = screener.screen(post, using: &scratch)
    if report.isFlagged() { flagged += 1 }
    if report.completeness != .complete { partial += 1 }
    guard !command.findingsOnly || !report.isClean else { return }
    pending += report.json(pretty: false, includesText: !command.noText) + "\n"
    if pending.utf8.count > 1 << 16 { finish() }
  }

  mutating func finish() {
    Console.write(pending)
    pending = ""
  }

  var totals: String {
    "\(seen) posts seen: \(seen - partial - failed) screened whole, \(partial) in part, \(failed) not; "
      + "\(flagged) flagged"
  }
}
