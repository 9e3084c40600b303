internal import Foundation

/// Findings that somebody has looked at and accepts, by fingerprint: JSON lines such as
/// `{"fingerprint": "…", "reason": "a quotation", "by": "Li", "until": "2027-06-30"}`.
package struct Baseline: Sendable, Equatable {
  /// What is accepted, why, by whom and how long.
  package struct Entry: Sendable, Equatable, Codable {
    package var fingerprint: String
    package var reason: String
    package var by: String
    /// The last day on which it is accepted, as `2027-06-30`; `nil` for ever.
    package var until: String?
  }

  /// The entries in the order of their fingerprints.
  package private(set) var entries: [String: Entry] = [:]
  /// XXH64 of the file.
  package private(set) var digest: String?

  /// Accepts nothing.
  package init() {}

  /// Reads a baseline.
  ///
  /// - Throws: an error that names the line, and what it should be.
  package init(file: String) throws(ArchiveError) {
    let bytes = try Files.bytes(of: file)
    digest = String(Digest.of(bytes), radix: 16)
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where line.contains(where: { $0 > 0x20 }) {
      guard let entry = try? JSONDecoder().decode(Entry.self, from: Data(line)) else {
        throw Self.bad(
          file,
          index,
          "is not an entry",
          hint: #"write {"fingerprint": "…", "reason": "…", "by": "…", "until": "2027-06-30"}"#
        )
      }
      if entry.reason.isEmpty || entry.by.isEmpty {
        throw Self.bad(
          file,
          index,
          "does not say why or by whom",
          hint: "fill in “reason” and “by”"
        )
      }
      if let until = entry.until, !Day.isDay(until) {
        throw Self.bad(file, index, "has no day in “until”", hint: "write it as 2027-06-30")
      }
      guard entries.updateValue(entry, forKey: entry.fingerprint) == nil else {
        throw Self.bad(file, index, "repeats a fingerprint", hint: "remove one of the two")
      }
    }
  }

  private static func bad(
    _ file: String,
    _ index: Int,
    _ what: String,
    hint: String
  ) -> ArchiveError {
    ArchiveError(.badFile, "\(file):\(index + 1): the line \(what)", hint: hint)
  }

  /// Whether a finding is accepted on a day.
  package func accepts(_ fingerprint: String, on day: String) -> Bool {
    entries[fingerprint].map { !$0.hasExpired(on: day) } ?? false
  }
}

extension Baseline.Entry {
  /// Days in this form are in the order of their text.
  package func hasExpired(on day: String) -> Bool { until.map { $0 < day } ?? false }
}

/// Days as `2026-11-21`.
package enum Day {
  /// Whether a text is a day.
  package static func isDay(_ text: String) -> Bool {
    text.utf8.count == 10 && prefix(of: text) == text
  }

  /// The day that a time starts with; `nil` if it starts with none.
  package static func prefix(of time: String) -> String? {
    let digits = Array(time.utf8.prefix(10))
    guard digits.count == 10 else { return nil }
    for (index, byte) in digits.enumerated() {
      let isRight = [4, 7].contains(index) ? byte == 0x2D : (0x30...0x39).contains(byte)
      guard isRight else { return nil }
    }
    let (month, day) = (digits[5...6], digits[8...9])
    guard (1...12).contains(number(month)), (1...31).contains(number(day)) else { return nil }
    return String(decoding: digits, as: UTF8.self)
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int {
    digits.reduce(0) { 10 * $0 + Int($1) - 0x30 }
  }

  /// Today in UTC.
  package static var today: String {
    String(Date.now.formatted(.iso8601.year().month().day()).prefix(10))
  }
}
