internal import TrustReport
internal import TrustRules

/// A case file as sections of labelled lines: what all its written forms say.
struct CaseOutline {
  /// A line with its label.
  struct Item {
    var label: Localized
    var value: Localized
    /// An address to follow.
    var url: String?
  }

  /// Lines under a heading.
  struct Section {
    var title: Localized
    var items: [Item] = []
    /// A text that stands for itself.
    var quotation: String?
  }

  let title: Localized
  let sections: [Section]

  init(_ file: CaseFile) {
    title = Localized(
      zh: "\(CaseWording.title.zh) #\(file.id)",
      en: "\(CaseWording.title.en) #\(file.id)"
    )
    var sections = [Self.post(file)]
    if let text = file.text { sections.append(Section(title: CaseWording.text, quotation: text)) }
    sections += file.findings.enumerated().map { Self.finding($1, number: $0 + 1) }
    if let history = file.history {
      let rows = file.earlier.map { earlier in
        Self.item(
          Self.same(earlier.time ?? "–"),
          "#\(earlier.id) \(earlier.post ?? "") \(earlier.rules)",
          url: earlier.url
        )
      }
      let first = Item(label: CaseWording.account, value: CaseWording.history(history))
      sections.append(Section(title: CaseWording.history, items: [first] + rows))
    }
    if let cluster = file.cluster {
      sections.append(
        Section(
          title: CaseWording.cluster,
          items: [Item(label: Self.same("#\(cluster.id)"), value: CaseWording.cluster(cluster))]
        )
      )
    }
    sections.append(
      Section(
        title: CaseWording.rules,
        items: [Self.item(CaseWording.rules, file.rules)]
      )
    )
    self.sections = sections
  }

  private static func post(_ file: CaseFile) -> Section {
    let verified = file.isVerified.map { $0 ? CaseWording.yes : CaseWording.no }
    let name = [file.accountName, file.account].compactMap(\.self).joined(separator: " · ")
    var items = [
      item(CaseWording.id, file.post),
      item(CaseWording.platform, file.platform),
      item(CaseWording.account, name.isEmpty ? nil : name),
      Item(label: CaseWording.verified, value: verified ?? CaseWording.unknown),
      Item(
        label: CaseWording.agency,
        value: file.agency.map(same) ?? CaseWording.undisclosed
      ),
      item(CaseWording.location, file.location),
      item(CaseWording.time, file.time),
      item(CaseWording.url, file.url, url: file.url),
      item(CaseWording.place, file.place),
      item(CaseWording.sightings, String(file.sightings)),
    ]
    if file.isPartial { items.append(Item(label: CaseWording.post, value: CaseWording.partial)) }
    return Section(title: CaseWording.post, items: items)
  }

  private static func finding(_ finding: CaseFile.Finding, number: Int) -> Section {
    let category = Wording.category(Category(name: finding.category))
    let kind = Wording.kind(finding.detail.kind)
    let detail = finding.detail
    var items: [Item] = []
    if let words = finding.words { items.append(item(CaseWording.words, words)) }
    if let message = detail.message {
      items.append(Item(label: CaseWording.why, value: message.localized))
    }
    if let evidence = detail.evidenceWords, !evidence.isEmpty {
      items.append(item(CaseWording.evidence, evidence.joined(separator: " / ")))
    }
    if let suggestion = detail.suggestion {
      items.append(Item(label: CaseWording.better, value: suggestion.localized))
    }
    if let replacement = detail.replacement {
      items.append(item(CaseWording.better, replacement))
    }
    items += detail.guidance.map { source in
      Item(label: CaseWording.guidance, value: source.title.localized, url: source.url)
    }
    items.append(item(CaseWording.rule, finding.rule))
    items.append(item(CaseWording.severity, detail.severity))
    items.append(item(CaseWording.confidence, Wording.percent(detail.confidence)))
    if finding.isAccepted {
      items.append(Item(label: CaseWording.accepted, value: CaseWording.yes))
    }
    return Section(
      title: Localized(
        zh: "\(CaseWording.findings.zh) \(number)：\(category.zh) · \(kind.zh)",
        en: "\(CaseWording.findings.en) \(number): \(category.en) · \(kind.en)"
      ),
      items: items
    )
  }

  private static func same(_ text: String) -> Localized { Localized(zh: text, en: text) }

  private static func item(
    _ label: Localized,
    _ value: String?,
    url: String? = nil
  ) -> Item {
    Item(label: label, value: value.map(same) ?? CaseWording.unknown, url: url)
  }
}
