internal import TrustEvaluation
internal import TrustReport
internal import TrustRules

/// What was found: over time, by category and by rule.
struct FindingSections {
  let facts: ArchiveFacts

  var all: [PageSection] { [time, categories, rules] }

  private var time: PageSection {
    let chart = TimeChart(counts: facts.times).svg
    let undated =
      facts.undated > 0
      ? "<p class=\"note\">\(HTMLText.both(ArchiveWording.undated(facts.undated)))</p>" : ""
    let picture = chart.isEmpty ? "" : "<div class=\"panel\">\(chart)\(legend)</div>"
    let nothing = "<p class=\"note\">\(HTMLText.both(ArchiveWording.nothing))</p>"
    let content = picture + undated
    return PageSection(
      id: "time",
      title: ArchiveWording.timeHeading,
      content: content.isEmpty ? nothing : content
    )
  }

  private var legend: String {
    let categories = Set(facts.times.map { Category(name: $0.category) }).sorted()
    let items = categories.map { category in
      """
      <li><svg viewBox="0 0 16 12" aria-hidden="true"><rect class="bar \(category.cssClass)" \
      fill="url(#\(BarPattern.id(category)))" width="16" height="12"/></svg>\
      \(HTMLText.both(Wording.category(category)))</li>
      """
    }
    return "<ul class=\"legend\" role=\"list\">\(items.joined())</ul>"
  }

  private var categories: PageSection {
    let bars = facts.categories.map { count in
      let category = Category(name: count.name)
      return BarList.Bar(name: Wording.category(category), count: count.count, category: category)
    }
    let list = BarList(id: "category", title: ArchiveWording.categoryHeading, bars: bars)
    // The picture over time has the fills; without it they are put here.
    let fills =
      facts.times.isEmpty
      ? "<svg width=\"0\" height=\"0\" aria-hidden=\"true\">\(BarPattern.definitions)</svg>" : ""
    return PageSection(
      id: "categories",
      title: ArchiveWording.categoryHeading,
      content: "<div class=\"panel\">\(fills)\(list.svg)</div>"
    )
  }

  private var rules: PageSection {
    var table = PageTable([
      (ArchiveWording.rule, .words), (ArchiveWording.findings, .number),
      (ArchiveWording.posts, .number), (ArchiveWording.examples, .words),
    ])
    for rule in facts.rules {
      let category = Category(name: rule.category)
      let examples = rule.examples.map { "<q>\(HTMLText.escaped($0.name))</q> ×\($0.count)" }
      table.add([
        """
        <span class="dot-name \(category.cssClass)">\(HTMLText.escaped(rule.rule))</span>
        """,
        PageCount.text(rule.findings), PageCount.text(rule.posts),
        "<span class=\"quote\">\(examples.joined(separator: " · "))</span>",
      ])
    }
    return PageSection(id: "rules", title: ArchiveWording.ruleHeading, content: table.html)
  }
}
