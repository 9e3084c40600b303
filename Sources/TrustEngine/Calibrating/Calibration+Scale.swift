public import TrustRules
internal import TrustText

extension Calibration {
  /// What the scores of one category stand for in posts of one language.
  public struct Scale: Sendable, Hashable {
    /// How far probabilities were off on posts that they were not fitted on.
    public struct HeldOut: Sendable, Hashable {
      /// The mean square of what they are off by: 0 is best.
      public var brier: Double
      /// The mean distance of stated from observed shares, over ten bins: 0 is best.
      public var calibrationError: Double

      /// Makes a pair.
      public init(brier: Double, calibrationError: Double) {
        self.brier = brier
        self.calibrationError = calibrationError
      }
    }

    /// The category.
    public var category: Category
    /// The language.
    public var language: PostLanguage
    /// The posts of that language.
    public var posts: Int
    /// Of these, the posts in which readers labelled the category.
    public var violating: Int
    /// The posts in which no rule that counts found it.
    public var silent: Int
    /// Of these, the posts in which readers labelled it all the same.
    public var missed: Int
    /// From score to probability; `nil` if too few posts were labelled to say.
    public var curve: Curve?
    /// How far raw scores were off.
    public var before: HeldOut?
    /// How far calibrated ones were.
    public var after: HeldOut?

    /// Makes a scale.
    public init(
      category: Category,
      language: PostLanguage,
      posts: Int,
      violating: Int,
      silent: Int,
      missed: Int,
      curve: Curve? = nil,
      before: HeldOut? = nil,
      after: HeldOut? = nil
    ) {
      self.category = category
      self.language = language
      self.posts = posts
      self.violating = violating
      self.silent = silent
      self.missed = missed
      self.curve = curve
      self.before = before
      self.after = after
    }

    /// The share of posts that violate: what probabilities on this scale take for granted.
    public var baseRate: Double { posts == 0 ? 0 : Double(violating) / Double(posts) }

    /// The share of silent posts that violate, with half a post added to either side, as none seen
    /// is not none there.
    public var missedRate: Double { (Double(missed) + 0.5) / (Double(silent) + 1) }

    /// The probability that a score stands for; `nil` without a curve.
    ///
    /// Never less than that of silence, so that a higher score never means less.
    public func probability(of score: Double) -> Double? {
      guard let curve else { return nil }
      guard score > 0 else { return missedRate }
      return max(missedRate, min(curve.probability(of: score), Scoring.highest))
    }
  }

  /// A way from scores to probabilities, never downwards.
  public enum Curve: Sendable, Hashable {
    /// logit p = a · logit score + b, after Platt; `a` is not negative.
    case platt(a: Double, b: Double)
    /// Straight lines from knot to knot, and level outside: isotonic regression.
    case isotonic([Knot])

    /// A score and what it stands for.
    public struct Knot: Sendable, Hashable {
      /// The score.
      public var score: Double
      /// The probability.
      public var probability: Double

      /// Makes a knot.
      public init(score: Double, probability: Double) {
        self.score = score
        self.probability = probability
      }
    }

    /// The probability that a score stands for.
    ///
    /// - Complexity: O(log knots).
    public func probability(of score: Double) -> Double {
      switch self {
      case .platt(let a, let b): LogOdds.probability(a * LogOdds.of(score) + b)
      case .isotonic(let knots): Self.interpolate(knots, at: score)
      }
    }

    private static func interpolate(_ knots: [Knot], at score: Double) -> Double {
      guard let first = knots.first, let last = knots.last, score > first.score else {
        return knots.first?.probability ?? 0
      }
      guard score < last.score else { return last.probability }
      var (low, high) = (0, knots.count - 1)
      while high - low > 1 {
        let middle = (low + high) / 2
        if knots[middle].score <= score { low = middle } else { high = middle }
      }
      let share = (score - knots[low].score) / (knots[high].score - knots[low].score)
      return knots[low].probability + share * (knots[high].probability - knots[low].probability)
    }
  }
}
