internal import CPeers

/// Times engines beside each other: in rounds, in turn, on the same posts.
struct Contest {
  /// How many rounds there are.
  var rounds: Int
  /// About how much time an engine gets in a round.
  ///
  /// A slow one screens fewer posts, from the start.
  var budget: Int64

  /// What an engine took in each round.
  struct Outcome {
    var entrant: Entrant
    var count: Int
    var bytes: Int
    var matches: Int
    var nanoseconds: [Int64]
  }

  func run(_ entrants: [Entrant], on posts: Posts) throws -> [Outcome] {
    var outcomes = try entrants.map { entrant in
      let count = try share(of: posts, entrant.engine)
      return Outcome(
        entrant: entrant,
        count: count,
        bytes: Int(posts.starts[count]),
        matches: 0,
        nanoseconds: []
      )
    }
    for round in 0..<rounds {
      for turn in outcomes.indices {
        let index = (turn + round) % outcomes.count
        let run = try outcomes[index].entrant.engine.run(posts, count: outcomes[index].count)
        outcomes[index].nanoseconds.append(run.nanoseconds)
        outcomes[index].matches = run.matches
      }
    }
    return outcomes
  }

  /// How many posts an engine screens in its time; found by trying, which also warms it up.
  private func share(of posts: Posts, _ engine: any Engine) throws -> Int {
    guard !engine.needsAll else { return posts.count }
    var count = min(posts.count, 64)
    while true {
      let taken = max(1, try engine.run(posts, count: count).nanoseconds)
      if count == posts.count || taken > budget / 8 {
        return min(posts.count, max(1, Int(Double(budget) / Double(taken) * Double(count))))
      }
      count = min(posts.count, count * 8)
    }
  }
}
