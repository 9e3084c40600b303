public import TrustEngine
internal import TrustRules

extension Calibration {
  /// The calibration that comes with the program, for `Pack.builtIn`; `nil` if there is none, or if
  /// the rules were changed since it was fitted.
  ///
  /// It is compiled in from `rules/calibration.json`.
  public static let builtIn: Calibration? = shipped.flatMap {
    $0.isMade(for: Pack.builtIn) ? $0 : nil
  }

  /// Whether a calibration comes with the program that was fitted on other rules than it has now.
  ///
  /// That is nothing to be repaired by who changes a rule: scores are not calibrated until somebody
  /// with labelled posts fits it anew.
  public static var isBuiltInStale: Bool { shipped != nil && builtIn == nil }

  private static let shipped = BuiltInPacks.opened { () throws(PackError) in
    try Calibration.compiled(into: BuiltInPacks.file)
  }
}
