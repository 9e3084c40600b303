import Foundation
import TrustEngine
import TrustRuleFiles
import TrustRules
import TrustText

// dev: screens jsonl
let args = CommandLine.arguments
do {
  let checked = PackFiles.folder(args[1])
  for i in checked.flatMap(\.issues) { FileHandle.standardError.write("\(i.file):\(i.line):\(i.column): \(i.code): \(i.message) \(i.hint ?? "")\n".data(using: .utf8)!) }
  let packs = checked.compactMap(\.pack)
  let screener = try Screener(packs: packs)
  var scratch = Screener.Scratch()
  if args[2] == "-t" {
    for t in args[3...] {
      let r = screener.screen(Post(text: t), using: &scratch)
      print(t)
      for f in r.findings { print("  F", f.rule, f.confidence, t.unicodeScalars.count, f.span.scalars, f.span.range(in: t).map { String(t[$0]) } ?? "?", f.softenedBy) }
      for f in r.suppressed { print("  S", f.finding.rule, f.by, f.finding.span.range(in: t).map { String(t[$0]) } ?? "?", f.cue?.range(in: t).map { String(t[$0]) } ?? "-") }
    }
    exit(0)
  }
  for file in args[2...] {
    let data = FileManager.default.contents(atPath: file)!
    for line in data.split(separator: 10) {
      let o = try JSONSerialization.jsonObject(with: Data(line)) as! [String: Any]
      let r = screener.screen(Post(id: o["id"] as? String, text: o["text"] as! String), using: &scratch)
      let out: [String: Any] = [
        "id": r.id ?? "",
        "f": r.findings.map { ["rule": "\($0.rule)", "c": $0.category.name, "k": $0.kind, "p": $0.confidence, "s": $0.span.scalars.lowerBound, "e": $0.span.scalars.upperBound, "soft": $0.softenedBy] },
        "x": r.suppressed.map { ["rule": "\($0.finding.rule)", "c": $0.finding.category.name, "by": $0.by, "s": $0.finding.span.scalars.lowerBound, "e": $0.finding.span.scalars.upperBound, "cue": [$0.cue?.scalars.lowerBound ?? -1, $0.cue?.scalars.upperBound ?? -1]] },
      ]
      print(String(data: try JSONSerialization.data(withJSONObject: out, options: [.sortedKeys]), encoding: .utf8)!)
    }
  }
} catch let e as PackError {
  for i in e.issues { print("\(i.file):\(i.line):\(i.column): \(i.code): \(i.message) \(i.hint ?? "")") }
  exit(2)
}
