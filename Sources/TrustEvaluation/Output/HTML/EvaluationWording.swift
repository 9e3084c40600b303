internal import TrustReport
internal import TrustRules

/// The words of the page, in both languages.
enum EvaluationWording {
  static let title = Localized(zh: "规则评测", en: "How right the rules are")
  static let languagesHeading = Localized(zh: "按语言和类别", en: "By language and category")
  static let sourcesHeading = Localized(zh: "按数据集", en: "By data set")
  static let halvesHeading = Localized(zh: "可读的一半与只测量的一半", en: "By half of the set")
  static let halvesNote = Localized(
    zh: "按编号的散列值分成两半：一半在写规则时可以读，另一半只用来测量，所以更可信。",
    en:
      "Split by a hash of the id: one half may be read while rules are written, the other is only "
      + "measured, and is the one to believe."
  )
  static let curvesHeading = Localized(zh: "不同阈值下的精确率与召回率", en: "Precision and recall by threshold")
  static let reliabilityHeading = Localized(zh: "分数可信吗", en: "Can scores be taken at their word?")
  static let reliabilityNote = Localized(
    zh: "圆点在对角线上，说明分数就是概率；竖线是 95% 区间，圆点越大帖子越多。",
    en: "On the diagonal a score is a probability. Lines are 95% intervals; the larger a dot, the "
      + "more posts."
  )
  static let rulesHeading = Localized(zh: "逐条规则", en: "Rule by rule")
  static let quietHeading = Localized(
    zh: "安静集：几乎不该被标记的帖子",
    en: "Quiet sets: posts that should hardly ever be flagged"
  )
  static let missesHeading = Localized(zh: "漏报", en: "Misses")
  static let alarmsHeading = Localized(zh: "误报", en: "False alarms")
  static let unreadHeading = Localized(zh: "没有读入的行", en: "Lines that were not read")
  static let stancesHeading = Localized(zh: "误报，按帖子的立场", en: "False alarms by stance of the post")
  static let kindsHeading = Localized(zh: "召回率，按类型", en: "Recall by kind")
  static let reasonsHeading = Localized(zh: "为什么漏掉", en: "Why labels were missed")

  static let any = Localized(zh: "按帖，任一类别", en: "posts, any category")
  static let precision = Localized(zh: "精确率", en: "Precision")
  static let recall = Localized(zh: "召回率", en: "Recall")
  static let f1 = Localized(zh: "F1", en: "F1")
  static let category = Localized(zh: "类别", en: "Category")
  static let anyCategory = Localized(zh: "任一类别", en: "any category")
  static let level = Localized(zh: "单位", en: "Level")
  static let posts = Localized(zh: "帖子", en: "Posts")
  static let spans = Localized(zh: "片段", en: "Spans")
  static let group = Localized(zh: "组", en: "Group")
  static let kind = Localized(zh: "类型", en: "Kind")
  static let stance = Localized(zh: "立场", en: "Stance")
  static let notStated = Localized(zh: "未注明", en: "not stated")
  static let reason = Localized(zh: "原因", en: "Reason")
  static let labels = Localized(zh: "标注", en: "Labels")
  static let labelled = Localized(zh: "应标", en: "Labelled")
  static let flagged = Localized(zh: "标出", en: "Flagged")
  static let right = Localized(zh: "标对", en: "Right")
  static let found = Localized(zh: "找到", en: "Found")
  static let passes = Localized(zh: "应放行", en: "Should pass")
  static let rate = Localized(zh: "误报率", en: "Rate")
  static let threshold = Localized(zh: "阈值", en: "Threshold")
  static let scores = Localized(zh: "分数", en: "Scores")
  static let meanScore = Localized(zh: "平均分", en: "Mean score")
  static let observed = Localized(zh: "实际标注比例", en: "Share labelled")
  static let calibrationError = Localized(zh: "校准误差", en: "Calibration error")
  static let everyThreshold = Localized(zh: "全部阈值", en: "Every threshold")
  static let everyBin = Localized(zh: "全部分组", en: "Every bin")
  static let byConfidence = Localized(zh: "按标出帖子的可信度", en: "by the confidence that flags")
  static let byScore = Localized(zh: "按类别得分", en: "by the score of the category")
  static let rule = Localized(zh: "规则", en: "Rule")
  static let status = Localized(zh: "状态", en: "Status")
  static let hits = Localized(zh: "命中", en: "Hits")
  static let below = Localized(zh: "低于阈值", en: "Below")
  static let unique = Localized(zh: "独有帖子", en: "Only it finds")
  static let unjudged = Localized(zh: "未判定", en: "Unjudged")
  static let conflicts = Localized(zh: "冲突", en: "Conflicts")
  static let shares = Localized(zh: "重合最多（片段，帖子）", en: "Shares most with (hits, posts)")
  static let perMany = Localized(zh: "每一万帖", en: "In 10,000 posts")
  static let falseAlarmsPerMany = Localized(zh: "每一万帖误报", en: "False alarms in 10,000 posts")

  static func chosen(_ threshold: Double) -> Localized {
    let threshold = Wording.percent(threshold)
    return Localized(zh: "当前阈值 \(threshold)", en: "at the threshold of \(threshold)")
  }

  /// What a group of posts is called, as HTML.
  static func name(of scope: Evaluation.Scope) -> String {
    let parts = [
      scope.half.map { HTMLText.both(half($0)) }, scope.source.map(HTMLText.escaped),
      scope.language.map { HTMLText.both(language($0)) },
    ].compactMap(\.self)
    return parts.isEmpty
      ? HTMLText.both(Localized(zh: "全部", en: "All")) : parts.joined(separator: " · ")
  }

  static func half(_ half: Half) -> Localized {
    switch half {
    case .reading: Localized(zh: "可读的一半", en: "Reading half")
    case .measuring: Localized(zh: "只测量的一半", en: "Measuring half")
    }
  }

  static func language(_ tag: String) -> Localized {
    switch tag {
    case "zh": Localized(zh: "中文", en: "Chinese")
    case "en": Localized(zh: "英文", en: "English")
    case "und": Localized(zh: "语言未注明", en: "language not stated")
    default: Localized(zh: tag, en: tag)
    }
  }

  static func basis(_ basis: Evaluation.ScoreRow.Basis) -> Localized {
    switch basis {
    case .calibrated: Localized(zh: "已校准的概率", en: "calibrated probabilities")
    case .raw: Localized(zh: "未校准，只表示先后", en: "raw scores: an ordering only")
    case .mixed: Localized(zh: "部分已校准，不可比较", en: "partly calibrated: do not compare")
    }
  }

  static func status(_ status: Rule.Status) -> Localized {
    switch status {
    case .experimental: Localized(zh: "试验", en: "experimental")
    case .test: Localized(zh: "测试", en: "test")
    case .stable: Localized(zh: "稳定", en: "stable")
    case .deprecated: Localized(zh: "停用", en: "deprecated")
    }
  }
}
