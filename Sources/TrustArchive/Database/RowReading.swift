internal import TrustLines

/// A line of JSON with its members as texts: what the rows of a run's work files are read as.
struct RowLine {
  private let names: [String: Int]
  fileprivate(set) var values: [String?]

  init(_ names: [String]) {
    self.names = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    values = names.map { _ in nil }
  }

  subscript(name: String) -> String? { names[name].flatMap { values[$0] } }
  subscript<M: RawRepresentable>(member: M) -> String? where M.RawValue == String {
    self[member.rawValue]
  }

  func integer<M: RawRepresentable>(_ member: M) -> Int where M.RawValue == String {
    self[member].flatMap { Int($0) } ?? 0
  }
}

/// Reads files of JSON lines, a block at a time.
struct RowReading {
  func posts(_ path: String, _ use: (RowLine) throws -> Void) throws {
    try lines(path, PostRow.Member.allCases.map(\.rawValue), use)
  }

  func findings(_ path: String, _ use: (FindingInsertion) throws -> Void) throws {
    try lines(path, FindingRow.Member.allCases.map(\.rawValue)) { line in
      try use(FindingInsertion(row: line))
    }
  }

  func clean(_ path: String, _ use: (RowLine) throws -> Void) throws {
    try lines(path, CleanRow.Member.allCases.map(\.rawValue), use)
  }

  func failures(_ path: String, _ use: (FailureInsertion) throws -> Void) throws {
    try lines(path, FailureInsertion.members) { try use(FailureInsertion(row: $0)) }
  }

  /// Hands over the lines of a file; each is an object.
  func lines(_ path: String, _ members: [String], _ use: (RowLine) throws -> Void) throws {
    var blocks = try BlockReader(path: path)
    var reader = LineReader(fields: members)
    var line = RowLine(members)
    while let block = try blocks.next() {
      let span = blocks.bytes.span.extracting(block)
      reader.start(span)
      while let content = reader.next(in: span) {
        guard content == .object else {
          throw ArchiveError(
            .damagedJournal,
            "“\(path)” has a line that no run wrote",
            hint: "somebody changed the folder; start again in an empty one"
          )
        }
        for (slot, value) in reader.values.enumerated() {
          line.values[slot] = Self.text(value, span, reader.decoded)
        }
        try use(line)
      }
    }
  }

  private static func text(
    _ value: FieldValue,
    _ block: Span<UInt8>,
    _ decoded: [UInt8]
  ) -> String? {
    switch value {
    case .missing, .other: return nil
    case .decoded(let range): return String(decoding: decoded[range], as: UTF8.self)
    case .text(let range), .number(let range):
      // SAFETY: the pointer is not kept.
      return unsafe block.extracting(range).withUnsafeBufferPointer {
        unsafe String(decoding: $0, as: UTF8.self)
      }
    }
  }
}
