import Testing

@testable import TrustEvaluation

/// Whether two numbers agree to `digits` significant digits.
func agree(_ a: Double, _ b: Double, digits: Double = 1e-10) -> Bool {
  abs(a - b) <= digits * max(abs(a), abs(b), 1e-300)
}

@Suite("Statistics") struct StatisticsTests {
  @Test("the generator gives the published numbers")
  func splitMix() {
    var generator = SplitMix64(seed: 1_234_567)
    let numbers = (0..<5).map { _ in generator.next() }
    #expect(
      numbers == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
        4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
      ]
    )
  }

  @Test(
    "the logarithm of the gamma function has the values of mpmath",
    arguments: [
      (0.5, 0.5723649429247001), (1.5, -0.12078223763524522), (3.7, 1.428072326665388),
      (10, 12.801827480081469), (1000.5, 5908.674175848678), (140_001, 1_518_922.5218607811),
    ]
  )
  func logGamma(_ x: Double, _ expected: Double) {
    #expect(agree(BetaDistribution.logGamma(x), expected, digits: 1e-13))
  }

  @Test(
    "the incomplete beta function has the values of mpmath and SciPy",
    arguments: [
      (0.5, 0.5, 0.3, 0.36901011956554536), (1, 3, 0.25, 0.578125), (5, 5, 0.5, 0.5),
      (2.5, 0.5, 0.9, 0.48958974456442755), (9.5, 1.5, 0.8, 0.2263649123796792),
      (180.5, 20.5, 0.9, 0.5126157776037716), (3.5, 139_997.5, 2e-5, 0.4128497363688219),
      (70_000.5, 70_000.5, 0.501, 0.7728705072651274), (0.5, 10.5, 1e-6, 0.0036131010659761365),
    ]
  )
  func incompleteBeta(_ a: Double, _ b: Double, _ x: Double, _ expected: Double) {
    #expect(agree(BetaDistribution(a: a, b: b).cumulative(x), expected, digits: 1e-9))
    #expect(agree(BetaDistribution(a: b, b: a).cumulative(1 - x), 1 - expected, digits: 1e-9))
  }

  @Test("a quantile is undone by the distribution")
  func quantileIsInverse() {
    for a in [0.5, 1, 2.5, 40] {
      for b in [0.5, 3, 17.5, 900] {
        let beta = BetaDistribution(a: a, b: b)
        for probability in [0.025, 0.5, 0.975] {
          #expect(agree(beta.cumulative(beta.quantile(probability)), probability, digits: 1e-8))
        }
      }
    }
  }

  @Test(
    "Jeffreys' interval has the values of SciPy",
    arguments: [
      (1, 10, 0.011011673763161133, 0.3813147710666164),
      (5, 10, 0.22352867025270517, 0.7764713297472947),
      (9, 10, 0.6186852289333836, 0.9889883262368389),
      (18, 20, 0.7161467426957477, 0.9786275119775252),
      (45, 50, 0.7946451719769524, 0.9608056356058162),
      (180, 200, 0.8527013848346694, 0.9358335838515768),
      (3, 140_000, 6.035282748242654e-06, 5.7187319200344935e-05),
      (0, 10, 0, 0.21719626750921053), (0, 2000, 0, 0.0012550263386699402),
      (10, 10, 0.7828037324907894, 1),
    ]
  )
  func jeffreys(_ right: Int, _ count: Int, _ low: Double, _ high: Double) {
    let interval = Jeffreys.interval(right: right, of: count)
    #expect(agree(interval.lowerBound, low, digits: 1e-8))
    #expect(agree(interval.upperBound, high, digits: 1e-8))
  }

  @Test("nothing seen leaves every share possible")
  func jeffreysOfNothing() {
    #expect(Jeffreys.interval(right: 0, of: 0) == 0...1)
  }

  @Test("precision, recall and F1 are those of the textbook, and undefined without a denominator")
  func counts() {
    let some = Counts(predicted: 5, right: 4, labelled: 4, found: 2)
    #expect(some.precision == 0.8)
    #expect(some.recall == 0.5)
    #expect(agree(some.f1 ?? 0, 0.8 / 1.3))
    #expect([some.truePositives, some.falsePositives, some.falseNegatives] == [2, 1, 2])
    let none = Counts()
    #expect(none.precision == nil && none.recall == nil && none.f1 == nil)
    let silent = Counts(predicted: 0, right: 0, labelled: 3, found: 0)
    #expect(silent.precision == nil && silent.recall == 0 && silent.f1 == 0)
    let noisy = Counts(predicted: 3, right: 0, labelled: 0, found: 0)
    #expect(noisy.precision == 0 && noisy.recall == nil && noisy.f1 == 0)
  }

  @Test("a quantile lies between its two neighbours")
  func quantile() {
    #expect(agree(Bootstrap.quantile(0.025, of: [1, 2, 3, 4, 5]), 1.1))
    #expect(Bootstrap.quantile(0.975, of: [7]) == 7)
  }
}

@Suite("Bootstrap") struct BootstrapTests {
  let posts: [Counts] =
    Array(repeating: Counts(predicted: 1, right: 1, labelled: 1, found: 1), count: 4)
    + Array(repeating: Counts(predicted: 1, right: 0, labelled: 0, found: 0), count: 2)
    + [Counts(predicted: 0, right: 0, labelled: 1, found: 0)]
    + Array(repeating: Counts(), count: 3)

  // The numbers are from a second implementation, in Python with NumPy, of the same generator.
  @Test("the intervals are those of another implementation")
  func knownIntervals() throws {
    let intervals = Bootstrap(resamples: 1000, seed: 7).intervals(of: posts)
    let precision = try #require(intervals.precision)
    let recall = try #require(intervals.recall)
    let f1 = try #require(intervals.f1)
    #expect(agree(precision.lowerBound, 0.25) && precision.upperBound == 1)
    #expect(agree(recall.lowerBound, 1.0 / 3) && recall.upperBound == 1)
    #expect(agree(f1.lowerBound, 2.0 / 7))
    #expect(agree(f1.upperBound, 0.94868421, digits: 1e-7))
  }

  @Test("the same seed gives the same intervals, another seed others")
  func deterministic() {
    let once = Bootstrap(resamples: 200, seed: 3).intervals(of: posts)
    let again = Bootstrap(resamples: 200, seed: 3).intervals(of: posts)
    let other = Bootstrap(resamples: 200, seed: 4).intervals(of: posts)
    #expect(once.f1 == again.f1)
    #expect(once.f1 != other.f1)
  }

  @Test("where nothing can be drawn or measured there is no interval")
  func nothing() {
    #expect(Bootstrap(resamples: 10, seed: 1).intervals(of: []).f1 == nil)
    #expect(Bootstrap(resamples: 0, seed: 1).intervals(of: posts).f1 == nil)
    #expect(Bootstrap(resamples: 10, seed: 1).intervals(of: [Counts()]).precision == nil)
  }
}
