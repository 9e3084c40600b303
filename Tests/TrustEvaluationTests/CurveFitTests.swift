import Testing
import TrustRules

@testable import TrustEngine
@testable import TrustEvaluation

@Suite("Curves") struct CurveFitTests {
  private func posts(_ score: Double, _ positives: Int, of count: Int) -> [Forecast] {
    (0..<count).map { Forecast(score: score, isTrue: $0 < positives) }
  }

  private func parameters(_ curve: Calibration.Curve) -> (a: Double, b: Double)? {
    if case .platt(let a, let b) = curve { (a, b) } else { nil }
  }

  // MARK: - Platt

  @Test(
    "Platt's method finds the line that labels were drawn by",
    arguments: [(1, 0), (1.5, -0.7), (0.4, 1.2), (2, -2)]
  )
  func recovers(_ line: (a: Double, b: Double)) throws {
    let truth = Calibration.Curve.platt(a: line.a, b: line.b)
    let sample = stride(from: 0.05, through: 0.95, by: 0.05).flatMap { score in
      posts(score, Int((4000 * truth.probability(of: score)).rounded()), of: 4000)
    }
    let fitted = try #require(parameters(PlattFit.curve(sample)))
    #expect(abs(fitted.a - line.a) < 0.01 && abs(fitted.b - line.b) < 0.01)
  }

  @Test("scores that fall as labels rise give a level line at the share of labels")
  func neverFalls() throws {
    let curve = PlattFit.curve(posts(0.3, 90, of: 100) + posts(0.8, 10, of: 100))
    let fitted = try #require(parameters(curve))
    #expect(fitted.a == 0)
    #expect(abs(curve.probability(of: 0.8) - 0.5) < 0.01)
  }

  @Test(
    "few posts that all agree, or one score for all, give no certainty and no trouble",
    arguments: [(3, 3), (0, 3), (0, 0), (1, 1)]
  )
  func staysFinite(_ row: (positives: Int, count: Int)) throws {
    let curve = PlattFit.curve(posts(0.7, row.positives, of: row.count))
    let probability = curve.probability(of: 0.7)
    let share = (Double(row.positives) + 1) / (Double(row.count) + 2)
    #expect(abs(probability - share) < 0.2 && probability > 0.1 && probability < 0.9)
  }

