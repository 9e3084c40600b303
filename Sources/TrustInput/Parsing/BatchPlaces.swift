/// Tells where in their source the bytes of a batch stand, going forward only.
struct BatchPlaces {
  private let batch: InputBatch
  private var reached = 0
  private var offset: Int

  init(_ batch: InputBatch) {
    self.batch = batch
    offset = batch.offset
  }

  /// The place of a byte that is not before the last one asked for.
  ///
  /// - Complexity: Linear in the bytes between the two if the source is not UTF-8.
  mutating func place(of byte: Int, line: Int) -> InputPlace {
    if batch.widths.isEmpty {
      offset += byte - reached
    } else {
      for width in batch.widths[reached..<byte] { offset += Int(width & ~Decoder.illFormed) }
    }
    reached = byte
    return InputPlace(file: batch.file, line: line, offset: offset)
  }

  /// Whether the source has bytes in a range that are no characters.
  func isIllFormed(_ range: Range<Int>) -> Bool {
    !batch.widths.isEmpty && batch.widths[range].contains { $0 & Decoder.illFormed != 0 }
  }
}
