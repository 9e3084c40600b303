// Compiles a folder of packs, and `calibration.json` beside them if there is one, into a Swift file
// that holds them as one string: a `.tspack` in characters that a string literal can hold.
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

let (bytes, issues) = PackBuild.bytes(
  of: [CommandLine.arguments[1]],
  calibration: CommandLine.arguments[1] + "/calibration.json"
)
for issue in issues where !issue.isWarning {
  print("\(issue.file):\(issue.line):\(issue.column): error: \(issue.message) [\(issue.code)]")
}
guard let bytes else { exit(1) }

/// Seven bytes in eight characters, each a byte of its own in UTF-8; `LinkedBytes` reads them.
func characters(_ bytes: [UInt8]) -> [UInt8] {
  let spelt = (UInt8(0)..<128).map { character -> [UInt8] in
    switch character {
    case UInt8(ascii: "\""): Array("\\\"".utf8)
    case UInt8(ascii: "\\"): Array("\\\\".utf8)
    case 32..<127: [character]
    default: Array("\\u{\(String(character, radix: 16))}".utf8)
    }
  }
  var result: [UInt8] = []
  result.reserveCapacity(3 * bytes.count)
  for start in stride(from: 0, to: bytes.count, by: 7) {
    var group: UInt64 = 0
    for index in start..<min(start + 7, bytes.count) {
      group |= UInt64(bytes[index]) << UInt64(8 * (index - start))
    }
    for place in 0..<8 { result += spelt[Int(group >> UInt64(7 * place) & 0x7F)] }
  }
  return result
}

var source = Array(
  """
  // Made from rules/ at build time.

  enum LinkedPacks {
    static let count = \(bytes.count)
    static let characters: StaticString = "
  """.utf8
)
source += characters(bytes)
source += Array("\"\n}\n".utf8)
do {
  try Data(source).write(to: URL(fileURLWithPath: output), options: .atomic)
} catch {
  print("error: \(output) could not be written: \(error)")
  exit(1)
}