  @Test("labels that a score parts perfectly give a steep line, and still a line")
  func survivesSeparation() throws {
    let fitted = try #require(
      parameters(PlattFit.curve(posts(0.3, 0, of: 50) + posts(0.7, 50, of: 50)))
    )
    #expect(fitted.a > 1 && fitted.a < 100)
  }

  // MARK: - Isotonic

  private static let example: [Forecast] = zip(
    [0.1, 0.2, 0.3, 0.4, 0.5, 0.6],
    [false, true, false, true, true, false]
  ).map { Forecast(score: $0, isTrue: $1) }

  @Test("neighbours out of order are pooled, as worked out by hand")
  func pools() {
    let blocks = IsotonicFit.blocks(Self.example.reversed())
    #expect(blocks.map(\.low) == [0.1, 0.2, 0.4])
    #expect(blocks.map(\.high) == [0.1, 0.3, 0.6])
    #expect(blocks.map(\.rate) == [0, 0.5, 2.0 / 3])
    let curve = IsotonicFit.curve(Self.example)
    #expect(
      curve
        == .isotonic([
          .init(score: 0.1, probability: 0), .init(score: 0.2, probability: 0.5),
          .init(score: 0.3, probability: 0.5), .init(score: 0.4, probability: 0.6667),
          .init(score: 0.6, probability: 0.6667),
        ])
    )
  }

  @Test("blocks rise, hold all posts, and no level answer is nearer in any run", arguments: 1...24)
  func isMonotone(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let sample = (0..<200).map { _ in
      let score = Double(random.index(below: 40)) / 40
      return Forecast(score: score, isTrue: random.index(below: 40) < Int(score * 40))
    }
    let blocks = IsotonicFit.blocks(sample)
    #expect(zip(blocks, blocks.dropFirst()).allSatisfy { $0.high < $1.low && $0.rate < $1.rate })
    #expect(blocks.reduce(0) { $0 + $1.posts } == sample.count)
    for block in blocks {
      let own = sample.filter { (block.low...block.high).contains($0.score) }
      #expect(own.count == block.posts && own.count { $0.isTrue } == block.positives)
    }
    #expect(IsotonicFit.blocks(sample.reversed()) == blocks)
  }

  // MARK: - How far off

  @Test("errors are means over posts, as worked out by hand")
  func measures() {
    // 10 posts at 0.2 of which 4 are true, 10 at 0.8 of which 7 are.
    let errors = Calibration.Scale.HeldOut(posts(0.2, 4, of: 10) + posts(0.8, 7, of: 10))
    #expect(errors.brier == 0.25)
    #expect(errors.calibrationError == 0.15)
    #expect(Calibration.Scale.HeldOut([]) == .init(brier: 0, calibrationError: 0))
  }

  // MARK: - Which method

  /// Scored posts of two levels, and silent ones.
  private func fit(silent: Int, low: (Int, of: Int), high: (Int, of: Int)) -> Calibration.Scale {
    let sample =
      posts(0, 0, of: silent) + posts(0.4, low.0, of: low.of) + posts(0.9, high.0, of: high.of)
    let points = sample.enumerated().map { ScaleFit.Point(forecast: $1, fold: $0 % Folds.count) }
    return ScaleFit(category: .falseRemedy, language: .zh, points: points).scale()
  }

  @Test("too few posts, violations or scored posts give no curve, and the reason")
  func refusesFew() {
    let rows: [(Calibration.Scale, String)] = [
      (fit(silent: 99, low: (10, of: 50), high: (40, of: 50)), "199 posts"),
      (fit(silent: 100, low: (9, of: 50), high: (40, of: 50)), "49 posts that violate"),
      (fit(silent: 0, low: (60, of: 100), high: (91, of: 100)), "49 posts that do not"),
    ]
    for (scale, reason) in rows {
      #expect(scale.curve == nil && scale.before == nil)
      #expect(ScaleFit.obstacle(to: scale)?.hasPrefix(reason) == true)
    }
    let rare = Calibration.Scale(
      category: .falseRemedy,
      language: .zh,
      posts: 500,
      violating: 60,
      silent: 481,
      missed: 45
    )
    #expect(ScaleFit.obstacle(to: rare)?.hasPrefix("19 posts in which rules") == true)
  }

  @Test("enough posts give Platt's curve, and scores that come true")
  func fitsPlatt() throws {
    let scale = fit(silent: 200, low: (15, of: 50), high: (40, of: 50))
    #expect(scale.posts == 300 && scale.violating == 55 && scale.silent == 200)
    #expect(parameters(try #require(scale.curve)) != nil)
    let low = try #require(scale.probability(of: 0.4))
    let high = try #require(scale.probability(of: 0.9))
    #expect(abs(low - 0.3) < 0.02 && abs(high - 0.8) < 0.02)
    #expect(try #require(scale.after).brier < #require(scale.before).brier)
  }

  @Test("isotonic regression needs many posts, and to be better")
  func choosesIsotonic() throws {
    // A step that no line in log-odds can follow: 0.2, 0.2, 0.9, 0.9.
    func sample(_ count: Int) -> [Forecast] {
      let levels = [(0.2, 0.2), (0.6, 0.2), (0.65, 0.9), (0.95, 0.9)]
      return levels.flatMap { posts($0.0, Int(Double(count) * $0.1), of: count) }
    }
    func curve(_ count: Int) throws -> Calibration.Curve {
      let points = sample(count).enumerated().map {
        ScaleFit.Point(forecast: $1, fold: $0 % Folds.count)
      }
      let fit = ScaleFit(category: .falseRemedy, language: .en, points: points)
      return try #require(fit.scale().curve)
    }
    #expect(parameters(try curve(200)) != nil)
    #expect(parameters(try curve(300)) == nil)
    // Where labels were drawn by a line, the line is as good.
    let straight = fit(silent: 800, low: (120, of: 400), high: (320, of: 400))
    #expect(parameters(try #require(straight.curve)) != nil)
  }
}
