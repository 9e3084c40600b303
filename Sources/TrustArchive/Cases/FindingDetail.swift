internal import Foundation
internal import TrustRules

/// A finding as a report has it, read back: what a person is told of it.
struct FindingDetail: Sendable, Decodable {
  /// A text in both languages.
  struct Text: Sendable, Decodable {
    var zh: String
    var en: String

    var localized: Localized { Localized(zh: zh, en: en) }
  }

  /// A source.
  struct Source: Sendable, Decodable {
    var id: String
    var title: Text
    var publisher: String?
    var date: String?
    var url: String?
  }

  var kind: String
  var severity: String
  var status: String
  var confidence: Double
  var message: Text?
  var suggestion: Text?
  var replacement: String?
  var guidance: [Source]
  var softenedBy: [String]
  var fingerprint: String
  /// The words it rests on; `nil` if words are left out.
  var evidenceWords: [String]?

  init(json: String) throws {
    self = try JSONDecoder().decode(FindingDetail.self, from: Data(json.utf8))
  }
}
