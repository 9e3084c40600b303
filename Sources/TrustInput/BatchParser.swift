internal import TrustLines

/// Makes posts and failures of the records of batches.
///
/// What a batch gives depends on it and the options alone, so that several parsers may work side by
/// side; each is for one task.
package struct BatchParser: ~Copyable {
  private let options: InputOptions
  private let builder: PostBuilder
  private var objects: ObjectFields

  /// Makes a parser for batches that were read with the same options.
  package init(_ options: InputOptions) {
    self.options = options
    builder = PostBuilder(options.profile)
    objects = ObjectFields(paths: builder.paths.paths)
  }

  /// Makes records of a batch: those in it in their order, and then its failures.
  ///
  /// - Complexity: Linear in the batch.
  package mutating func records(of batch: InputBatch, _ body: (InputRecord) -> Void) {
    if !batch.bytes.isEmpty || !batch.pieces.isEmpty {
      switch batch.format {
      case .jsonl: readLines(batch, body)
      case .text where batch.pieces.isEmpty: readTextLines(batch, body)
      default: readPieces(batch, body)
      }
    }
    for failure in batch.failures { body(.failure(failure)) }
  }

  // MARK: - A record in each line

  private mutating func readLines(_ batch: InputBatch, _ body: (InputRecord) -> Void) {
    var places = BatchPlaces(batch)
    let block = batch.bytes.span
    objects.start(block)
    var lines = LineRanges()
    while let content = objects.next(in: block) {
      guard let range = lines.next(in: block) else { return }
      let place = places.place(of: range.lowerBound, line: batch.line + lines.number - 1)
      if content == .blank { continue }
      if let failure = fault(in: range, of: batch, places, at: place) {
        body(.failure(failure))
        continue
      }
      switch content {
      case .blank: continue
      case .object: body(builder.record(from: objects, at: place))
      case .otherJSON: body(.failure(.malformed(place, "the line is JSON but no object")))
      case .malformed: body(.failure(.malformed(place, malformedLine(block.extracting(range)))))
      }
    }
  }

  private func malformedLine(_ line: borrowing Span<UInt8>) -> String {
    WellFormed.isUTF8(line)
      ? "the line is not JSON" : "the line is not UTF-8; if all of the file is so, use --encoding"
  }

  private func readTextLines(_ batch: InputBatch, _ body: (InputRecord) -> Void) {
    var places = BatchPlaces(batch)
    let block = batch.bytes.span
    var lines = LineRanges()
    while let range = lines.next(in: block) {
      let place = places.place(of: range.lowerBound, line: batch.line + lines.number - 1)
      guard let words = Self.words(block, range) else { continue }
      if let failure = fault(in: range, of: batch, places, at: place) {
        body(.failure(failure))
      } else {
        body(post(text: Array(batch.bytes[words]), at: place))
      }
    }
  }

  /// A line without white space at its end; `nil` if it is blank.
  private static func words(_ block: borrowing Span<UInt8>, _ line: Range<Int>) -> Range<Int>? {
    var end = line.upperBound
    while end > line.lowerBound, block[end - 1] <= 0x20 { end -= 1 }
    return end > line.lowerBound ? line.lowerBound..<end : nil
  }

  // MARK: - Records of several lines

  private mutating func readPieces(_ batch: InputBatch, _ body: (InputRecord) -> Void) {
    var places = BatchPlaces(batch)
    let columns = columnsOfFields(batch)
    for piece in batch.pieces {
      let place = places.place(of: piece.range.lowerBound, line: piece.line)
      if let failure = fault(in: piece.range, of: batch, places, at: place, piece.fault) {
        body(.failure(failure))
        continue
      }
      switch batch.format {
      case .json: body(object(piece.range, of: batch, at: place))
      case .csv, .tsv: body(row(piece.range, of: batch, columns, at: place))
      case .text: body(post(text: Array(batch.bytes[piece.range]), at: place))
      case .jsonl, .markdown, .html, .srt, .vtt, .ass, .docx:
        body(document(piece.range, of: batch, at: place))
      }
    }
  }

  private mutating func object(
    _ range: Range<Int>,
    of batch: InputBatch,
    at place: InputPlace
  ) -> InputRecord {
    // The reader takes objects that stand in a line; no string holds a break, as the finder has seen.
    let line = batch.bytes[range].map { $0 == UInt8(ascii: "\n") ? UInt8(ascii: " ") : $0 }
    objects.start(line.span)
    switch objects.next(in: line.span) {
    case .object: return builder.record(from: objects, at: place)
    case .otherJSON: return .failure(.malformed(place, "the element is no object"))
    case .blank, .malformed, nil: return .failure(.malformed(place, "the object is not JSON"))
    }
  }

  /// For each field that is wanted, the column that has its name.
  private func columnsOfFields(_ batch: InputBatch) -> [Int?] {
    builder.paths.paths.map { path in batch.columns?.names.firstIndex(of: path) }
  }

  private func row(
    _ range: Range<Int>,
    of batch: InputBatch,
    _ columns: [Int?],
    at place: InputPlace
  ) -> InputRecord {
    let row = TableRow(batch.bytes.span, in: range, columns: batch.columns)
    let wanted = batch.columns?.names.count ?? 0
    guard row.values.count == wanted else {
      return .failure(
        .malformed(place, "the row has \(row.values.count) values, and the header \(wanted)")
      )
    }
    return builder.record(from: RowFields(row, columns: columns), at: place)
  }

  private func document(
    _ range: Range<Int>,
    of batch: InputBatch,
    at place: InputPlace
  ) -> InputRecord {
    let bytes = Array(batch.bytes[range])
    return DocumentPost(builder).record(of: bytes, batch.format, at: place)
  }

  private func post(text: [UInt8], at place: InputPlace) -> InputRecord {
    builder.record(from: PlainText(text: text, field: builder.paths.texts.first?.first), at: place)
  }

  // MARK: - Failures

  /// Why a record is not read, if there is a reason.
  private func fault(
    in range: Range<Int>,
    of batch: InputBatch,
    _ places: BatchPlaces,
    at place: InputPlace,
    _ fault: RecordPiece.Fault? = nil
  ) -> InputFailure? {
    if range.count > options.limits.recordBytes {
      return .oversize(place, limit: options.limits.recordBytes)
    }
    if let fault { return .malformed(place, fault.words) }
    if places.isIllFormed(range) {
      return .malformed(place, "there are bytes that are no character of the encoding")
    }
    // Lines of JSON are checked by their reader.
    guard batch.format != .jsonl, batch.widths.isEmpty,
      !WellFormed.isUTF8(batch.bytes.span.extracting(range))
    else { return nil }
    return .malformed(place, "there are bytes that are not UTF-8; see --encoding")
  }
}

/// Plain text as a post's first field.
private struct PlainText: FieldSource {
  var text: [UInt8]
  var field: Int?

  func has(_ fields: [Int]) -> Bool { field.map { fields.contains($0) } ?? false }

  func content(of field: Int) -> FieldContent? { field == self.field ? .text(text) : nil }
}

extension InputFailure {
  static func malformed(_ place: InputPlace, _ detail: String) -> InputFailure {
    InputFailure(place: place, reason: .malformed, detail: detail)
  }
}

extension RecordPiece.Fault {
  fileprivate var words: String {
    switch self {
    case .openQuote: "a quotation mark is not closed"
    case .unfinished: "what begins here has no end; the file may be cut off"
    case .brokenString: "a string is not closed in its line"
    case .noObject: "the element is no object"
    }
  }
}
