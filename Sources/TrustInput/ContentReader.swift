/// Reads one content in parts of whole records.
struct ContentReader {
  /// What comes next.
  enum Step {
    case records(InputBatch)
    case failure(InputFailure)
  }

  private enum Ending {
    case open
    case ended
    /// Reading failed; what has come is good.
    case failed(InputFailure.Reason, String)
  }

  private let content: Content
  private let options: InputOptions
  private var stream: TextStream
  private var buffer = TextBuffer()
  private var ending = Ending.open
  private var format: InputFormat?
  private var finder: (any RecordFinder)?
  private var columns: TableColumns?
  private var needsHeader = false
  private var isClosed = false

  init(_ content: Content, _ options: InputOptions) {
    self.content = content
    self.options = options
    stream = TextStream(content.source, head: content.head, encoding: options.encoding)
  }

  /// Reads on.
  ///
  /// - Returns: What comes next; `nil` at the end. The number and the count of bytes of a batch are
  ///   for the caller to fill in.
  mutating func next(_ unpacking: inout Unpacking) -> Step? {
    var wanted = options.batchBytes
    while !isClosed {
      fill(to: wanted, &unpacking)
      guard var finder = openFinder() else { return close() }
      let found = finder.find(in: buffer.bytes.span, isEnd: isEnded)
      self.finder = finder
      if found.end > 0 {
        let batch = take(found)
        if let batch { return .records(batch) }
        continue
      }
      guard case .open = ending else { return close() }
      if buffer.bytes.count > options.limits.recordBytes, !finder.isSkipping {
        self.finder?.skip()
        return .failure(.oversize(place, limit: options.limits.recordBytes))
      }
      if finder.isSkipping { remove(buffer.bytes.count) }
      wanted = buffer.bytes.count + options.batchBytes
    }
    return nil
  }

  private var isEnded: Bool { if case .ended = ending { true } else { false } }

  /// The place of the first byte that is not dealt with.
  private var place: InputPlace {
    InputPlace(file: content.file, line: finder?.openLine ?? 1, offset: buffer.offset)
  }

  private mutating func fill(to wanted: Int, _ unpacking: inout Unpacking) {
    while case .open = ending, buffer.bytes.count < wanted {
      let before = content.source.consumed
      do throws(TextStream.Failure) {
        if try !stream.read(into: &buffer) { ending = .ended }
      } catch {
        ending = failed(error)
      }
      guard !content.containers.isEmpty else { continue }
      let passed = unpacking.count(
        content.source.consumed - before,
        ofMember: content.source.consumed,
        packed: content.packedBytes
      )
      if let passed {
        ending = .failed(.limitExceeded, passed + "; nothing more of the file is read")
      }
    }
  }

  private func failed(_ failure: TextStream.Failure) -> Ending {
    switch failure {
    case .source(.container): .failed(content.damage.reason, content.damage.detail)
    case .source(.system(let text)): .failed(.unreadable, "it cannot be read on: \(text)")
    case .unknownEncoding:
      .failed(
        .unknownEncoding,
        "the encoding cannot be told; name it with --encoding "
          + "(\(TextEncoding.allCases.map(\.rawValue).joined(separator: ", ")))"
      )
    case .noConverter(let encoding):
      .failed(.unsupported, "the ICU at hand cannot read \(encoding.rawValue)")
    case .binary: .failed(.unsupported, "it is no text, or in an encoding that is not read")
    }
  }

  /// The finder for the format, which is known once there is text.
  private mutating func openFinder() -> (any RecordFinder)? {
    if let finder { return finder }
    guard !buffer.bytes.isEmpty else { return nil }
    let format =
      options.format ?? content.namedFormat ?? InputFormat(guessedFrom: buffer.bytes.prefix(4096))
    self.format = format
    switch format {
    case .jsonl: finder = LineFinder()
    case .json: finder = ObjectFinder()
    case .csv, .tsv:
      let delimiter =
        format == .tsv ? UInt8(ascii: "\t") : TableRow.delimiter(guessedFrom: buffer.bytes)
      columns = TableColumns(delimiter: delimiter, names: [])
      needsHeader = true
      finder = RowFinder(delimiter: delimiter, limit: options.limits.recordBytes)
    case .text:
      switch options.plainText {
      case .line: finder = LineFinder()
      case .file: finder = DocumentFinder()
      case .paragraph: finder = ParagraphFinder()
      }
    case .markdown, .html, .srt, .vtt, .ass, .docx: finder = DocumentFinder()
    }
    return finder
  }

  /// Takes what was found out of the buffer; `nil` if there are no records in it.
  private mutating func take(_ found: FoundRecords) -> InputBatch? {
    var pieces = found.pieces
    if needsHeader, let first = pieces.first, first.fault == nil {
      let header = TableRow(buffer.bytes.span, in: first.range, columns: columns)
      columns?.names = header.texts
      needsHeader = false
      pieces.removeFirst()
    }
    let isByLine = finder is LineFinder
    guard let format, isByLine ? found.start < found.end : !pieces.isEmpty else {
      remove(found.end)
      return nil
    }
    remove(found.start)
    let end = found.end - found.start
    for index in pieces.indices {
      let range = pieces[index].range
      pieces[index].range = range.lowerBound - found.start..<range.upperBound - found.start
    }
    let batch = InputBatch(
      number: 0,
      file: content.file,
      format: format,
      line: found.line,
      offset: buffer.offset,
      bytes: Array(buffer.bytes[..<end]),
      widths: Array(buffer.widths.prefix(end)),
      pieces: pieces,
      columns: columns,
      sourceBytesRead: 0
    )
    remove(end)
    return batch
  }

  private mutating func remove(_ count: Int) {
    buffer.removeFirst(count)
    finder?.remove(count)
  }

  private mutating func close() -> Step? {
    isClosed = true
    guard case .failed(let reason, let detail) = ending else { return nil }
    return .failure(InputFailure(place: place, reason: reason, detail: detail))
  }
}

extension InputFailure {
  /// A record that is longer than allowed.
  static func oversize(_ place: InputPlace, limit: Int) -> InputFailure {
    InputFailure(
      place: place,
      reason: .oversize,
      detail: "the record that begins here is longer than \(limit) bytes"
    )
  }
}
