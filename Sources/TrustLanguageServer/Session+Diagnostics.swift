internal import TrustEngine
internal import TrustReport
internal import TrustRules
internal import TrustText

extension Session {
  /// The notification that a draft has these diagnostics, and no others.
  func diagnostics(_ found: [JSON], uri: String, version: Int?) -> JSON {
    ServerMessage.notification(
      "textDocument/publishDiagnostics",
      ["uri": .string(uri), "version": version.map(JSON.integer), "diagnostics": .array(found)]
    )
  }

  /// What was found in a draft, each matter once; and what was not screened.
  func diagnostics(of report: Report, in document: TextDocument, uri: String) -> [JSON] {
    report.completeness.notices.map { diagnostic(of: $0, in: document) }
      + FindingCluster.clusters(of: report.findings).map {
        diagnostic(of: $0.lead, in: document, uri: uri)
      }
  }

  /// One finding.
  func diagnostic(of finding: Finding, in document: TextDocument, uri: String) -> JSON {
    let advice = finding.suggestion.map { "\n" + $0[language] } ?? ""
    let address = finding.guidance.lazy.compactMap(\.webAddress).first
    return [
      "range": range(ofBytes: finding.span.utf8, in: document),
      "severity": .integer(Self.severity(finding.severity)),
      "code": .string(finding.rule.description),
      "codeDescription": address.map { ["href": .string($0)] },
      "source": "trustscreen",
      "message": .string(finding.message[language] + advice),
      "relatedInformation": showsEvidence ? evidence(of: finding, in: document, uri: uri) : nil,
    ]
  }

  /// A notice stands at the head of the draft: what was not screened has no place of its own.
  private func diagnostic(of notice: Notice, in document: TextDocument) -> JSON {
    [
      "range": range(ofBytes: 0..<0, in: document),
      "severity": 2,
      "code": .string(notice.code),
      "source": "trustscreen",
      "message": .string(Wording.notice(notice)[language]),
    ]
  }

  private func evidence(of finding: Finding, in document: TextDocument, uri: String) -> JSON {
    .list(finding.evidence) { evidence in
      let words = document.utf8[evidence.span.utf8]
      let origin = evidence.lexicon.map { " (\($0))" } ?? ""
      return [
        "location": [
          "uri": .string(uri), "range": range(ofBytes: evidence.span.utf8, in: document),
        ],
        "message": .string("“\(String(decoding: words, as: UTF8.self))”\(origin)"),
      ]
    }
  }

  /// Error, warning or information, by the protocol's numbers.
  private static func severity(_ severity: Severity) -> Int {
    switch severity {
    case .critical, .high: 1
    case .medium: 2
    case .low, .info: 3
    }
  }
}
