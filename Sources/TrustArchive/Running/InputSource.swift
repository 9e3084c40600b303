package import TrustInput

/// An archive as `TrustInput` reads it.
package struct InputSource: RecordSource, ~Copyable {
  private var reader: ArchiveReader
  private let options: InputOptions

  /// Looks for the inputs.
  package init(_ inputs: [String], options: InputOptions) throws(InputError) {
    reader = try ArchiveReader(inputs, options: options)
    self.options = options
  }

  package mutating func next() -> InputBatch? { reader.next() }

  package var makeParser: @Sendable () -> sending InputParser {
    { [options] in InputParser(BatchParser(options)) }
  }
}

extension InputBatch: RecordBatch {
  package var byteCount: Int { bytes.count }

  package var digest: UInt64 {
    var digest = Digest.of(bytes, seed: Digest.of(Array(file.utf8)))
    for number in [line, offset, pieces.count] {
      digest = Digest.of(UInt64(truncatingIfNeeded: number), upon: digest)
    }
    for failure in failures {
      digest = Digest.of(Array(failure.reason.rawValue.utf8), seed: digest)
      digest = Digest.of(UInt64(truncatingIfNeeded: failure.place.offset), upon: digest)
    }
    return digest
  }
}

/// A parser of batches in a box, as a worker holds it.
package final class InputParser: RecordParser {
  private var parser: BatchParser

  init(_ parser: consuming sending BatchParser) { self.parser = parser }

  package func records(of batch: InputBatch, _ use: (InputRecord) -> Void) {
    parser.records(of: batch, use)
  }
}
