public import TrustEngine
internal import TrustReport
internal import TrustRules
internal import TrustText

extension Calibration {
  /// The calibration as JSON, as `Calibration.file(_:)` reads it, with a line break at the end.
  ///
  /// The same calibration always gives the same bytes.
  public func json() -> String {
    let document: JSON = [
      "schema": .string(CalibrationReader.schema),
      "data": [
        "name": .string(data.name),
        "digest": .string(data.digest),
        "posts": .integer(data.posts),
        "date": data.date.map(JSON.string),
        "guideline": data.guideline.map(JSON.string),
        "agreement": data.agreement.map(JSON.string),
      ],
      "packs": .strings(packs),
      "rules": .object(
        rules.sorted { $0.key < $1.key }.map { rule, evidence in
          JSON.Member(
            name: rule.description,
            value: ["hits": .integer(evidence.hits), "right": .integer(evidence.right)]
          )
        }
      ),
      "scales": .list(scales) { $0.jsonValue },
    ]
    return document.text(.pretty) + "\n"
  }

  /// The same with the digest of its JSON, which it is known by.
  var sealed: Calibration {
    var sealed = self
    sealed.digest = SHA256.hex(Array(json().utf8))
    return sealed
  }
}

extension Calibration.Scale {
  fileprivate var jsonValue: JSON {
    [
      "category": .string(category.name),
      "language": .string(language.rawValue),
      "posts": .integer(posts),
      "violating": .integer(violating),
      "silent": .integer(silent),
      "missed": .integer(missed),
      "curve": curve.jsonValue,
      "before": before?.jsonValue,
      "after": after?.jsonValue,
    ]
  }
}

extension Calibration.Scale.HeldOut {
  fileprivate var jsonValue: JSON {
    ["brier": .number(brier), "calibrationError": .number(calibrationError)]
  }
}

extension Calibration.Curve? {
  fileprivate var jsonValue: JSON {
    switch self {
    case nil: ["method": "none"]
    case .platt(let a, let b): ["method": "platt", "a": .number(a), "b": .number(b)]
    case .isotonic(let knots):
      [
        "method": "isotonic",
        "knots": .list(knots) { [.number($0.score), .number($0.probability)] },
      ]
    }
  }
}
