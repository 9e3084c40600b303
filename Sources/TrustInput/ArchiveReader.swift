/// Reads archives: files, folders, patterns and standard input, and what is packed in them.
///
/// One pass, in a fixed order and in bounded memory; what cannot be read is reported where it
/// stands, and reading goes on behind it.
///
/// ```swift
/// var reader = try ArchiveReader(["posts.zip", "2020"], options: options)
/// var parser = BatchParser(options)
/// while let batch = reader.next() {
///   parser.records(of: batch) { record in … }
/// }
/// ```
package struct ArchiveReader: ~Copyable {
  private let options: InputOptions
  private var walk: ContentWalk
  private var content: ContentReader?
  private var unpacking: Unpacking
  /// The number of the input file that `unpacking` counts for.
  private var unpackedFile = 0
  private var batchCount = 0

  /// Looks for the inputs, so that a wrong name is noticed before work starts.
  ///
  /// - Parameters:
  ///   - inputs: Paths of files and folders, patterns of the shell, or `-` for standard input.
  ///   - options: How to read them.
  /// - Throws: If there is no such input.
  package init(_ inputs: [String], options: InputOptions) throws(InputError) {
    self.options = options
    walk = try ContentWalk(inputs, options)
    unpacking = Unpacking(options.limits)
  }

  /// Reads a file that is in memory; its name tells the format.
  package init(_ file: [UInt8], name: String, options: InputOptions) {
    self.options = options
    walk = ContentWalk(file, name: name, options)
    unpacking = Unpacking(options.limits)
  }

  /// Reads the next batch; `nil` at the end.
  ///
  /// - Complexity: Linear in the batch; memory for the batch and the longest record.
  package mutating func next() -> InputBatch? {
    while true {
      if let step = content?.next(&unpacking) {
        switch step {
        case .records(let batch): return numbered(batch)
        case .failure(let failure):
          // A limit is for all of the input file: what else is in it is not read.
          if failure.reason == .limitExceeded { walk.giveUpFile() }
          return batch(of: failure)
        }
      }
      content = nil
      switch walk.next() {
      case nil: return nil
      case .failure(let failure): return batch(of: failure)
      case .content(let next):
        if walk.fileCount != unpackedFile { unpacking = Unpacking(options.limits) }
        unpackedFile = walk.fileCount
        content = ContentReader(next, options)
      }
    }
  }

  private mutating func numbered(_ batch: InputBatch) -> InputBatch {
    var batch = batch
    batch.number = batchCount
    batch.sourceBytesRead = walk.bytesRead
    batchCount += 1
    return batch
  }

  private mutating func batch(of failure: InputFailure) -> InputBatch {
    numbered(
      InputBatch(
        number: 0,
        file: failure.place.file,
        format: .text,
        line: failure.place.line,
        offset: failure.place.offset,
        failures: [failure],
        sourceBytesRead: 0
      )
    )
  }
}
