package import TrustEngine
internal import TrustRules

/// Small calibrations for tests, made for the packs of a screener.
package enum SampleCalibration {
  /// A calibration with evidence on rules of the pack `test`, by name, and scales.
  package static func calibration(
    for screener: Screener,
    rules: [String: Calibration.RuleEvidence] = [:],
    scales: [Calibration.Scale] = []
  ) -> Calibration {
    var evidence: [Rule.ID: Calibration.RuleEvidence] = [:]
    for (name, own) in rules { evidence[Rule.ID(pack: "test", name: name)] = own }
    return Calibration(
      data: .init(name: "sample", digest: "d1", posts: 400),
      packs: screener.identity.packs,
      rules: evidence,
      scales: scales,
      digest: "c1"
    )
  }

  /// Of 400 posts of a language 100 violate; of the 299 silent ones 14 do: a missed rate of 14.5/300.
  package static func scale(
    _ category: String,
    _ language: PostLanguage,
    _ curve: Calibration.Curve?
  ) -> Calibration.Scale {
    Calibration.Scale(
      category: Category(name: category),
      language: language,
      posts: 400,
      violating: 100,
      silent: 299,
      missed: 14,
      curve: curve
    )
  }
}
