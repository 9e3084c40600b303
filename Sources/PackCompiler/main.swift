// Compiles a folder of packs into a Swift file that holds them as one string.
//
//   PackCompiler RULES OUTPUT
//
// The build runs it on `rules/`; a mistake in a pack is a build error at its place.

import Foundation
import TrustRuleFiles
import TrustRules

guard CommandLine.arguments.count == 3 else {
  print("usage: PackCompiler RULES OUTPUT")
  exit(2)
}
let output = CommandLine.arguments[2]

let (entries, issues) = PackFiles.archive(CommandLine.arguments[1])
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
  }

  """
do {
  try source.write(toFile: output, atomically: true, encoding: .utf8)
} catch {
  print("error: \(output) could not be written: \(error)")
  exit(1)
}
