// Runs one fixed piece of work, for counting its instructions: see .ci/check-instructions.
//
//   InstructionCount CASE CORPORA
//
// The texts are the project's own, so that the count is the same wherever it is made.

import Foundation
import TrustScreen

/// Everything that is done in here is counted; Callgrind knows it by its name.
@inline(never)
func measuredPass(_ work: () throws -> Void) rethrows { try work() }

struct Line: Decodable { var text: String }

func texts(_ file: String) throws -> [[UInt8]] {
  let url = URL(fileURLWithPath: CommandLine.arguments[2]).appendingPathComponent(file)
  return try Data(contentsOf: url).split(separator: 0x0A).map {
    Array(try JSONDecoder().decode(Line.self, from: $0).text.utf8)
  }
}

func screen(_ texts: [[UInt8]]) throws {
  let screener = try Screener(packs: Pack.builtIn, calibration: Calibration.builtIn)
  var scratch = Screener.Scratch()
  func pass() {
    for text in texts { _ = screener.screen(utf8: text.span, using: &scratch) }
  }
  // The first pass makes room and opens ICU's iterators.
  pass()
  measuredPass(pass)
  print(texts.reduce(0) { $0 + $1.count })
}

switch CommandLine.arguments.dropFirst().first {
case "load":
  try measuredPass { _ = try Screener(packs: Pack.builtIn, calibration: Calibration.builtIn) }
  print(1)
case "quiet-zh": try screen(texts("quiet/zh.jsonl"))
case "quiet-en": try screen(texts("quiet/en.jsonl"))
case "posts-zh": try screen(Array(texts("posts/zh.jsonl").prefix(200)))
case "posts-en": try screen(Array(texts("posts/en.jsonl").prefix(200)))
case "long-zh": try screen([Array(texts("quiet/zh.jsonl").joined(separator: [0x0A]))])
case "long-en": try screen([Array(texts("quiet/en.jsonl").joined(separator: [0x0A]))])
default: fatalError("there is no such case")
}
