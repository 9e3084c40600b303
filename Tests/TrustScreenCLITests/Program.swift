import Foundation

/// Runs the built program as a user would.
struct Program {
  struct Outcome {
    var status: Int32
    var output: String
    var errors: String
  }

  /// A folder of its own for a test's files.
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  /// Writes a file into the test's folder and answers its path.
  func file(_ name: String, _ text: String) throws -> String {
    try file(name, Data(text.utf8))
  }

  func file(_ name: String, _ data: Data) throws -> String {
    let path = folder.appendingPathComponent(name)
    try data.write(to: path)
    return path.path
  }

  func run(_ arguments: String..., input: String = "", locale: String = "C") throws -> Outcome {
    try run(arguments, input: input, locale: locale)
  }

  func run(_ arguments: [String], input: String = "", locale: String = "C") throws -> Outcome {
    let process = Process()
    process.executableURL = try Self.executable()
    process.arguments = arguments
    process.environment = ["LC_ALL": locale, "PATH": "/usr/bin:/bin", "HOME": folder.path]
    let (source, sink, errors) = (Pipe(), Pipe(), Pipe())
    process.standardInput = source
    process.standardOutput = sink
    process.standardError = errors
    try process.run()
    try source.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try source.fileHandleForWriting.close()
    let output = sink.fileHandleForReading.readDataToEndOfFile()
    let complaint = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus,
      output: String(decoding: output, as: UTF8.self),
      errors: String(decoding: complaint, as: UTF8.self)
    )
  }

  /// The program that this build made, beside the test bundle.
  static func executable() throws -> URL {
    let candidates =
      [
        Bundle.main.bundleURL, Bundle.main.executableURL,
        URL(fileURLWithPath: CommandLine.arguments[0]),
      ]
      .compactMap { $0?.deletingLastPathComponent() }
      + Bundle.allBundles.map { $0.bundleURL.deletingLastPathComponent() }
      + [URL(fileURLWithPath: FileManager.default.currentDirectoryPath + "/.build/debug")]
    for folder in candidates {
      let program = folder.appendingPathComponent("trustscreen")
      if FileManager.default.isExecutableFile(atPath: program.path) { return program }
    }
    throw CocoaError(.fileNoSuchFile)
  }
}

/// A pack small enough to read at a glance, in good order.
let smallPack = """
  trustscreen: 1
  pack: small
  version: 2026.1.0
  guidance:
    source: {zh: 依据, en: A source}
  contexts:
    negated:
      reach: clause
      before: {zh: 不能, en: does not}
  rules:
    - id: remedy.onion
      category: false-remedy
      kind: cure
      severity: high
      find:
        zh: 洋葱 ...3 治 ...2 感冒
        en: onion~ ...3 cure~ ...2 flu
      unless: negated
      message: {zh: 没有证据表明洋葱能治感冒。, en: There is no evidence that onions cure flu.}
      suggest: {zh: 请删去。, en: Leave it out.}
      guidance: source
      examples:
        flag: |
          大家听好，<<洋葱能治感冒>>
          Onions cure the flu
        pass:
          negated: |
            洋葱不能治感冒

  """
