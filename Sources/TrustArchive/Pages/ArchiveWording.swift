internal import TrustRules

/// The words of the page.
enum ArchiveWording {
  static let title = Localized(zh: "存档筛查报告", en: "Archive report")
  static let seen = Localized(zh: "读到的帖子", en: "Posts seen")
  static let screened = Localized(zh: "完整筛查", en: "Screened whole")
  static let partial = Localized(zh: "部分筛查", en: "Screened in part")
  static let failed = Localized(zh: "未能筛查", en: "Not screened")
  static let flagged = Localized(zh: "标出的帖子", en: "Flagged posts")
  static let findings = Localized(zh: "发现", en: "Findings")
  static let posts = Localized(zh: "帖数", en: "Posts")
  static let flaggedColumn = Localized(zh: "标出", en: "Flagged")
  static let rate = Localized(zh: "标出率（95% 区间）", en: "Rate (95% interval)")
  static let platform = Localized(zh: "平台", en: "Platform")
  static let account = Localized(zh: "账号", en: "Account")
  static let agency = Localized(zh: "机构（MCN）", en: "Agency (MCN)")
  static let accounts = Localized(zh: "账号数", en: "Accounts")
  static let location = Localized(zh: "属地", en: "Location")
  static let rule = Localized(zh: "规则", en: "Rule")
  static let examples = Localized(zh: "最常见的原文", en: "Most frequent words")
  static let text = Localized(zh: "首帖原文", en: "First post")
  static let spread = Localized(zh: "首次与最近出现", en: "First and last seen")
  static let reason = Localized(zh: "原因", en: "Reason")
  static let count = Localized(zh: "数量", en: "Count")
  static let places = Localized(zh: "位置（前五处）", en: "Places (first five)")
  static let outcome = Localized(zh: "结果", en: "Outcome")

  static let timeHeading = Localized(zh: "时间分布", en: "Over time")
  static let categoryHeading = Localized(zh: "按类别", en: "By category")
  static let ruleHeading = Localized(zh: "按规则", en: "By rule")
  static let platformHeading = Localized(zh: "按平台", en: "By platform")
  static let accountHeading = Localized(zh: "按账号", en: "By account")
  static let agencyHeading = Localized(zh: "按机构", en: "By agency")
  static let locationHeading = Localized(zh: "按属地", en: "By location")
  static let clusterHeading = Localized(zh: "同文多发", en: "One text, many accounts")
  static let failureHeading = Localized(zh: "未能筛查的内容及原因", en: "What was not screened, and why")

  static let ranking = Localized(
    zh: "按区间下限排序，使十帖的账号不会排在万帖的账号之前。区间为 Wilson 区间；标出不等于违规，须经人工核实。",
    en: "Ranked by the lower end of the interval (Wilson), so that ten posts do not rank above ten "
      + "thousand. Flagged is not proven: a person has to look."
  )
  static let clusterNote = Localized(
    zh: "标出的帖子中文字几乎相同者归为一组（MinHash，相似度约 0.6 起）。",
    en:
      "Posts with findings whose words are nearly the same (MinHash, from a similarity of about 0.6)."
  )
  static let undisclosed = Localized(
    zh: "未披露机构的帖子",
    en: "Posts without a disclosed agency"
  )
  static let nothing = Localized(zh: "没有可列出的内容。", en: "Nothing to list.")
  static let allScreened = Localized(
    zh: "全部内容均已完整筛查。",
    en: "Everything was screened whole."
  )

  static func undated(_ count: Int) -> Localized {
    Localized(
      zh: "另有 \(count) 帖没有时间。",
      en: "\(count) more flagged posts state no time."
    )
  }

  static func headline(_ flagged: Int, of posts: Int) -> Localized {
    Localized(
      zh: "\(PageCount.text(posts)) 帖中标出 \(PageCount.text(flagged)) 帖",
      en: "\(PageCount.text(flagged)) of \(PageCount.text(posts)) posts flagged"
    )
  }

  static func sum(_ totals: RunTotals) -> Localized {
    let (all, whole) = (PageCount.text(totals.seen), PageCount.text(totals.screened))
    let (part, none) = (PageCount.text(totals.partial), PageCount.text(totals.failed))
    return Localized(
      zh: "\(whole)（完整）+ \(part)（部分）+ \(none)（未筛查）= \(all)",
      en: "\(whole) whole + \(part) in part + \(none) not = \(all) seen"
    )
  }

  /// A reason in words; its name if it has none.
  static func failure(_ reason: String) -> Localized {
    reasons[reason] ?? Localized(zh: reason, en: reason)
  }

  private static let reasons: [String: Localized] = [
    "unreadable": Localized(zh: "无法读取", en: "cannot be read"),
    "unsupported": Localized(zh: "不支持的格式", en: "unsupported format"),
    "truncated": Localized(zh: "内容不完整或过长而截断", en: "cut short"),
    "damaged": Localized(zh: "已损坏", en: "damaged"),
    "limit-exceeded": Localized(zh: "超出限额", en: "over a limit"),
    "unknown-encoding": Localized(zh: "编码不明", en: "unknown encoding"),
    "malformed": Localized(zh: "格式有误", en: "malformed"),
    "no-text": Localized(zh: "没有文字", en: "no text"),
    "oversize": Localized(zh: "过大", en: "too large"),
    "invalid-utf8": Localized(zh: "含无效的 UTF-8", en: "invalid UTF-8"),
    "hit-cap": Localized(zh: "发现过多", en: "too many findings"),
    "deadline": Localized(zh: "超时", en: "out of time"),
    "segmenter": Localized(zh: "分词失败", en: "segmentation failed"),
  ]
}
