internal import TrustEngine

/// Isotonic regression: of all curves that never fall, the one with the least squared error.
enum IsotonicFit {
  /// Scores from `low` to `high` whose posts violate at one rate.
  struct Block: Sendable, Hashable {
    var low: Double
    var high: Double
    var posts: Int
    var positives: Int

    var rate: Double { Double(positives) / Double(posts) }
  }

  /// The blocks, ascending, by pooling neighbours that are out of order ("pool adjacent
  /// violators").
  ///
  /// - Complexity: O(n log n).
  static func blocks(_ posts: [Forecast]) -> [Block] {
    var blocks: [Block] = []
    for post in posts.sorted(by: { $0.score < $1.score }) {
      let positives = post.isTrue ? 1 : 0
      // Equal scores are one point.
      if let last = blocks.indices.last, blocks[last].high == post.score {
        blocks[last].posts += 1
        blocks[last].positives += positives
      } else {
        pool(&blocks)
        blocks.append(
          Block(low: post.score, high: post.score, posts: 1, positives: positives)
        )
      }
    }
    pool(&blocks)
    return blocks
  }

  /// Joins the last block with those before it whose rate is not lower.
  private static func pool(_ blocks: inout [Block]) {
    while blocks.count > 1, let last = blocks.last,
      blocks[blocks.count - 2].rate >= last.rate
    {
      blocks.removeLast()
      blocks[blocks.count - 1].high = last.high
      blocks[blocks.count - 1].posts += last.posts
      blocks[blocks.count - 1].positives += last.positives
    }
  }

  /// The curve: level over each block, and straight between them.
  static func curve(_ posts: [Forecast]) -> Calibration.Curve {
    let rounded = posts.map {
      Forecast(score: $0.score.rounded(decimals: 4), isTrue: $0.isTrue)
    }
    var knots: [Calibration.Curve.Knot] = []
    for block in blocks(rounded) {
      for score in Set([block.low, block.high]).sorted() {
        knots.append(.init(score: score, probability: block.rate.rounded(decimals: 4)))
      }
    }
    return .isotonic(knots)
  }
}
