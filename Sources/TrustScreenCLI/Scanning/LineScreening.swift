internal import TrustEngine
internal import TrustLines
internal import TrustReport

/// Screens a block of JSON lines at a time: bytes in, the bytes of reports out.
///
/// It keeps nothing from block to block but memory, so that blocks may be screened by several of
/// these at once, if what they made is put in order afterwards.
struct LineScreening: ~Copyable {
  /// A line that is no post.
  struct Failure {
    /// Its number in the block, from 1.
    var line: Int
    var reason: String
  }

  /// The reports of the last block, one a line.
  private(set) var output: [UInt8] = []
  /// The lines of the last block that are no posts, in order.
  private(set) var failures: [Failure] = []
  /// What became of the posts of the last block.
  private(set) var totals = ScanTotals()
  /// How many lines the last block has.
  var lineCount: Int { reader.number }

  private let screener: Screener
  private let options: ScanOptions
  private let lines: ReportLines
  private var reader: LineReader
  /// The text fields, each with the place of its value in the reader; a field may be named twice.
  private let textFields: [(name: String, slot: Int)]
  private let idSlot: Int
  private var scratch = Screener.Scratch()

  init(_ screener: Screener, _ options: ScanOptions) {
    self.screener = screener
    self.options = options
    lines = ReportLines(screener, includesText: options.includesText)
    var names: [String] = []
    func slot(_ name: String) -> Int {
      if let known = names.firstIndex(of: name) { return known }
      names.append(name)
      return names.count - 1
    }
    textFields = options.textFields.map { (name: $0, slot: slot($0)) }
    idSlot = slot(options.idField)
    reader = LineReader(fields: names)
  }

  /// Screens the lines of a block.
  ///
  /// - Complexity: Linear; a post in which nothing is found costs no memory of its own.
  mutating func screen(_ block: borrowing Span<UInt8>) {
    output.removeAll(keepingCapacity: true)
    failures.removeAll(keepingCapacity: true)
    totals = ScanTotals()
    reader.start(block)
    while let line = reader.next(in: block) {
      switch line {
      case .blank: continue
      case .object: screenPost(block)
      case .otherJSON: fail("the line is JSON but no object")
      case .malformed: fail("the line is not JSON")
      }
      totals.seen += 1
    }
  }

  private mutating func fail(_ reason: String) {
    totals.failed += 1
    failures.append(Failure(line: reader.number, reason: reason))
  }

  private mutating func screenPost(_ block: borrowing Span<UInt8>) {
    var draft = ReportDraft(screener)
    var hasText = false
    for (name, slot) in textFields {
      switch reader.values[slot] {
      case .missing: continue
      case .text(let range):
        let text = block.extracting(range)
        screener.screen(text, field: name, into: &draft, using: &scratch)
      case .decoded(let range):
        let decoded = reader.decoded
        let text = decoded.span.extracting(range)
        screener.screen(text, field: name, into: &draft, using: &scratch)
      case .number, .other: return fail("“\(name)” is not text")
      }
      hasText = true
    }
    guard hasText else { return fail(noText) }
    guard draft.isBlank else { return write(draft.finish(id: id(block), by: screener)) }
    if !options.findingsOnly { writeBlank(block, draft.postLanguage) }
  }

  private var noText: String {
    let names = options.textFields.map { "“\($0)”" }.joined(separator: " or ")
    return "there is no \(names); name the field with --text-field"
  }

  private mutating func write(_ report: Report) {
    if report.isFlagged() { totals.flagged += 1 }
    if report.completeness != .complete { totals.partial += 1 }
    guard !options.findingsOnly || !report.isClean else { return }
    lines.append(report, to: &output)
  }

  private mutating func writeBlank(_ block: borrowing Span<UInt8>, _ language: PostLanguage?) {
    switch reader.values[idSlot] {
    case .text(let range), .number(let range):
      lines.appendBlank(id: block.extracting(range), in: language, to: &output)
    case .decoded(let range):
      let decoded = reader.decoded
      lines.appendBlank(id: decoded.span.extracting(range), in: language, to: &output)
    case .missing, .other: lines.appendBlank(in: language, to: &output)
    }
  }

  /// An id is text, or a number as it is written.
  private func id(_ block: borrowing Span<UInt8>) -> String? {
    switch reader.values[idSlot] {
    case .text(let range), .number(let range): Self.string(block.extracting(range))
    case .decoded(let range): String(decoding: reader.decoded[range], as: UTF8.self)
    case .missing, .other: nil
    }
  }

  private static func string(_ bytes: Span<UInt8>) -> String {
    // SAFETY: the pointer is not kept.
    unsafe bytes.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
  }
}
