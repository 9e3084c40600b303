internal import TrustReport
internal import TrustRules

/// The tables of how right the predictions are.
struct GroupSection {
  let evaluation: Evaluation

  /// Languages by category, at both levels.
  var languages: String {
    // With one language its numbers are those of all.
    let groups =
      evaluation.groups.count == 2 ? evaluation.groups.dropFirst() : evaluation.groups[...]
    var table = PageTable(
      [
        (EvaluationWording.category, .words), (EvaluationWording.level, .words),
      ] + Self.measureColumns
    )
    for group in groups {
      table.addHeading(EvaluationWording.name(of: group.scope))
      for row in group.rows {
        let name = HTMLText.both(CategoryMark(category: row.category).name)
        table.add([name, HTMLText.both(EvaluationWording.posts)] + Self.cells(row.posts))
        table.add(["", HTMLText.both(EvaluationWording.spans)] + Self.cells(row.spans))
      }
    }
    return table.html
  }

  /// Groups side by side, in any category.
  static func table(of groups: [Evaluation.Group]) -> String {
    var table = PageTable(
      [(EvaluationWording.group, .words)] + measureColumns + [(EvaluationWording.posts, .number)]
    )
    for group in groups {
      guard let row = group.row() else { continue }
      let name = EvaluationWording.name(of: group.scope)
      table.add([name] + cells(row.posts) + [String(group.judged)])
    }
    return table.html
  }

  /// False alarms by stance, and recall by kind, over all posts.
  var details: String {
    """
    <div class="pair">
    <div><h3>\(HTMLText.both(EvaluationWording.kindsHeading))</h3>\(kinds)</div>
    <div><h3>\(HTMLText.both(EvaluationWording.stancesHeading))</h3>\(stances)
    <h3>\(HTMLText.both(EvaluationWording.reasonsHeading))</h3>\(reasons)</div>
    </div>
    """
  }

  private var stances: String {
    var table = PageTable([
      (EvaluationWording.stance, .words), (EvaluationWording.passes, .number),
      (EvaluationWording.flagged, .number), (EvaluationWording.rate, .estimate),
    ])
    for row in evaluation.overall.stances {
      let name = row.stance.map { EvaluationWording.stance($0) } ?? EvaluationWording.notStated
      table.add([
        HTMLText.both(name), String(row.passes), String(row.flagged),
        PageNumber.share(.share(row.flagged, of: row.passes)),
      ])
    }
    return table.html
  }

  private var kinds: String {
    var table = PageTable([
      (EvaluationWording.kind, .words), (EvaluationWording.labelled, .number),
      (EvaluationWording.found, .number), (EvaluationWording.recall, .estimate),
    ])
    for row in evaluation.overall.kinds {
      table.add([
        """
        <span class="dot-name \(row.category.cssClass)">\(HTMLText.both(Wording.kind(row.kind)))</span> \
        <small>\(HTMLText.both(Wording.category(row.category)))</small>
        """,
        String(row.labelled), String(row.found),
        PageNumber.share(.share(row.found, of: row.labelled)),
      ])
    }
    return table.html
  }

  private var reasons: String {
    var table = PageTable([(EvaluationWording.reason, .words), (EvaluationWording.labels, .number)])
    for count in evaluation.missCounts {
      table.add([HTMLText.both(EvaluationWording.reason(count.reason)), String(count.labels)])
    }
    return table.html
  }

  // MARK: - Measures

  private static let measureColumns: [(title: Localized, kind: PageTable.Kind)] = [
    (EvaluationWording.precision, .estimate), (EvaluationWording.recall, .estimate),
    (EvaluationWording.f1, .estimate), (EvaluationWording.labelled, .number),
    (EvaluationWording.found, .number), (EvaluationWording.flagged, .number),
    (EvaluationWording.right, .number),
  ]

  private static func cells(_ measure: Measure) -> [String] {
    let counts = measure.counts
    return [measure.precision, measure.recall, measure.f1].map(PageNumber.share)
      + [counts.labelled, counts.found, counts.predicted, counts.right].map(String.init)
  }
}
