// Compiles a folder of packs, and `calibration.json` beside them if there is one, into a Swift file
// that holds each as one string.
//
//   PackCompiler RULES OUTPUT
//
// The build runs it on `rules/`; a mistake in a file is a build error at its place. A calibration
// made for other packs is none: it is compiled in, and not used.

import Foundation
import TrustRuleFiles
import TrustRules

guard CommandLine.arguments.count == 3 else {
  print("usage: PackCompiler RULES OUTPUT")
  exit(2)
}
let output = CommandLine.arguments[2]

var (entries, issues) = PackFiles.archive(CommandLine.arguments[1])
let calibration = CalibrationFile.archive(CommandLine.arguments[1] + "/calibration.json")
issues += calibration.issues
for issue in issues where !issue.isWarning {
  print("\(issue.file):\(issue.line):\(issue.column): error: \(issue.message) [\(issue.code)]")
}
guard !issues.contains(where: { !$0.isWarning }) else { exit(1) }

let source = """
  // Made from rules/ at build time.

  enum BuiltIn {
    static let archive: StaticString = ###\"\"\"
  \(PackArchive.encode(entries))
  \"\"\"###
    static let calibration: StaticString = ###\"\"\"
  \(PackArchive.encode(calibration.entries))
  \"\"\"###
  }

  """
do {
  try source.write(toFile: output, atomically: true, encoding: .utf8)
} catch {
  print("error: \(output) could not be written: \(error)")
  exit(1)
}
