public import TrustEngine
internal import TrustRules
internal import TrustText

extension Report {
  /// The name and version of the report's JSON form.
  public static var jsonSchemaName: String { "trustscreen.report/1" }

  /// The report as JSON, `trustscreen.report/1`.
  ///
  /// - Parameters:
  ///   - pretty: Whether to break lines; a compact report is one line of JSON Lines.
  ///   - includesText: Whether to include messages, suggestions and replacements, which quote
  ///     words of the post. Without them the report can be kept where speech must not be.
  /// - Returns: The JSON without a line break at its end; the same report always gives the same
  ///   bytes.
  public func json(pretty: Bool = true, includesText: Bool = true) -> String {
    jsonValue(includesText: includesText).text(pretty ? .pretty : .compact)
  }

  /// The report as a value, to be put into a larger document.
  package func jsonValue(includesText: Bool = true) -> JSON {
    [
      "schema": .string(Self.jsonSchemaName),
      "id": .optional(id),
      "findings": .list(findings) { $0.jsonValue(includesText: includesText) },
      "suppressed": .list(suppressed) { $0.jsonValue(includesText: includesText) },
      "categories": .object(
        categories.sorted { $0.key < $1.key }.map { category, score in
          JSON.Member(name: category.name, value: score.jsonValue)
        }
      ),
      "document": document,
      "completeness": completeness.jsonValue,
      "identity": identity.jsonValue,
    ]
  }

  private var document: JSON {
    guard let top, let score = categories[top] else { return .null }
    return [
      "category": .string(top.name),
      "score": .number(score.score),
      "calibrated": .optional(score.calibrated),
    ]
  }
}

extension Finding {
  /// The finding as a report has it.
  package func jsonValue(includesText: Bool) -> JSON {
    [
      "rule": .string(rule.description),
      "category": .string(category.name),
      "kind": .string(kind),
      "severity": .string(severity.name),
      "status": .string(status.rawValue),
      "confidence": .number(confidence),
      "field": .string(field),
      "span": span.jsonValue,
      "evidence": .list(evidence) { $0.jsonValue },
      "softenedBy": .strings(softenedBy),
      "message": includesText ? message.jsonValue : nil,
      "suggestion": includesText ? suggestion?.jsonValue : nil,
      "replacement": includesText ? replacement.map(JSON.string) : nil,
      "guidance": .list(guidance) { $0.jsonValue },
      "fingerprint": .string(fingerprint),
    ]
  }
}

extension Suppressed {
  func jsonValue(includesText: Bool) -> JSON {
    finding.jsonValue(includesText: includesText).followed(by: [
      "by": .string(by),
      "cue": cue?.jsonValue ?? JSON.null,
    ])
  }
}

extension Evidence {
  var jsonValue: JSON {
    [
      "role": .string(role.name),
      "lexicon": .optional(lexicon),
      "span": span.jsonValue,
      "folds": .strings(folds),
    ]
  }
}

extension Evidence.Role {
  /// The name in reports, such as `find` or `context:negated`.
  var name: String {
    switch self {
    case .find: "find"
    case .with: "with"
    case .context(let context): "context:\(context)"
    case .inside: "inside"
    case .near: "near"
    case .between: "between"
    }
  }
}

extension TextSpan {
  var jsonValue: JSON {
    func pair(_ range: Range<Int>) -> JSON {
      [.integer(range.lowerBound), .integer(range.upperBound)]
    }
    return ["utf8": pair(utf8), "utf16": pair(utf16), "scalars": pair(scalars)]
  }
}

extension Localized {
  var jsonValue: JSON { ["zh": .string(zh), "en": .string(en)] }
}

extension Citation {
  var jsonValue: JSON {
    [
      "id": .string(id),
      "title": title.jsonValue,
      "publisher": publisher.map(JSON.string),
      "date": date.map(JSON.string),
      "url": url.map(JSON.string),
      "status": status.map(JSON.string),
    ]
  }
}

extension CategoryScore {
  var jsonValue: JSON {
    [
      "score": .number(score),
      "calibrated": .optional(calibrated),
      "baseRate": .optional(baseRate),
      "severity": .optional(severity?.name),
      "findings": .list(findings, JSON.integer),
    ]
  }
}

extension Completeness {
  var jsonValue: JSON {
    [
      "status": self == .complete ? "complete" : "partial",
      "notices": .list(notices) { ["code": .string($0.code), "detail": .string($0.detail)] },
    ]
  }
}

extension Identity {
  /// What it says, as it stands in reports.
  package var jsonValue: JSON {
    [
      "engine": .string(engine),
      "packs": .strings(packs),
      "unicode": .string(unicode),
      "icu": .string(icu),
      "calibration": .optional(calibration),
    ]
  }
}
