internal import TrustEngine
internal import TrustReport
internal import TrustRules

extension EvaluationDocument {
  /// The name and version of the JSON form.
  public static var jsonSchemaName: String { "trustscreen.evaluation/1" }

  /// The document as JSON, `trustscreen.evaluation/1`, without a line break at the end.
  ///
  /// The same document always gives the same bytes.
  ///
  /// - Parameters:
  ///   - pretty: Whether to break lines.
  ///   - cases: How many misses, false alarms and alarms of each quiet set to list at most.
  ///   - includesText: Whether to quote posts; without, the document can be kept where speech must
  ///     not be.
  /// - Returns: One JSON object with its keys in fixed order and numbers of at most four decimals.
  public func json(pretty: Bool = true, cases: Int = .max, includesText: Bool = true) -> String {
    let form = CaseForm(limit: cases, includesText: includesText)
    let identity = evaluation?.identity ?? quiet.lazy.compactMap(\.identity).first
    let document: JSON = [
      "schema": .string(Self.jsonSchemaName),
      "identity": identity.map(Self.json) ?? .null,
      "labelled": evaluation?.jsonValue(form) ?? .null,
      "quiet": .list(quiet) { $0.jsonValue(form) },
      "unread": .list(unread) {
        [
          "file": .string($0.file), "line": .integer($0.line),
          "reason": includesText ? .string($0.reason) : nil,
        ]
      },
    ]
    return document.text(pretty ? .pretty : .compact)
  }

  private static func json(_ identity: Identity) -> JSON {
    [
      "engine": .string(identity.engine),
      "packs": .strings(identity.packs),
      "unicode": .string(identity.unicode),
      "icu": .string(identity.icu),
      "calibration": .optional(identity.calibration),
    ]
  }
}

extension Evaluation {
  func jsonValue(_ form: CaseForm) -> JSON {
    [
      "threshold": .number(options.threshold),
      "resamples": .integer(options.resamples),
      // A seed may be larger than what readers of JSON can hold in a number.
      "seed": .string(String(options.seed)),
      "groups": .list(groups) { $0.jsonValue },
      "sources": .list(sources) { $0.jsonValue },
      "halves": .list(halves) { $0.jsonValue },
      "rules": .list(rules) { $0.jsonValue },
      "silentRules": .strings(silentRules.map(\.description)),
      "missedBecause": .list(missCounts) {
        ["reason": .string($0.reason.rawValue), "labels": .integer($0.labels)]
      },
      "withheld": [
        "misses": .integer(withheldMisses), "falseAlarms": .integer(withheldFalseAlarms),
      ],
      "misses": form.list(misses, threshold: options.threshold),
      "falseAlarms": form.list(falseAlarms, threshold: options.threshold),
    ]
  }
}

extension Evaluation.Group {
  fileprivate var jsonValue: JSON {
    [
      "language": .optional(scope.language),
      "source": .optional(scope.source),
      "half": .optional(scope.half?.rawValue),
      "posts": [
        "judged": .integer(judged),
        "flag": .integer(verdicts[.flag, default: 0]),
        "pass": .integer(verdicts[.pass, default: 0]),
        "uncheckable": .integer(verdicts[.uncheckable, default: 0]),
        "unlabelled": .integer(unlabelled),
        "partial": .integer(partial),
      ],
      "categories": .list(rows) {
        [
          "category": .optional($0.category?.name),
          "posts": $0.posts.jsonValue,
          "spans": $0.spans.jsonValue,
        ]
      },
      "stances": .list(stances) {
        [
          "stance": .optional($0.stance?.rawValue),
          "passes": .integer($0.passes),
          "flagged": .integer($0.flagged),
          "rate": .number($0.rate),
        ]
      },
      "kinds": .list(kinds) {
        [
          "category": .string($0.category.name),
          "kind": .string($0.kind),
          "labelled": .integer($0.labelled),
          "found": .integer($0.found),
          "recall": .number($0.recall),
        ]
      },
      "scores": .list(scores) { $0.jsonValue },
    ]
  }
}

extension Evaluation.RuleScore {
  fileprivate var jsonValue: JSON {
    [
      "rule": .string(rule.description),
      "status": .string(status.rawValue),
      "hits": .integer(hits),
      "right": .integer(right),
      "precision": precision?.jsonValue ?? .null,
      "hitsBelow": .integer(hitsBelow),
      "rightBelow": .integer(rightBelow),
      "unique": .integer(unique),
      "uniqueRight": .integer(uniqueRight),
      "unjudged": .integer(unjudged),
      "conflicts": .integer(conflicts),
      "overlaps": .list(overlaps) {
        [
          "rule": .string($0.rule.description), "posts": .integer($0.posts),
          "spans": .integer($0.spans), "conflicts": .integer($0.conflicts),
        ]
      },
    ]
  }
}

extension QuietSet {
  func jsonValue(_ form: CaseForm) -> JSON {
    [
      "name": .string(name),
      "threshold": .number(threshold),
      "posts": .integer(posts),
      "partial": .integer(partial),
      "flagged": .integer(flagged),
      "rate": rate?.jsonValue ?? .null,
      "perTenThousand": perTenThousand?.jsonValue ?? .null,
      "categories": .list(categories) {
        [
          "category": .string($0.category.name), "posts": .integer($0.posts),
          "perTenThousand": perTenThousand($0.posts)?.jsonValue ?? .null,
        ]
      },
      "rules": .list(rules) {
        [
          "rule": .string($0.rule.description), "status": .string($0.status.rawValue),
          "posts": .integer($0.posts), "hits": .integer($0.hits),
          "perTenThousand": perTenThousand($0.posts)?.jsonValue ?? .null,
        ]
      },
      "alarms": form.list(
        alarms.map { Evaluation.Case($0, threshold: threshold) },
        threshold: threshold
      ),
    ]
  }
}

extension Measure {
  fileprivate var jsonValue: JSON {
    [
      "predicted": .integer(counts.predicted),
      "right": .integer(counts.right),
      "labelled": .integer(counts.labelled),
      "found": .integer(counts.found),
      "truePositives": .integer(counts.truePositives),
      "falsePositives": .integer(counts.falsePositives),
      "falseNegatives": .integer(counts.falseNegatives),
      "precision": precision?.jsonValue ?? .null,
      "recall": recall?.jsonValue ?? .null,
      "f1": f1?.jsonValue ?? .null,
    ]
  }
}

extension Estimate {
  var jsonValue: JSON {
    [
      "value": .number(value),
      "interval": interval.map { [.number($0.lowerBound), .number($0.upperBound)] } ?? .null,
    ]
  }
}
