package import TrustEngine
package import TrustRules
internal import TrustText

/// SARIF 2.1.0 for archives, written piece by piece: a head, results, a tail.
///
/// All rules are described, so that results can point to them before all results are known. A result is
/// placed in the line where its post starts; where in the post it is, its properties say.
package struct SARIFResults: Sendable {
  /// Where a post stands.
  package struct Location {
    package var file: String
    /// The line it starts in, from 1.
    package var line: Int
    package var post: String?

    /// Names a place.
    package init(file: String, line: Int, post: String?) {
      self.file = file
      self.line = line
      self.post = post
    }
  }

  private let rules: [Rule]
  private let ruleIndex: [Rule.ID: Int]
  private let language: String
  private let includesText: Bool

  /// Makes a writer for the findings of some rules.
  package init(rules: [Rule], language: String, includesText: Bool) {
    self.rules = rules.sorted { $0.id < $1.id }
    ruleIndex = Dictionary(
      self.rules.enumerated().map { ($1.id, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    self.language = language
    self.includesText = includesText
  }

  /// Appends a result, with a comma and a line break behind it.
  package func append(
    _ finding: Finding,
    at place: Location,
    isAccepted: Bool,
    to text: inout [UInt8]
  ) {
    let statement = Wording.statement(finding, includesText: includesText)
    let result: JSON = [
      "ruleId": .string(finding.rule.description),
      "ruleIndex": ruleIndex[finding.rule].map(JSON.integer),
      "level": .string(finding.severity.sarifLevel),
      "rank": .number(finding.confidence * 100),
      "message": ["text": .string(statement[language])],
      "locations": [location(place)],
      "partialFingerprints": ["trustscreen/v1": .string(finding.fingerprint)],
      "suppressions": isAccepted ? [["kind": "external", "status": "accepted"]] : nil,
      "properties": [
        "category": .string(finding.category.name),
        "kind": .string(finding.kind),
        "severity": .string(finding.severity.name),
        "status": .string(finding.status.rawValue),
        "confidence": .number(finding.confidence),
        "field": .string(finding.field),
        "scalars": [
          .integer(finding.span.scalars.lowerBound), .integer(finding.span.scalars.upperBound),
        ],
      ],
    ]
    result.write(.compact, to: &text)
    text += ",\n".utf8
  }

  private func location(_ place: Location) -> JSON {
    [
      "physicalLocation": [
        "artifactLocation": ["uri": .string(SARIFIndex.uri(place.file))],
        "region": ["startLine": .integer(max(1, place.line))],
      ],
      "logicalLocations": place.post.map { [["name": .string($0), "kind": "post"]] },
    ]
  }

  /// What stands before the results.
  package func head(_ identity: Identity) -> [UInt8] {
    let version = identity.engine.split(separator: " ").last.map(String.init)
    let tool: JSON = [
      "driver": [
        "name": "TrustScreen",
        "version": version.map(JSON.string),
        "rules": .list(rules, descriptor),
        "properties": ["packs": .strings(identity.packs)],
      ]
    ]
    return Array(
      """
      {"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{
      "tool":\(tool.text(.compact)),
      "columnKind":"unicodeCodePoints",
      "results":[

      """.utf8
    )
  }

  /// What stands behind them; `isComplete` says whether all posts were screened whole.
  package static func tail(isComplete: Bool) -> [UInt8] {
    Array("\n],\"invocations\":[{\"executionSuccessful\":\(isComplete)}]}]}\n".utf8)
  }

  private func descriptor(_ rule: Rule) -> JSON {
    [
      "id": .string(rule.id.description),
      "name": .string(rule.id.name),
      "shortDescription": [
        "text": .string(
          "\(Wording.category(rule.category)[language]) · \(Wording.kind(rule.kind)[language])"
        )
      ],
      "fullDescription": ["text": .string(rule.message[language])],
      "help": rule.suggestion.map { ["text": .string($0[language])] },
      "defaultConfiguration": [
        "level": .string(rule.severity.sarifLevel), "rank": .number(rule.confidence * 100),
      ],
      "properties": ["tags": .strings([rule.category.name, rule.kind] + rule.tags)],
    ]
  }
}
