internal import TrustEngine
internal import TrustRules

/// What the results of a SARIF run point to by number: rules and citations, each once.
struct SARIFIndex {
  /// A rule that found something.
  struct KnownRule {
    var id: Rule.ID
    /// Its definition, if the caller gave it.
    var rule: Rule?
    /// One of its findings, which knows the rest.
    var example: Finding
  }

  /// The rules in the order of their ids.
  private(set) var rules: [KnownRule] = []
  private(set) var ruleIndex: [Rule.ID: Int] = [:]
  /// The citations in the order of their ids.
  private(set) var citations: [Citation] = []
  private(set) var citationIndex: [String: Int] = [:]

  init(_ documents: [ScreenedDocument], rules definitions: [Rule]) {
    let findings = documents.flatMap { document in
      document.report.findings + document.report.suppressed.map(\.finding)
    }
    let defined = Dictionary(definitions.map { ($0.id, $0) }) { first, _ in first }
    let examples = Dictionary(findings.map { ($0.rule, $0) }) { first, _ in first }
    rules = examples.sorted { $0.key < $1.key }.map { id, example in
      KnownRule(id: id, rule: defined[id], example: example)
    }
    ruleIndex = Dictionary(uniqueKeysWithValues: rules.enumerated().map { ($1.id, $0) })
    let cited = Dictionary(findings.flatMap(\.guidance).map { ($0.id, $0) }) { first, _ in first }
    citations = cited.sorted { $0.key < $1.key }.map(\.value)
    citationIndex = Dictionary(uniqueKeysWithValues: citations.enumerated().map { ($1.id, $0) })
  }

  /// A path as a URI reference: absolute paths as `file:` URIs, others relative.
  static func uri(_ path: String) -> String {
    let escaped = path.utf8.reduce(into: "") { text, byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
        text.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        text += digits.count == 1 ? "%0" + digits : "%" + digits
      }
    }
    return path.hasPrefix("/") ? "file://" + escaped : escaped
  }
}
