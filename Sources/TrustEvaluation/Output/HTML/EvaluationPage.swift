internal import TrustEngine
internal import TrustReport
internal import TrustRules

/// What stands on the page, from top to bottom.
struct EvaluationPage {
  let document: EvaluationDocument
  let cases: Int
  let includesText: Bool

  /// A part of the page: what leads to it, what it is called, and what it says.
  private struct Part {
    var id: String
    var title: Localized
    var html: String
  }

  var header: String {
    let links = parts.map { "<a href=\"#\($0.id)\">\(HTMLText.both($0.title))</a>" }
    return """
      <h1>\(HTMLText.both(EvaluationWording.title))</h1>
      <p class="facts">\(facts.map(HTMLText.both).joined(separator: " · "))</p>
      \(HeadlineTiles(document: document).html)
      <nav>\(links.joined(separator: "\n"))</nav>
      """
  }

  var main: String {
    parts.map { part in
      """
      <section id="\(part.id)">
      <h2>\(HTMLText.both(part.title))</h2>
      \(part.html)
      </section>
      """
    }.joined(separator: "\n")
  }

  private var facts: [Localized] {
    guard let evaluation = document.evaluation else { return [] }
    let all = evaluation.overall
    let (flag, pass) = (all.verdicts[.flag, default: 0], all.verdicts[.pass, default: 0])
    let left = all.verdicts[.uncheckable, default: 0] + all.unlabelled
    let threshold = Wording.percent(evaluation.options.threshold)
    let resamples = evaluation.options.resamples
    return [
      Localized(
        zh: "\(all.judged) 帖已判定（\(flag) 应标出，\(pass) 应放行），\(left) 帖不计",
        en: "\(all.judged) posts judged (\(flag) flag, \(pass) pass), \(left) left out"
      ),
      Localized(
        zh: "有可信度不低于 \(threshold) 的发现即为标出",
        en: "flagged by a finding of \(threshold) or more"
      ),
      Localized(
        zh: "小字为 95% 区间（重抽样 \(resamples) 次，种子 \(evaluation.options.seed)）",
        en:
          "small figures are 95% intervals (\(resamples) resamples, seed \(evaluation.options.seed))"
      ),
    ]
  }

  // MARK: - Parts

  private var parts: [Part] {
    let parts = document.evaluation.map { figures($0) } ?? []
    return parts + quiet + (document.evaluation.map { listed($0) } ?? []) + unread
  }

  private func figures(_ evaluation: Evaluation) -> [Part] {
    let section = GroupSection(evaluation: evaluation)
    let groups =
      evaluation.groups.count == 2 ? Array(evaluation.groups.dropFirst()) : evaluation.groups
    let curves = CurveSection(groups: groups, threshold: evaluation.options.threshold).html
    let note = "<p class=\"note\">\(HTMLText.both(EvaluationWording.reliabilityNote))</p>"
    let halves = "<p class=\"note\">\(HTMLText.both(EvaluationWording.halvesNote))</p>"
    return [
      Part(
        id: "figures",
        title: EvaluationWording.languagesHeading,
        html: section.languages + section.details
      ),
      evaluation.halves.isEmpty
        ? nil
        : Part(
          id: "halves",
          title: EvaluationWording.halvesHeading,
          html: halves + GroupSection.table(of: evaluation.halves)
        ),
      evaluation.sources.isEmpty
        ? nil
        : Part(
          id: "sources",
          title: EvaluationWording.sourcesHeading,
          html: GroupSection.table(of: evaluation.sources)
        ),
      Part(id: "curves", title: EvaluationWording.curvesHeading, html: curves),
      Part(
        id: "reliability",
        title: EvaluationWording.reliabilityHeading,
        html: note + ReliabilitySection(groups: groups).html
      ),
      Part(
        id: "rules",
        title: EvaluationWording.rulesHeading,
        html: RuleSection(evaluation: evaluation).html
      ),
    ].compactMap(\.self)
  }

  private var quiet: [Part] {
    guard !document.quiet.isEmpty else { return [] }
    let sets = document.quiet.map {
      QuietSection(set: $0, limit: cases, includesText: includesText).html
    }
    return [
      Part(id: "quiet", title: EvaluationWording.quietHeading, html: sets.joined(separator: "\n"))
    ]
  }

  private func listed(_ evaluation: Evaluation) -> [Part] {
    let list = CaseList(evaluation: evaluation, limit: cases, includesText: includesText)
    return [
      Part(
        id: "misses",
        title: EvaluationWording.missesHeading,
        html: list.html(evaluation.misses, withheld: evaluation.withheldMisses)
      ),
      Part(
        id: "false-alarms",
        title: EvaluationWording.alarmsHeading,
        html: list.html(evaluation.falseAlarms, withheld: evaluation.withheldFalseAlarms)
      ),
    ]
  }

  private var unread: [Part] {
    guard !document.unread.isEmpty else { return [] }
    let lines = document.unread.map { issue in
      // What is wrong with a line may quote it.
      let text = includesText ? issue.description : "\(issue.file):\(issue.line)"
      return "<li>\(HTMLText.escaped(text))</li>"
    }
    return [
      Part(
        id: "unread",
        title: EvaluationWording.unreadHeading,
        html: "<ul class=\"unread\">\(lines.joined(separator: "\n"))</ul>"
      )
    ]
  }
}
