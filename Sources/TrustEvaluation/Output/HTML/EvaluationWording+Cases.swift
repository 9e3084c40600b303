internal import TrustEngine
internal import TrustReport
internal import TrustRules

extension EvaluationWording {
  static let reader = Localized(zh: "标注者：", en: "Reader: ")
  static let rules = Localized(zh: "规则：", en: "Rules: ")
  static let isFlagged = Localized(zh: "标出", en: "flagged")
  static let isNotFlagged = Localized(zh: "未标出", en: "not flagged")
  static let missed = Localized(zh: "漏掉", en: "Missed")
  static let isFound = Localized(zh: "找到", en: "Found")
  static let isRight = Localized(zh: "正确", en: "Right")
  static let isWrong = Localized(zh: "误报", en: "Wrong")
  static let isAlarm = Localized(zh: "标出", en: "Flagged")
  static let isWeak = Localized(zh: "低于阈值，不计", en: "Below the threshold")
  static let isExperimental = Localized(zh: "试验规则，不计", en: "Experimental, not counted")
  static let explainedAway = Localized(zh: "因语境放过", en: "Explained away")
  static let confidence = Localized(zh: "可信度 ", en: "confidence ")
  static let softened = Localized(zh: "因语境减弱：", en: "softened: ")
  static let evidence = Localized(zh: "凭据：", en: "Evidence: ")
  static let unmatched = Localized(zh: "没有规则匹配。", en: "No rule matched.")
  static let labelKey = Localized(zh: "标注者标的", en: "what the reader marked")
  static let rightKey = Localized(zh: "规则找对的", en: "found, and right")
  static let wrongKey = Localized(zh: "规则找错的", en: "found, and wrong")
  static let idleKey = Localized(zh: "找到但不计的", en: "found, not counted")
  static let excusedKey = Localized(zh: "因语境放过的", en: "explained away")
  static let cueKey = Localized(zh: "放过它的线索", en: "the cue that did it")

  static func verdict(_ verdict: LabelledPost.Verdict?) -> Localized {
    switch verdict {
    case .flag: Localized(zh: "应标出", en: "flag")
    case .pass: Localized(zh: "应放行", en: "pass")
    case .uncheckable: Localized(zh: "无法核实", en: "uncheckable")
    case nil: Localized(zh: "未标注", en: "not labelled")
    }
  }

  static func stance(_ stance: LabelledPost.Stance) -> Localized {
    switch stance {
    case .asserts: Localized(zh: "断言", en: "asserts")
    case .refutes: Localized(zh: "反驳", en: "refutes")
    case .asks: Localized(zh: "询问", en: "asks")
    case .reports: Localized(zh: "转述", en: "reports")
    case .condemns: Localized(zh: "谴责", en: "condemns")
    case .offTopic: Localized(zh: "无关", en: "off topic")
    }
  }

  static func reason(_ reason: Evaluation.MissReason) -> Localized {
    switch reason {
    case .suppressed: Localized(zh: "被语境放过", en: "A context explained the match away")
    case .weak: Localized(zh: "低于阈值", en: "The finding is below the threshold")
    case .experimental: Localized(zh: "只有试验规则找到", en: "Only an experimental rule found it")
    case .otherCategory: Localized(zh: "被当作别的类别", en: "It was found in another category")
    case .unmatched: Localized(zh: "没有规则匹配", en: "No rule matched")
    }
  }

  /// What a piece of evidence is to its rule.
  static func role(_ role: Evidence.Role) -> Localized {
    switch role {
    case .find: Localized(zh: "匹配", en: "match")
    case .with: Localized(zh: "相伴", en: "company")
    case .context(let name): Wording.context(name)
    case .inside: Wording.context("inside")
    case .near: Wording.context("near")
    case .between: Wording.context("between")
    }
  }

  static func count(_ shown: Int, of all: Int) -> Localized {
    guard shown < all else {
      return Localized(zh: "\(all) 帖", en: all == 1 ? "1 post" : "\(all) posts")
    }
    return Localized(zh: "\(all) 帖，列出前 \(shown) 帖", en: "\(all) posts, the first \(shown) listed")
  }

  static func withheld(_ count: Int) -> Localized {
    Localized(
      zh: "只测量的一半里还有 \(count) 帖，不在此列出。",
      en: "\(count) more in the measuring half are not shown, so that it stays unread."
    )
  }

  static func silent(_ count: Int) -> Localized {
    Localized(zh: "\(count) 条规则什么也没找到", en: "\(count) rules found nothing")
  }

  static func ofWhichRight(_ count: Int) -> Localized {
    Localized(zh: "\(count) 对", en: "\(count) right")
  }
}
