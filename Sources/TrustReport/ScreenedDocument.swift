public import TrustEngine
internal import TrustRules

/// A text and what was found in it: what every format is made from.
///
/// The report must be of a post of one field, made from exactly this text; spans that point outside
/// the text or into the middle of a character are cut to it.
public struct ScreenedDocument: Sendable {
  /// What the reader knows the text by: a path as it was given, or such as `<stdin>`.
  public var path: String
  /// The text that was screened, in UTF-8; may be ill-formed, as it was read.
  public var utf8: [UInt8]
  /// What was found in it.
  public var report: Report
  /// By fingerprint, the other rules that found the same matter; filled by `forReaders`.
  var alsoFoundBy: [String: [Rule.ID]] = [:]

  /// Makes a document from a text and its report.
  public init(path: String, text: String, report: Report) {
    self.init(path: path, utf8: Array(text.utf8), report: report)
  }

  /// Makes a document from bytes as they were read, to which the report's spans point.
  public init(path: String, utf8: [UInt8], report: Report) {
    self.path = path
    self.utf8 = utf8
    self.report = report
  }

  /// The text, with U+FFFD for what is not UTF-8.
  public var text: String { String(decoding: utf8, as: UTF8.self) }

  /// The report's JSON form, known by the path if the post has no id.
  func reportJSON(includesText: Bool) -> JSON {
    var report = report
    report.id = report.id ?? path
    return report.jsonValue(includesText: includesText)
  }
}
