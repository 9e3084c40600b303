internal import TrustRules

/// The words of case files.
enum CaseWording {
  static let title = Localized(zh: "个案材料", en: "Case file")
  static let post = Localized(zh: "帖子", en: "Post")
  static let id = Localized(zh: "编号", en: "Id")
  static let platform = Localized(zh: "平台", en: "Platform")
  static let account = Localized(zh: "账号", en: "Account")
  static let verified = Localized(zh: "认证", en: "Verified")
  static let agency = Localized(zh: "机构（MCN）", en: "Agency (MCN)")
  static let location = Localized(zh: "属地", en: "Location")
  static let time = Localized(zh: "时间", en: "Time")
  static let url = Localized(zh: "链接", en: "Link")
  static let place = Localized(zh: "存档位置", en: "Place in the archive")
  static let sightings = Localized(zh: "存档中出现次数", en: "Times in the archive")
  static let text = Localized(zh: "原文", en: "Text")
  static let findings = Localized(zh: "发现", en: "Findings")
  static let words = Localized(zh: "原文词句", en: "Words")
  static let rule = Localized(zh: "规则", en: "Rule")
  static let severity = Localized(zh: "严重程度", en: "Severity")
  static let confidence = Localized(zh: "可信度", en: "Confidence")
  static let evidence = Localized(zh: "依据的词句", en: "Evidence")
  static let why = Localized(zh: "说明", en: "Why")
  static let better = Localized(zh: "建议写法", en: "Better wording")
  static let guidance = Localized(zh: "指引", en: "Guidance")
  static let accepted = Localized(zh: "已在基线中接受", en: "Accepted by the baseline")
  static let history = Localized(zh: "账号记录", en: "Account history")
  static let cluster = Localized(zh: "同文多发", en: "Near-identical posts")
  static let rules = Localized(zh: "筛查所用", en: "Screened with")
  static let undisclosed = Localized(zh: "未披露", en: "not disclosed")
  static let unknown = Localized(zh: "不详", en: "unknown")
  static let partial = Localized(zh: "该帖只筛查了一部分。", en: "Only a part of the post was screened.")
  static let yes = Localized(zh: "是", en: "yes")
  static let no = Localized(zh: "否", en: "no")
  static let caution = Localized(
    zh: "本材料列出公共卫生指引提醒慎用的说法，不判定真伪，也不代替人工核实。",
    en:
      "This file lists wordings that public-health guidance warns about. It does not decide what is "
      + "true, and does not stand in for a person's check."
  )

  static func history(_ row: RateRow) -> Localized {
    let (low, high) = (percent(row.rate.low), percent(row.rate.high))
    return Localized(
      zh: "已筛查 \(row.posts) 帖，标出 \(row.flagged) 帖（95% 区间 \(low)–\(high)）",
      en: "\(row.posts) posts screened, \(row.flagged) flagged (95% interval \(low)–\(high))"
    )
  }

  static func cluster(_ row: ClusterRow) -> Localized {
    let agencies = row.agencies.isEmpty ? "–" : row.agencies
    return Localized(
      zh: "\(row.posts) 帖，\(row.accounts) 个账号；\(row.firstSeen) 至 \(row.lastSeen)；机构：\(agencies)",
      en: "\(row.posts) posts by \(row.accounts) accounts; \(row.firstSeen) to \(row.lastSeen); "
        + "agencies: \(agencies)"
    )
  }

  private static func percent(_ share: Double) -> String {
    let tenths = Int((share * 1000).rounded())
    return "\(tenths / 10).\(tenths % 10)%"
  }
}
