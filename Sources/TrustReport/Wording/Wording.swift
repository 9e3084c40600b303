package import TrustEngine
package import TrustRules

/// The formats' own words, in both languages.
package enum Wording {
  package static func category(_ category: Category) -> Localized {
    switch category {
    case .falseRemedy: Localized(zh: "虚假疗法", en: "false remedy")
    case .stigmatisingLanguage: Localized(zh: "污名化用语", en: "stigmatising language")
    case .unverifiedClaim: Localized(zh: "未经核实的说法", en: "unverified claim")
    case .other(let name): Localized(zh: name, en: name)
    }
  }

  static func severity(_ severity: Severity) -> Localized {
    switch severity {
    case .info: Localized(zh: "提示", en: "info")
    case .low: Localized(zh: "轻微", en: "low")
    case .medium: Localized(zh: "中等", en: "medium")
    case .high: Localized(zh: "严重", en: "high")
    case .critical: Localized(zh: "危急", en: "critical")
    }
  }

  /// A kind of the labelling guide; kinds of optional packs keep their names.
  package static func kind(_ kind: String) -> Localized {
    kinds[kind] ?? Localized(zh: kind, en: kind)
  }

  private static let kinds: [String: Localized] = [
    "cure": Localized(zh: "治疗", en: "cure"),
    "prevention": Localized(zh: "预防", en: "prevention"),
    "detection": Localized(zh: "自测", en: "detection"),
    "avoidance": Localized(zh: "拒医", en: "avoidance"),
    "naming": Localized(zh: "命名", en: "naming"),
    "blame": Localized(zh: "归咎", en: "blame"),
    "dehumanising": Localized(zh: "贬损", en: "dehumanising"),
    "exclusion": Localized(zh: "排斥", en: "exclusion"),
    "labelling": Localized(zh: "贴标签", en: "labelling"),
    "rumour": Localized(zh: "传闻", en: "rumour"),
    "debunked": Localized(zh: "已辟谣", en: "debunked"),
    "overclaim": Localized(zh: "夸大", en: "overclaim"),
  ]

  /// What a context, or a condition of a rule, says of the words around a match.
  package static func context(_ name: String) -> Localized {
    contexts[name] ?? Localized(zh: name, en: name)
  }

  private static let contexts: [String: Localized] = [
    "negated": Localized(zh: "已否定", en: "negated"),
    "debunked": Localized(zh: "已辟谣", en: "debunked"),
    "debunked-nearby": Localized(zh: "附近有辟谣", en: "debunked nearby"),
    "warned": Localized(zh: "是警告", en: "warned against"),
    "questioned": Localized(zh: "是提问", en: "asked as a question"),
    "quoted": Localized(zh: "是引述", en: "quoted"),
    "condemned": Localized(zh: "是谴责", en: "condemned"),
    "reported": Localized(zh: "是报道", en: "reported"),
    "attributed": Localized(zh: "注明了出处", en: "attributed"),
    "inside": Localized(zh: "属于更长的词语", en: "part of a longer phrase"),
    "near": Localized(zh: "附近的词语改变了意思", en: "a phrase nearby changes it"),
    "between": Localized(zh: "中间的词语改变了意思", en: "a phrase in between changes it"),
  ]

  /// What a finding says to the writer; only its category and kind if words of the post are to be
  /// left out.
  package static func statement(_ finding: Finding, includesText: Bool) -> Localized {
    if includesText { return finding.message }
    let category = category(finding.category)
    let kind = kind(finding.kind)
    return Localized(zh: "\(category.zh)：\(kind.zh)", en: "\(category.en): \(kind.en)")
  }

  /// A category and its kind, such as `false remedy · cure`.
  package static func classification(_ finding: Finding) -> Localized {
    let category = category(finding.category)
    let kind = kind(finding.kind)
    return Localized(zh: "\(category.zh) · \(kind.zh)", en: "\(category.en) · \(kind.en)")
  }

  /// Why something found is no finding, such as `negated (cue “不能”)`; `cue` is the words that
  /// did it, if they may be shown.
  static func reason(_ suppressed: Suppressed, cue: String?) -> Localized {
    let by = context(suppressed.by)
    guard let cue, !cue.isEmpty else { return by }
    return Localized(zh: "\(by.zh)（线索：“\(cue)”）", en: "\(by.en) (cue “\(cue)”)")
  }

  /// What went wrong with a post.
  package static func notice(_ notice: Notice) -> Localized {
    Localized(
      zh: "未能完整筛查：\(notice.detail)（\(notice.code)）",
      en: "Not fully screened: \(notice.detail) (\(notice.code))"
    )
  }

  /// A probability in whole percent.
  package static func percent(_ probability: Double) -> String {
    "\(Int((min(max(probability, 0), 1) * 100).rounded()))%"
  }

  static let disclaimer = Localized(
    zh: "TrustScreen 找出公共卫生指引提醒慎用的说法，并不判定其真伪。",
    en: "TrustScreen finds wordings that public-health guidance warns about; "
      + "it does not decide what is true."
  )
}

extension Wording {
  /// How many findings there are and of which categories, such as `3 findings: 2 false remedy, …`.
  static func counts(of findings: [Finding]) -> Localized {
    guard !findings.isEmpty else {
      return Localized(zh: "没有发现问题", en: "no findings")
    }
    let counts = Dictionary(grouping: findings, by: \.category).sorted { $0.key < $1.key }
      .map { (name: category($0.key), count: $0.value.count) }
    let zh = counts.map { "\($0.name.zh) \($0.count) 处" }.joined(separator: "，")
    let en = counts.map { "\($0.count) \($0.name.en)" }.joined(separator: ", ")
    return Localized(
      zh: "发现 \(findings.count) 处：\(zh)",
      en: "\(plural(findings.count, "finding")): \(en)"
    )
  }

  /// A count and its English noun.
  static func plural(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}
