import TrustRuleFiles
@testable import TrustRules

/// The mistakes of a pack written as YAML, as `line:column code`, in the order of the report.
func mistakes(_ yaml: String) -> [String] {
  issues(yaml).filter { !$0.isWarning }.map { "\($0.line):\($0.column) \($0.code)" }
}

/// Everything that is wrong with a pack written as YAML.
func issues(_ yaml: String) -> [PackError.Issue] {
  let (node, issues) = YAMLSource.read(yaml, file: "pack.yaml")
  guard let node, issues.isEmpty else { return PackError(issues).issues }
  return Pack.check(files: [node], used: [], digest: "").issues
}

/// A pack header without mistakes: five lines, so that what follows starts at line 6.
let header = """
  trustscreen: 1
  pack: test
  version: 2026.1.0
  guidance:
    source: {zh: 指南, en: Guideline}

  """

/// The lines of a rule without mistakes, for tests to take from or add to; it starts at line 6.
func rule(_ changes: [String: String] = [:], _ more: String...) -> String {
  let lines: [(key: String, line: String)] = [
    ("id", "id: r"), ("category", "category: false-remedy"), ("kind", "kind: cure"),
    ("severity", "severity: high"), ("find", "find: 大蒜"), ("message", "message: {zh: 甲, en: a}"),
    ("guidance", "guidance: source"), ("examples", "examples: {flag: 大蒜}"),
  ]
  let kept = lines.map { changes[$0.key] ?? $0.line }.filter { !$0.isEmpty } + more
  return header + "rules:\n  - " + kept.joined(separator: "\n    ") + "\n"
}
