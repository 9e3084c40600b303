internal import ArgumentParser
internal import TrustEngine
internal import TrustPacks
internal import TrustRuleFiles
internal import TrustRules
internal import TrustText

/// Which rules to run, and how sure to be of them.
struct ScreenerOptions: ParsableArguments {
  @OptionGroup var packs: PackOptions

  @Option(
    name: .long,
    help: "A calibration to use; by default the built-in one, with the built-in packs.",
    completion: .file()
  )
  var calibration: String?

  @Flag(name: .long, help: "Use no calibration: rules are as sure as their authors guessed.")
  var noCalibration = false

  @Flag(
    name: .long,
    help: "Use what --calibration says of unchanged packs, though others have changed."
  )
  var allowStaleCalibration = false

  @Option(
    name: .long,
    help: "Disguises to see through though no rule asks: all, sounds, stand-ins, masks; repeatable."
  )
  var disguises: [DisguiseChoice] = []

  func validate() throws {
    if calibration != nil, noCalibration {
      throw ValidationError("--calibration and --no-calibration contradict each other")
    }
    if calibration == nil, allowStaleCalibration {
      throw ValidationError("--allow-stale-calibration needs --calibration")
    }
  }

  /// The disguises that were named, each by a name of its own and in a fixed order, however they were
  /// named: what a run must be resumed with.
  var disguiseNames: [String] {
    let chosen = disguises.reduce(into: Disguises()) { $0.formUnion($1.disguises) }
    return DisguiseChoice.allCases.filter { $0 != .all && chosen.isSuperset(of: $0.disguises) }
      .map(\.rawValue)
  }

  /// A screener for the packs that sees through `more` disguises beside those that were named.
  func screener(seeingThrough more: Disguises = []) throws -> Screener {
    let packs = try packs.load()
    do throws(PackError) { return try screener(for: packs, seeingThrough: more) } catch {
      for issue in error.issues { Console.note(IssuePrinter().text(issue)) }
      throw ExitStatus.misuse
    }
  }

  /// A screener, without a word to the terminal.
  func built() throws(PackError) -> Screener {
    try screener(for: packs.loadSilently(), seeingThrough: [])
  }

  private func screener(
    for packs: [Pack],
    seeingThrough more: Disguises
  ) throws(PackError) -> Screener {
    var options = Screener.Options()
    options.allowsStaleCalibration = allowStaleCalibration
    options.disguises = disguises.reduce(more) { $0.union($1.disguises) }
    return try Screener(
      packs: packs,
      calibration: try chosenCalibration(for: packs),
      options: options
    )
  }

  /// The one that was named, the one that came with the packs, or the built-in one if it fits.
  private func chosenCalibration(for packs: [Pack]) throws(PackError) -> Calibration? {
    if let calibration { return try .file(calibration) }
    guard !noCalibration else { return nil }
    if let own = try Calibration.compiled(with: packs) { return own }
    guard let builtIn = Calibration.builtIn, builtIn.isMade(for: packs) else { return nil }
    return builtIn
  }
}

/// Disguises as they are named on the command line.
enum DisguiseChoice: String, CaseIterable, ExpressibleByArgument {
  case all, sounds, masks
  case standIns = "stand-ins"

  /// What the name stands for.
  var disguises: Disguises {
    switch self {
    case .all: .optional
    case .sounds: .sounds
    case .masks: .masks
    case .standIns: .standIns
    }
  }
}
