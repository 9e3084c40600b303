internal import ArgumentParser
internal import TrustEngine
internal import TrustLines

/// `scan` without a folder: JSON lines in, reports to standard output.
struct LineScan {
  let file: String
  let screener: Screener
  let options: ScanOptions
  let printsSummary: Bool

  func run() throws {
    var blocks = try open()
    var screening = LineScreening(screener, options)
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
    if printsSummary { Console.note(totals.text) }
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
