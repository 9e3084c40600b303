internal import TrustEngine
internal import TrustRules
internal import TrustText

/// SARIF 2.1.0: one run over all documents.
///
/// Columns and character offsets count Unicode scalars; every region bears its bytes too.
struct SARIFFormat {
  var options: ReportOptions
  /// The rules that were run; those that found something are described.
  var rules: [Rule]

  func render(_ documents: [ScreenedDocument]) -> String {
    let index = SARIFIndex(documents, rules: rules)
    let isComplete = documents.allSatisfy { $0.report.completeness == .complete }
    let run: JSON = [
      "tool": tool(index, identity: documents.first?.report.identity),
      "language": .string(Localized(zh: "zh-CN", en: "en-US")[options.language]),
      "columnKind": "unicodeCodePoints",
      "invocations": [
        [
          "executionSuccessful": .bool(isComplete),
          "toolExecutionNotifications": .array(
            documents.enumerated().flatMap { notifications(of: $0.element, at: $0.offset) }
          ),
        ]
      ],
      "artifacts": .list(documents) { artifact($0) },
      "results": .array(
        documents.enumerated().flatMap { results(of: $0.element, at: $0.offset, index) }
      ),
      "taxonomies": index.citations.isEmpty ? nil : [taxonomy(index)],
    ]
    let log: JSON = [
      "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
      "version": "2.1.0",
      "runs": [run],
    ]
    return log.text(.pretty) + "\n"
  }

  // MARK: - What was run

  private func tool(_ index: SARIFIndex, identity: Identity?) -> JSON {
    let engine = identity?.engine.split(separator: " ").map(String.init) ?? []
    let driver: JSON = [
      "name": "TrustScreen",
      "version": engine.count > 1 ? .string(engine[1]) : nil,
      "rules": .list(index.rules) { descriptor($0, index) },
      "properties": identity.map {
        [
          "unicode": .string($0.unicode), "icu": .string($0.icu),
          "calibration": .optional($0.calibration),
        ]
      },
    ]
    let packs = identity?.packs ?? []
    return [
      "driver": driver,
      "extensions": packs.isEmpty ? nil : .list(packs, Self.pack),
    ]
  }

  /// A pack from `id@version+sha256:digest`.
  private static func pack(_ name: String) -> JSON {
    let parts = name.split(separator: "@", maxSplits: 1).map(String.init)
    return [
      "name": .string(parts.first ?? name),
      "version": parts.count > 1 ? .string(parts[1]) : nil,
    ]
  }

  private func descriptor(_ known: SARIFIndex.KnownRule, _ index: SARIFIndex) -> JSON {
    let classification = Wording.classification(known.example)[options.language]
    let message = known.rule?.message[options.language]
    let guidance = known.rule?.guidance ?? known.example.guidance.map(\.id)
    let tags = [known.example.category.name, known.example.kind] + (known.rule?.tags ?? [])
    return [
      "id": .string(known.id.description),
      "deprecatedIds": known.rule.flatMap { rule in
        rule.renamedFrom.isEmpty
          ? nil : .list(rule.renamedFrom) { .string("\(rule.id.pack)/\($0)") }
      },
      "name": .string(known.id.name),
      "shortDescription": ["text": .string(classification)],
      "fullDescription": message.map { ["text": .string($0)] },
      "help": known.rule?.suggestion.map { ["text": .string($0[options.language])] },
      "helpUri": known.example.guidance.lazy.compactMap(\.url).first.map(JSON.string),
      "defaultConfiguration": [
        "level": .string(known.example.severity.sarifLevel),
        "rank": known.rule.map { .number($0.confidence * 100) },
      ],
      "relationships": .list(guidance.filter { index.citationIndex[$0] != nil }) { id in
        ["target": taxon(id, index), "kinds": ["relevant"]]
      },
      "properties": [
        "category": .string(known.example.category.name),
        "kind": .string(known.example.kind),
        "status": .string(known.example.status.rawValue),
        "tags": .strings(tags),
      ],
    ]
  }

  // MARK: - Where the rules come from

  private func taxonomy(_ index: SARIFIndex) -> JSON {
    [
      "name": "guidance",
      "shortDescription": [
        "text": .string(
          Localized(zh: "规则所依据的指引", en: "The guidance that rules rest on")[options.language]
        )
      ],
      "taxa": .list(index.citations) { citation in
        [
          "id": .string(citation.id),
          "shortDescription": ["text": .string(citation.title[options.language])],
          "helpUri": citation.url.map(JSON.string),
        ]
      },
    ]
  }

  private func taxon(_ id: String, _ index: SARIFIndex) -> JSON {
    [
      "id": .string(id),
      "index": index.citationIndex[id].map(JSON.integer),
      "toolComponent": ["name": "guidance", "index": 0],
    ]
  }

  // MARK: - What was found

  private func artifact(_ document: ScreenedDocument) -> JSON {
    [
      "location": ["uri": .string(SARIFIndex.uri(document.path))],
      "length": .integer(document.utf8.count),
      "roles": ["analysisTarget"],
      "mimeType": "text/plain",
      "encoding": "utf-8",
    ]
  }

  private func notifications(of document: ScreenedDocument, at position: Int) -> [JSON] {
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

  private func results(
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
    let taxa = finding.guidance.map(\.id).filter { index.citationIndex[$0] != nil }
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
