import TrustText

@testable import TrustEngine
@testable import TrustEvaluation
@testable import TrustRules

/// Where `words` first stand in `text`, in Unicode scalars.
func scalars(of words: String, in text: String) -> Range<Int> {
  let text = Array(text.unicodeScalars)
  let words = Array(words.unicodeScalars)
  let starts = 0...(text.count - words.count)
  let start = starts.first { text[$0..<($0 + words.count)].elementsEqual(words) }
  guard let start else { preconditionFailure("no such words") }
  return start..<(start + words.count)
}

/// A post of a few words, what a reader found in it, and what a screener found.
struct Sample {
  var post: LabelledPost
  var findings: [Finding] = []
  var suppressed: [Suppressed] = []
  var completeness = Completeness.complete
  var categories: [Category: CategoryScore] = [:]

  init(
    _ text: String,
    _ verdict: LabelledPost.Verdict?,
    stance: LabelledPost.Stance? = nil,
    id: String? = nil,
    language: String = "en",
    source: String? = nil
  ) {
    post = LabelledPost(
      id: id ?? text,
      language: language,
      source: source,
      text: text,
      verdict: verdict,
      stance: stance
    )
  }

  /// Labels words, which makes the verdict `flag`.
  func labelled(_ words: String, _ category: Category, _ kind: String) -> Sample {
    var copy = self
    copy.post.labels.append(
      LabelledPost.Label(
        category: category,
        kind: kind,
        scalars: scalars(of: words, in: post.text)
      )
    )
    return copy
  }

  /// Has a rule find words.
  func found(
    _ words: String,
    _ category: Category,
    by rule: String,
    confidence: Double = 0.8,
    status: Rule.Status = .stable,
    field: String = "text"
  ) -> Sample {
    var copy = self
    copy.findings.append(
      finding(words, category, by: rule, confidence: confidence, status: status, field: field)
    )
    return copy
  }

  /// Has a context explain away what a rule found.
  func excused(
    _ words: String,
    _ category: Category,
    by rule: String,
    context: String,
    cue: String
  ) -> Sample {
    var copy = self
    copy.suppressed.append(
      Suppressed(
        finding: finding(words, category, by: rule),
        by: context,
        cue: span(of: cue)
      )
    )
    return copy
  }

  /// Has a category a score.
  func scored(_ category: Category, _ score: Double, calibrated: Double? = nil) -> Sample {
    var copy = self
    copy.categories[category] = CategoryScore(
      score: score,
      calibrated: calibrated,
      severity: .high,
      findings: []
    )
    return copy
  }

  var screened: ScreenedPost {
    ScreenedPost(
      post,
      Report(
        id: post.id,
        findings: findings,
        suppressed: suppressed,
        categories: categories,
        completeness: completeness,
        identity: Identity(
          engine: "trustscreen 0",
          packs: ["demo@1"],
          unicode: "16.0",
          icu: "72.1"
        )
      )
    )
  }

  private func finding(
    _ words: String,
    _ category: Category,
    by rule: String,
    confidence: Double = 0.8,
    status: Rule.Status = .stable,
    field: String = "text"
  ) -> Finding {
    Finding(
      rule: Rule.ID(pack: "demo", name: rule),
      category: category,
      kind: "cure",
      severity: .high,
      status: status,
      confidence: confidence,
      span: span(of: words),
      field: field,
      evidence: [Evidence(role: .find, span: span(of: words), lexicon: "words")],
      softenedBy: [],
      message: Localized(zh: "关于“\(words)”", en: "about “\(words)”"),
      guidance: [],
      fingerprint: ""
    )
  }

  private func span(of words: String) -> TextSpan {
    let range = scalars(of: words, in: post.text)
    return TextSpan(utf8: range, utf16: range, scalars: range)
  }
}

extension Evaluation {
  /// Evaluates samples without intervals, unless they are asked for.
  init(
    _ samples: [Sample],
    resamples: Int = 0,
    seed: UInt64 = 1,
    threshold: Double = 0.5,
    halves: Bool = false,
    rules: [String] = []
  ) {
    var options = Options()
    options.halves = halves
    options.resamples = resamples
    options.seed = seed
    options.threshold = threshold
    self.init(
      samples.map(\.screened),
      options: options,
      rules: rules.map { Rule.ID(pack: "demo", name: $0) }
    )
  }
}
