internal import ArgumentParser
internal import Foundation
internal import TrustEngine
internal import TrustEvaluation
internal import TrustRules

/// `calibrate`: labelled posts in, a calibration out.
struct CalibrateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calibrate",
    abstract: "Fits to labelled posts how sure rules are and which probability scores stand for.",
    discussion: """
      Posts are read as “evaluate” reads them; uncheckable ones count nowhere. Near-duplicates are \
      kept together, and nothing is judged by posts that it was learned from. A score becomes a \
      probability for a category and a language with at least 200 posts, 50 of which violate; with \
      fewer there is only the evidence on rules. The file holds numbers and names, and no post.

      EXAMPLES
        trustscreen calibrate zh.jsonl en.jsonl --out calibration.json --name our-posts \\
          --guideline 'labelling guide, 2026-11' --agreement 'kappa 0.8'
        trustscreen check draft.txt --calibration calibration.json
      """
  )

  @Argument(help: "Labelled posts, JSON lines; - is standard input.", completion: .file())
  var files: [String]

  @Option(name: .long, help: "Where to write the calibration; without, only figures are printed.")
  var out: String?

  @Option(name: .long, help: "What to call the set; by default the names of its files.")
  var name: String?

  @Option(name: .long, help: "The labelling guideline, with its version.")
  var guideline: String?

  @Option(name: .long, help: "How well readers agreed, with the measure, such as “kappa 0.8”.")
  var agreement: String?

  @Option(name: .long, help: "When the posts were read, such as 2026-11.")
  var date: String?

  @OptionGroup var packs: PackOptions

  func run() throws {
    let input = try LabelledInput(files)
    let calibrator = try Calibrator(packs: packs.load())
    let data = Calibration.DataSet(
      name: name ?? files.map(Self.lastPart).joined(separator: ", "),
      digest: input.digest,
      date: date,
      guideline: guideline,
      agreement: agreement
    )
    let fit = calibrator.fit(input.posts.posts, of: data)
    Console.write(fit.text())
    if let out {
      do {
        try Data(fit.calibration.json().utf8).write(to: URL(fileURLWithPath: out))
      } catch {
        throw ValidationError("“\(out)” cannot be written: \(error.localizedDescription)")
      }
    }
    try input.end()
  }

  private static func lastPart(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}
