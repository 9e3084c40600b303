package import TrustRules

extension Screener {
  /// The same screener, with rules as sure as a calibration found them and scores that it turns into
  /// probabilities.
  ///
  /// - Throws: `PackError` if it was made for other packs, unless the options allow that.
  func calibrated(by calibration: Calibration) throws(PackError) -> Screener {
    let isStale = Set(calibration.packs) != Set(identity.packs)
    guard !isStale || options.allowsStaleCalibration else {
      throw PackError([mismatch(with: calibration)])
    }
    // A rule is unchanged if its pack is.
    let unchanged = identity.packs.filter(calibration.packs.contains).compactMap {
      $0.split(separator: "@").first.map(String.init)
    }
    var identity = identity
    identity.calibration = calibration.digest + (isStale ? "+stale" : "")
    return Screener(
      ruleset: weighed(by: calibration.rules.filter { unchanged.contains($0.key.pack) }).ruleset,
      scales: isStale ? nil : ScoreScales(calibration),
      identity: identity,
      options: options
    )
  }

  /// The same screener with evidence added to the authors' guesses: to be called on one that has
  /// none yet.
  package func weighed(by evidence: [Rule.ID: Calibration.RuleEvidence]) -> Screener {
    altered { ruleset in
      for index in ruleset.rules.indices {
        guard let evidence = evidence[ruleset.rules[index].id] else { continue }
        let guess = ruleset.rules[index].confidence
        ruleset.rules[index].confidence = evidence.confidence(guess: guess)
      }
    }
  }

  private func mismatch(with calibration: Calibration) -> PackError.Issue {
    let foreign = calibration.packs.filter { !identity.packs.contains($0) }
    let unknown = identity.packs.filter { !calibration.packs.contains($0) }
    var differences: [String] = []
    if !foreign.isEmpty { differences.append("was made for \(Self.short(foreign))") }
    if !unknown.isEmpty { differences.append("does not know \(Self.short(unknown))") }
    return PackError.Issue(
      "calibration-mismatch",
      at: Mark(file: calibration.data.name, line: 0, column: 0),
      "the calibration \(differences.joined(separator: " and "))",
      hint: "fit it anew with “trustscreen calibrate”, or allow a stale calibration"
    )
  }

  /// Packs with as much of their digests as tells them apart.
  private static func short(_ packs: [String]) -> String {
    packs.map { pack in
      let parts = pack.split(separator: ":", maxSplits: 1)
      return parts.count == 2 ? "\(parts[0]):\(parts[1].prefix(8))" : pack
    }.joined(separator: ", ")
  }
}
