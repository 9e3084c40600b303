internal import TrustEngine
internal import TrustRules

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
    let guidance = (known.rule?.guidance ?? known.example.guidance.map(\.id))
      .filter { index.citationIndex[$0] != nil }
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
      "helpUri": known.example.guidance.lazy.compactMap(\.webAddress).first.map(JSON.string),
      "defaultConfiguration": [
        "level": .string(known.example.severity.sarifLevel),
        "rank": known.rule.map { .number($0.confidence * 100) },
      ],
      "relationships": guidance.isEmpty
        ? nil
        : .list(guidance) { id in ["target": taxon(id, index), "kinds": ["relevant"]] },
      "properties": [
        "category": .string(known.example.category.name),
        "kind": .string(known.example.kind),
        "status": .string(known.example.status.rawValue),
        "tags": .strings(tags),
      ],
    ]
  }

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
          "helpUri": citation.webAddress.map(JSON.string),
        ]
      },
    ]
  }

  func taxon(_ id: String, _ index: SARIFIndex) -> JSON {
    [
      "id": .string(id),
      "index": index.citationIndex[id].map(JSON.integer),
      "toolComponent": ["name": "guidance", "index": 0],
    ]
  }
}
