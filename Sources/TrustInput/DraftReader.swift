/// Takes the text out of one document that is in memory: a draft that somebody is writing.
package struct DraftReader: Sendable {
  /// A draft's text, and what it was read as.
  package struct Draft: Sendable, Hashable {
    package var text: String
    package var format: InputFormat
  }

  /// Why there is no text.
  package enum Failure: Error, Hashable {
    /// The name promises none of the formats that drafts are read from.
    case notADraft
    /// It cannot be read; a sentence for a person says why.
    case unreadable(InputFailure)
  }

  /// The formats that a draft may have.
  package static let formats: [InputFormat] = [
    .text, .markdown, .html, .srt, .vtt, .ass, .docx,
  ]

  private let textBytes: Int

  /// Makes a reader of drafts with texts of at most so many bytes.
  package init(textBytes: Int) { self.textBytes = textBytes }

  /// Reads a document; the end of its name tells the format.
  ///
  /// - Throws: Why there is no text, or not all of it.
  /// - Complexity: Linear in the document and in what is unpacked of it, which is bounded.
  package func draft(in file: [UInt8], name: String) throws(Failure) -> Draft {
    guard let format = InputFormat(fileName: name), Self.formats.contains(format) else {
      throw .notADraft
    }
    let options = options(for: format)
    var reader = ArchiveReader(file, name: name, options: options)
    var parser = BatchParser(options)
    var posts: [InputPost] = []
    var failure: InputFailure?
    while failure == nil, let batch = reader.next() {
      parser.records(of: batch) { record in
        switch record {
        case .post(let post): posts.append(post)
        case .failure(let found): failure = failure ?? found
        }
      }
    }
    if failure == nil, posts.isEmpty {
      let place = InputPlace(file: name, line: 1, offset: 0)
      failure = InputFailure(place: place, reason: .noText, detail: "the file is empty")
    }
    if let failure { throw .unreadable(failure) }
    let texts = posts.flatMap(\.fields).map { String(decoding: $0.text, as: UTF8.self) }
    return Draft(text: texts.joined(separator: "\n\n"), format: format)
  }

  private func options(for format: InputFormat) -> InputOptions {
    var options = InputOptions(profile: Profile(name: "draft"), textFields: ["text"])
    options.plainText = .file
    options.limits.recordBytes = textBytes
    // The markup of a document is many times as long as its text.
    if format == .docx || format == .html { options.limits.recordBytes = 16 * textBytes }
    options.limits.memberBytes = options.limits.recordBytes
    options.limits.totalBytes = 2 * options.limits.recordBytes
    // Only a Word document is packed.
    options.limits.depth = format == .docx ? 1 : 0
    return options
  }
}
