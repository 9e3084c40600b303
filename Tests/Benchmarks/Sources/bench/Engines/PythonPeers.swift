internal import Foundation

/// The Python packages that can take part.
final class PythonPeers {
  private let worker: PythonWorker?
  private let packages: [String]
  private let folder: URL

  private static let known = [
    "ahocorasick_rs", "daachorse", "hyperscan", "pyahocorasick", "spacy", "jieba",
  ]

  /// Asks some Python which of them it has; what it has not is noted as missing.
  init(_ python: String, _ results: Results, in folder: URL) {
    self.folder = folder
    var packages: [String] = []
    var worker: PythonWorker?
    do {
      let script = Repository.path("Tests/Benchmarks/peers.py")
      let started = try PythonWorker(python: python, script: script)
      for package in Self.known {
        let answer = try started.ask(.init(engine: package, mode: "post"))
        if let missing = answer.missing {
          results.miss("\(package) (pip)", missing)
        } else {
          packages.append(package)
          results.note("\(package) (pip)", answer.version ?? "")
        }
      }
      worker = started
    } catch {
      results.miss("all Python packages", "\(error)")
    }
    self.packages = packages
    self.worker = worker
  }

  /// A package's engine, if the package is there.
  func engine(
    _ package: String,
    _ mode: PythonEngine.Mode,
    _ phrases: PhraseSet,
    isFolded: Bool = false,
    language: String = "en"
  ) throws -> PythonEngine? {
    guard let worker, packages.contains(package) else { return nil }
    return try PythonEngine(
      package,
      mode,
      phrases,
      isFolded: isFolded,
      language: language,
      worker: worker,
      in: folder
    )
  }
}
