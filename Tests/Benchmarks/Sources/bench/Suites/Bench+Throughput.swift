internal import CPeers

extension Bench {
  /// Every engine on every kind of post: identical work, native use, and floors.
  func throughput() throws {
    let shipped = try ScreenEngine(shipped: "TrustScreen, shipped packs")
    for source in sources {
      try race(
        [Entrant(shipped, .native)] + bystanders(source),
        on: source.posts,
        suite: .throughput,
        group: "shipped packs, and engines without rules",
        column: source.name
      )
    }
    for size in sizes {
      let phrases = try phraseSet(size)
      for source in sources {
        let group = "\(size) phrases"
        let entrants = try phraseEntrants(phrases, source)
        try race(entrants, on: source.posts, suite: .throughput, group: group, column: source.name)
        let comparable = entrants.filter { $0.tracks.contains(.identical) }.map(\.engine)
          .filter { ($0 as? PythonEngine)?.mode != .block }
          .compactMap { $0 as? any MatchingEngine }
        try compare(comparable, on: source.posts, group: group, column: source.name)
        for case let engine as PythonEngine in entrants.map(\.engine) {
          note(build: engine.buildNanoseconds, of: engine.name, group)
        }
        for case let engine as HyperscanEngine in entrants.map(\.engine) {
          note(build: engine.buildNanoseconds, of: engine.name, group)
        }
      }
    }
  }

  /// What screens posts without a list of phrases.
  private func bystanders(_ source: PostSource) throws -> [Entrant] {
    var entrants = [
      Entrant(FunctionEngine.words(), .native), Entrant(FunctionEngine.copying(), .floor),
      Entrant(FunctionEngine.newlines(), .floor), Entrant(FunctionEngine.folding(folding), .floor),
    ]
    if let jieba = try python.engine("jieba", .post, phraseSet(1_000)) {
      entrants.append(Entrant(jieba, .native))
    }
    return entrants
  }

  /// What screens posts for phrases, TrustScreen first.
  private func phraseEntrants(_ phrases: PhraseSet, _ source: PostSource) throws -> [Entrant] {
    var entrants = [
      Entrant(try ScreenEngine("TrustScreen, these phrases", phrases), .identical, .native)
    ]
    for (name, block) in [("per post", 0), ("in blocks of 64 KB", 65_536)] {
      if let engine = HyperscanEngine(
        "fold + Hyperscan, \(name)",
        phrases,
        isFolded: true,
        block: block
      ) {
        entrants.append(Entrant(engine, .identical))
      }
    }
    for (name, block) in [("per post", 0), ("one block", 1 << 30)] {
      if let engine = HyperscanEngine("Hyperscan, \(name)", phrases, isFolded: false, block: block)
      {
        entrants.append(Entrant(engine, .native))
      }
    }
    for package in ["daachorse", "ahocorasick_rs", "pyahocorasick", "hyperscan"] {
      for mode in [PythonEngine.Mode.post, .block] {
        if let engine = try python.engine(package, mode, phrases, isFolded: true) {
          entrants.append(Entrant(engine, .identical))
        }
        if let engine = try python.engine(package, mode, phrases) {
          entrants.append(Entrant(engine, .native))
        }
      }
    }
    if let engine = try python.engine("spacy", .post, phrases, language: source.language) {
      entrants.append(Entrant(engine, .native))
    }
    if Command.exists("rg") {
      entrants.append(Entrant(CommandEngine.ripgrep(phrases, in: folder), .native))
    }
    return entrants
  }

  private func note(build: Int64?, of name: String, _ group: String) {
    guard let build, !name.hasPrefix("fold") else { return }
    results.figure(
      .throughput,
      "building the engine",
      column: group,
      name.split(separator: ",").first.map(String.init) ?? name,
      Double(build) / 1e6,
      "ms"
    )
  }
}
