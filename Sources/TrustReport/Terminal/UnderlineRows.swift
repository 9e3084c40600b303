internal import TrustEngine
internal import TrustRules

/// A part of a line to be underlined.
struct UnderlinedRun {
  /// The bytes of the text.
  var bytes: Range<Int>
  /// The category that gives the underline its character and colour.
  var category: Category
}

/// Lays runs that overlap out on several rows, so that each can be seen whole.
struct UnderlineRows {
  /// The rows; the runs of one neither overlap nor, if they look alike, touch.
  private(set) var rows: [[UnderlinedRun]] = []

  /// Places each run on the first row that has room for it.
  init(_ runs: [UnderlinedRun]) {
    for run in runs {
      let free = rows.firstIndex { row in
        row.allSatisfy { other in
          let apart = !other.bytes.overlaps(run.bytes)
          let touching =
            other.bytes.upperBound == run.bytes.lowerBound
            || run.bytes.upperBound == other.bytes.lowerBound
          return apart && !(touching && other.category == run.category)
        }
      }
      if let free { rows[free].append(run) } else { rows.append([run]) }
    }
  }
}

extension Category {
  /// The character that underlines its findings.
  var underline: Character {
    switch self {
    case .falseRemedy: "^"
    case .stigmatisingLanguage: "~"
    case .unverifiedClaim: "="
    case .other: "-"
    }
  }
}
