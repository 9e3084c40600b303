internal import TrustEngine
internal import TrustRules

extension SARIFFormat {
  func artifact(_ document: ScreenedDocument) -> JSON {
    [
      "location": ["uri": .string(SARIFIndex.uri(document.path))],
      "length": .integer(document.utf8.count),
      "roles": ["analysisTarget"],
      "mimeType": "text/plain",
      "encoding": "utf-8",
    ]
  }

  func notifications(of document: ScreenedDocument, at position: Int) -> [JSON] {
    document.report.completeness.notices.map { notice in
      [
        "descriptor": ["id": .string(notice.code)],
        "level": "error",
        "message": ["text": .string(Wording.notice(notice)[options.language])],
        "locations": [
          ["physicalLocation": ["artifactLocation": location(document, position)]]
        ],
      ]
    }
  }

  func results(
    of document: ScreenedDocument,
    at position: Int,
    _ index: SARIFIndex
  ) -> [JSON] {
    let place = SARIFPlace(
      artifact: location(document, position),
      lines: TextLines(document.utf8)
    )
    let found = document.report.findings.map { finding in
      let score = document.report.categories[finding.category]?.calibrated ?? finding.confidence
      return result(finding, rank: score, place, index)
    }
    let explainedAway = document.report.suppressed.map { entry in
      let cue = options.includesText ? entry.cue.map { place.lines.words(of: $0) } : nil
      let reason = Wording.reason(entry, cue: cue)[options.language]
      return result(entry.finding, rank: entry.finding.confidence, place, index).followed(by: [
        "suppressions": [
          ["kind": "external", "status": "accepted", "justification": .string(reason)]
        ]
      ])
    }
    return found + explainedAway
  }

  private func result(
    _ finding: Finding,
    rank: Double,
    _ place: SARIFPlace,
    _ index: SARIFIndex
  ) -> JSON {
    let statement = Wording.statement(finding, includesText: options.includesText)
    let taxa = finding.guidance.map(\.id)
    return [
      "ruleId": .string(finding.rule.description),
      "ruleIndex": index.ruleIndex[finding.rule].map(JSON.integer),
      "level": .string(finding.severity.sarifLevel),
      "rank": .number(rank * 100),
      "message": ["text": .string(statement[options.language])],
      "locations": [place.location(finding.span)],
      "relatedLocations": finding.evidence.isEmpty
        ? nil : .array(finding.evidence.enumerated().map { place.location($1, id: $0 + 1) }),
      "partialFingerprints": ["trustscreen/v1": .string(finding.fingerprint)],
      "taxa": taxa.isEmpty ? nil : .list(taxa) { taxon($0, index) },
      "fixes": options.includesText
        ? finding.replacement.map { [fix(finding, $0, place)] } : nil,
      "properties": [
        "category": .string(finding.category.name),
        "kind": .string(finding.kind),
        "severity": .string(finding.severity.name),
        "status": .string(finding.status.rawValue),
        "confidence": .number(finding.confidence),
        "softenedBy": .strings(finding.softenedBy),
      ],
    ]
  }

  private func fix(_ finding: Finding, _ replacement: String, _ place: SARIFPlace) -> JSON {
    let range = place.lines.byteRange(of: finding.span)
    return [
      "description": [
        "text": .string(TextWording.replacement[options.language] + replacement)
      ],
      "artifactChanges": [
        [
          "artifactLocation": place.artifact,
          "replacements": [
            [
              "deletedRegion": place.region(range, finding.span),
              "insertedContent": ["text": .string(replacement)],
            ]
          ],
        ]
      ],
    ]
  }

  private func location(_ document: ScreenedDocument, _ position: Int) -> JSON {
    ["uri": .string(SARIFIndex.uri(document.path)), "index": .integer(position)]
  }
}

extension Severity {
  /// SARIF's level: what needs an editor's hand is an error, what misleads a warning.
  var sarifLevel: String {
    switch self {
    case .info, .low: "note"
    case .medium: "warning"
    case .high, .critical: "error"
    }
  }
}
