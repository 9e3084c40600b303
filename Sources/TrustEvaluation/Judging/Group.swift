internal import TrustEngine
public import TrustRules

extension Evaluation {
  /// How good the predictions are on all posts, or on those of one language, source or half.
  public struct Group: Sendable, Hashable {
    /// How good they are in one category, or in any.
    public struct Row: Sendable, Hashable {
      /// The category; `nil` for any.
      public var category: Category?
      /// Whether the right posts were flagged.
      public var posts: Measure
      /// Whether the right words were.
      public var spans: Measure
    }

    /// False alarms among posts that pass, by how they stand to what they speak of.
    public struct StanceRow: Sendable, Hashable {
      /// The stance; `nil` for posts whose reader did not say.
      public var stance: LabelledPost.Stance?
      /// The posts of that stance that pass.
      public var passes: Int
      /// Of these, the posts that were flagged.
      public var flagged: Int

      /// The share of them that were.
      public var rate: Double { Double(flagged) / Double(passes) }
    }

    /// How much of one kind was found.
    public struct KindRow: Sendable, Hashable {
      /// The kind's category.
      public var category: Category
      /// The kind.
      public var kind: String
      /// The labels of that kind.
      public var labelled: Int
      /// Of these, the labels that a prediction of their category overlaps, whatever its kind.
      public var found: Int

      /// The share of them that were.
      public var recall: Double { Double(found) / Double(labelled) }
    }

    /// The posts it is about.
    public var scope: Scope
    /// Posts with each verdict.
    public var verdicts: [LabelledPost.Verdict: Int]
    /// Posts that nobody read; like `uncheckable` ones they count nowhere.
    public var unlabelled: Int
    /// Posts that were not screened whole, or were repaired first; they are counted all the same.
    public var partial: Int
    /// Any category first, then the core categories, then others that occur in the evaluation.
    public var rows: [Row]
    /// The stances that occur, in the order of the labelling guide.
    public var stances: [StanceRow]
    /// The kinds that occur, in the order of the labelling guide.
    public var kinds: [KindRow]
    /// What the scores are worth, in the order of `rows`; empty for the posts of one source.
    public var scores: [ScoreRow]

    /// The language; `nil` for all.
    public var language: String? { scope.language }

    /// The posts that count.
    public var judged: Int { verdicts[.flag, default: 0] + verdicts[.pass, default: 0] }

    /// The row of a category, or of any.
    public func row(_ category: Category? = nil) -> Row? {
      rows.first { $0.category == category }
    }
  }
}

extension Evaluation.Group {
  init(
    scope: Evaluation.Scope,
    posts: [ScreenedPost],
    categories: [Category],
    options: Evaluation.Options
  ) {
    self.scope = scope
    verdicts = [:]
    for verdict in posts.compactMap(\.post.verdict) { verdicts[verdict, default: 0] += 1 }
    unlabelled = posts.count { $0.post.verdict == nil }
    let judged = posts.filter(\.post.isJudged)
    partial = judged.count { $0.report.completeness != .complete }
    rows = Self.rows([nil] + categories, judged: judged, options: options)
    scores =
      scope.source == nil
      ? ([nil] + categories).map { Evaluation.ScoreRow(category: $0, judged: judged) } : []
    stances = (LabelledPost.Stance.allCases + [nil]).compactMap {
      StanceRow(stance: $0, judged: judged, threshold: options.threshold)
    }
    kinds = Self.kinds(of: judged, threshold: options.threshold)
  }

  private static func rows(
    _ categories: [Category?],
    judged: [ScreenedPost],
    options: Evaluation.Options
  ) -> [Row] {
    let columns = categories.flatMap { category in
      let tallies = judged.map { Tally($0, in: category, atLeast: options.threshold) }
      return [tallies.map(\.posts), tallies.map(\.spans)]
    }
    let bootstrap = Bootstrap(resamples: options.resamples, seed: options.seed)
    let measures = Measure.all(of: columns, bootstrap: bootstrap)
    return categories.enumerated().map { index, category in
      Row(category: category, posts: measures[2 * index], spans: measures[2 * index + 1])
    }
  }

  private static func kinds(of judged: [ScreenedPost], threshold: Double) -> [KindRow] {
    var rows: [KindRow] = []
    for screened in judged {
      for label in screened.post.labels {
        let found = screened.isFound(label, atLeast: threshold) ? 1 : 0
        if let known = rows.firstIndex(where: {
          $0.category == label.category && $0.kind == label.kind
        }) {
          rows[known].labelled += 1
          rows[known].found += found
        } else {
          rows.append(
            KindRow(category: label.category, kind: label.kind, labelled: 1, found: found)
          )
        }
      }
    }
    return rows.sorted { $0.place < $1.place }
  }
}

extension Evaluation.Group.StanceRow {
  fileprivate init?(stance: LabelledPost.Stance?, judged: [ScreenedPost], threshold: Double) {
    let passes = judged.filter { $0.post.verdict == .pass && $0.post.stance == stance }
    guard !passes.isEmpty else { return nil }
    self.stance = stance
    self.passes = passes.count
    flagged = passes.count { $0.report.isFlagged(atLeast: threshold) }
  }
}

extension Evaluation.Group.KindRow {
  /// The order of the labelling guide; kinds that it does not name follow, by name.
  fileprivate var place: (Category, Int, String) {
    (category, category.kinds?.firstIndex(of: kind) ?? .max, kind)
  }
}

extension LabelledPost {
  /// Whether the post counts.
  var isJudged: Bool { verdict == .flag || verdict == .pass }
}
