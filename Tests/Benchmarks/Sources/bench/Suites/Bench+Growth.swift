extension Bench {
  /// What more phrases cost.
  func growthOverRules() throws {
    let sizes = options.quick ? [100, 1_000, 3_000] : [100, 1_000, 3_000, 10_000, 30_000, 100_000]
    for source in sources where !source.isMixed {
      for size in sizes {
        try race(
          pair(phraseSet(size)),
          on: source.posts,
          suite: .rules,
          group: source.name,
          column: "\(size)"
        )
      }
    }
  }

  /// What findings cost: from no post with one to 30 of 100.
  func hitRates() throws {
    let phrases = try phraseSet(3_000)
    let shipped = try ScreenEngine(shipped: "TrustScreen, shipped packs")
    let engine = try ScreenEngine("TrustScreen, 3000 phrases", phrases)
    for source in sources where !source.isMixed {
      let posts = source.posts.prefix(bytes: limit / 4)
      let flagged = try Repository.hits(source.language)
      let own = Posts(name: "own", flagged)
      let sure = shipped.split(own).found.map { Array(own.text($0)) }
      for percent in [0, 1, 3, 10, 30] {
        var mixer = PostMixer()
        for (engine, hits) in [(shipped, sure), (engine, phrases.phrases.map { Array($0.utf8) })] {
          let quiet = Posts(name: posts.name, engine.split(posts).quiet.lazy.map { posts.text($0) })
          let mixed = mixer.posts(quiet, name: posts.name, percent: percent, hits: hits)
          try race(
            [Entrant(engine, .native)],
            on: mixed,
            suite: .hits,
            group: source.name,
            column: "\(percent) % hits"
          )
        }
      }
    }
  }

  /// What long posts cost.
  func postLengths() throws {
    let entrants = try [Entrant(ScreenEngine(shipped: "TrustScreen, shipped packs"), .native)]
    for source in sources where !source.isMixed {
      var maker = PostMaker(like: source.posts)
      for length in [20, 100, 1_000, 10_000, 100_000] {
        let posts = maker.posts(name: source.name, bytes: limit / 4, eachOf: length)
        try race(
          entrants + pair(phraseSet(3_000)),
          on: posts,
          suite: .lengths,
          group: source.name,
          column: "\(length) B"
        )
      }
    }
  }

  /// What texts cost that are made to be slow or to hide.
  func hostileTexts() throws {
    let phrases = try phraseSet(3_000)
    let hits = phrases.phrases.map { Array($0.utf8) }
    for source in sources where !source.isMixed {
      var mixer = PostMixer()
      let spiced = mixer.posts(
        source.posts.prefix(bytes: limit / 16),
        name: source.name,
        percent: 10,
        hits: hits
      )
      let size = limit / 16
      let sets = [
        ("plain", spiced),
        ("zero-width", PostMixer.disguised(spiced, name: "", bytes: size, PostMixer.zeroWidth)),
        ("full width", PostMixer.disguised(spiced, name: "", bytes: size, PostMixer.fullWidth)),
        ("marks", PostMixer.disguised(spiced, name: "", bytes: size, PostMixer.zalgo)),
        ("all hits", mixer.onlyHits(hits, name: "", bytes: size)),
      ]
      for (name, posts) in sets {
        let entrants = try [Entrant(ScreenEngine(shipped: "TrustScreen, shipped packs"), .native)]
        try race(
          entrants + pair(phrases),
          on: posts,
          suite: .hostile,
          group: source.name,
          column: name
        )
      }
    }
  }

  /// Whether a long run is as fast as a short one.
  func growthOverInput() throws {
    let shipped = try ScreenEngine(shipped: "TrustScreen, shipped packs")
    let sizes =
      options.megabytes.map { [$0 / 20, $0 / 4, $0] } ?? (options.quick ? [2, 4] : [10, 50, 200])
    // A whole set has to be screened, however long it takes.
    let contest = Contest(rounds: options.quick ? 1 : 3, budget: .max)
    for source in sources where !source.isMixed {
      for megabytes in sizes {
        var maker = PostMaker(like: source.posts)
        let posts = maker.posts(name: source.name, bytes: max(1, megabytes) * 1_000_000)
        let entrants = [Entrant(shipped, .native), Entrant(FunctionEngine.newlines(), .floor)]
        for outcome in try contest.run(entrants, on: posts) {
          for track in outcome.entrant.tracks {
            results.speeds.append(
              Speed(
                suite: Suite.input.rawValue,
                track: track,
                group: source.name,
                column: "\(megabytes) MB",
                outcome
              )
            )
          }
        }
      }
    }
  }

  /// TrustScreen and its nearest peer on the same phrases.
  private func pair(_ phrases: PhraseSet) throws -> [Entrant] {
    let own = Entrant(try ScreenEngine("TrustScreen, phrases", phrases), .identical)
    let peer = HyperscanEngine("fold + Hyperscan, per post", phrases, isFolded: true)
    return [own] + (peer.map { [Entrant($0, .identical)] } ?? [])
  }
}
