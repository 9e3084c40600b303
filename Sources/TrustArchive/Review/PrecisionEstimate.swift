internal import TrustEvaluation
internal import TrustReport

/// What a person's verdicts on a sample say of all flagged posts.
package struct PrecisionEstimate {
  /// Posts that were rightly flagged.
  package private(set) var right = 0
  /// Posts that were not.
  package private(set) var wrong = 0
  /// Posts of which the person could not tell.
  package private(set) var unsure = 0
  /// Posts without a verdict.
  package private(set) var open = 0

  /// What a person may write.
  private enum Verdict: CaseIterable {
    case right, wrong, unsure

    init?(_ name: String) {
      guard let known = Self.allCases.first(where: { $0.names.contains(name) }) else { return nil }
      self = known
    }

    private var names: [String] {
      switch self {
      case .right: ["right", "yes", "y", "1", "true", "对", "是", "正确"]
      case .wrong: ["wrong", "no", "n", "0", "false", "错", "否", "错误"]
      case .unsure: ["unsure", "?", "？", "不确定"]
      }
    }
  }

  /// Reads a sample that a person has gone through.
  ///
  /// - Throws: an error with the line of a verdict that cannot be understood.
  package init(file: String) throws(ArchiveError) {
    let table = try CSVTable(try Files.bytes(of: file), file: file)
    guard let column = table.header.firstIndex(of: "verdict") else {
      throw ArchiveError(
        .badFile,
        "“\(file)” has no column “verdict”",
        hint: "fill in the sample.csv that scan --sample wrote"
      )
    }
    for row in table.rows {
      let fields = row.fields
      let verdict = column < fields.count ? fields[column].lowercased().trimmed : ""
      guard !verdict.isEmpty else {
        open += 1
        continue
      }
      switch Verdict(verdict) {
      case .right: right += 1
      case .wrong: wrong += 1
      case .unsure: unsure += 1
      case nil:
        throw ArchiveError(
          .badFile,
          "\(file):\(row.line): “\(TerminalSafe.text(verdict))” is no verdict",
          hint: "write right, wrong or unsure (对、错、不确定)"
        )
      }
    }
  }

  /// The share of rightly flagged posts with its 95 % interval; `nil` without verdicts.
  package var precision: WilsonInterval? {
    right + wrong > 0 ? WilsonInterval(right, of: right + wrong) : nil
  }

  /// The estimate in words.
  package var text: String {
    let counts = "\(right) right, \(wrong) wrong, \(unsure) unsure, \(open) without a verdict"
    guard let precision else { return "no verdicts yet: \(counts)\n" }
    func percent(_ share: Double) -> String { Estimate.fixed(share * 100, decimals: 1) + "%" }
    return """
      precision \(percent(precision.share)) (95% interval \(percent(precision.low))–\
      \(percent(precision.high)))
      \(counts); posts without a clear verdict are left out

      """
  }
}

extension String {
  /// Without white space at its ends.
  fileprivate var trimmed: String {
    String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}
