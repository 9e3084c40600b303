package import TrustRules

/// Turns what a calibration's file says into a calibration, and collects every mistake.
package struct CalibrationReader {
  var reader = NodeReader()

  /// The name and version of the form that this engine reads and writes.
  package static let schema = "trustscreen.calibration/1"

  private init() {}

  /// Reads a calibration.
  ///
  /// - Parameters:
  ///   - node: What the file says.
  ///   - digest: SHA-256 of the file.
  /// - Returns: What could be read, and everything that is wrong with it.
  package static func read(
    _ node: SourceNode,
    digest: String
  ) -> (calibration: Calibration, issues: [PackError.Issue]) {
    var reader = CalibrationReader()
    let calibration = reader.calibration(node, digest: digest)
    return (calibration, reader.reader.issues)
  }

  private mutating func calibration(_ node: SourceNode, digest: String) -> Calibration {
    var calibration = Calibration(
      data: .init(name: "", digest: ""),
      packs: [],
      digest: digest
    )
    let keys = ["schema", "data", "packs", "rules", "scales"]
    // Of another form nothing but its name can be judged.
    guard isOurs(node) else { return calibration }
    let fields = fields(of: node, required: keys, what: "the calibration")
    if let data = fields["data"] { calibration.data = dataSet(data) }
    calibration.packs = reader.names(fields["packs"], what: "packs").map(\.name)
    for entry in fields["rules"].map({ entries(of: $0) }) ?? [] {
      calibration.rules[entry.rule] = entry.evidence
    }
    for item in list(fields["scales"], what: "scales") {
      guard let scale = scale(item) else { continue }
      if calibration.scales.contains(where: {
        ($0.category, $0.language) == (scale.category, scale.language)
      }) {
        reader.report(
          "duplicate-key",
          at: item.mark,
          "\(scale.category.name) in \(scale.language.rawValue) has two scales",
          hint: "keep one of them"
        )
      }
      calibration.scales.append(scale)
    }
    return calibration
  }

  private mutating func isOurs(_ node: SourceNode) -> Bool {
    let stated = node.map?.first { $0.key.text == "schema" }?.value
    guard stated?.text != Self.schema else { return true }
    reader.report(
      "bad-format",
      at: stated?.mark ?? node.mark,
      stated?.text.map { "this program cannot read “\($0)”" } ?? "this is no calibration",
      hint: "a calibration states “schema”: “\(Self.schema)”; fit one with “trustscreen calibrate”"
    )
    return false
  }

  private mutating func dataSet(_ node: SourceNode) -> Calibration.DataSet {
    let fields = fields(
      of: node,
      required: ["name", "digest", "posts"],
      optional: ["date", "guideline", "agreement"],
      what: "data"
    )
    return Calibration.DataSet(
      name: reader.text(fields["name"], what: "name") ?? "",
      digest: reader.text(fields["digest"], what: "digest") ?? "",
      posts: count(fields["posts"], what: "posts") ?? 0,
      date: reader.text(fields["date"], what: "date"),
      guideline: reader.text(fields["guideline"], what: "guideline"),
      agreement: reader.text(fields["agreement"], what: "agreement")
    )
  }

  private mutating func entries(
    of node: SourceNode
  ) -> [(rule: Rule.ID, evidence: Calibration.RuleEvidence)] {
    guard let map = node.map else {
      reader.report("wrong-type", at: node.mark, "rules must be a map, not \(node.kind)")
      return []
    }
    var seen: Set<Rule.ID> = []
    return map.compactMap { key, value in
      let parts = (key.text ?? "").split(separator: "/", omittingEmptySubsequences: false)
      guard parts.count == 2, parts.allSatisfy({ NodeReader.isIdentifier(String($0)) }) else {
        reader.report(
          "bad-id",
          at: key.mark,
          "“\(key.text ?? key.kind)” is not a rule",
          hint: "a rule is named pack/rule"
        )
        return nil
      }
      let rule = Rule.ID(pack: String(parts[0]), name: String(parts[1]))
      if !seen.insert(rule).inserted {
        reader.report("duplicate-key", at: key.mark, "“\(rule)” stands twice")
      }
      let fields = fields(of: value, required: ["hits", "right"], what: "evidence")
      let hits = count(fields["hits"], what: "hits")
      let right = count(fields["right"], atMost: hits, of: "hits", what: "right")
      return (rule, .init(hits: hits ?? 0, right: right ?? 0))
    }
  }

  // MARK: - Values

  /// The values of a map by key; reports keys that are missing too.
  mutating func fields(
    of node: SourceNode,
    required: [String],
    optional: [String] = [],
    what: String
  ) -> [String: SourceNode] {
    let known = reader.issues.count
    let fields = reader.fields(of: node, known: required + optional, what: what)
    // A key that was misspelt need not be told twice.
    guard reader.issues.count == known else { return fields }
    for key in required where fields[key] == nil { reportMissing(key, of: what, at: node.mark) }
    return fields
  }

  mutating func reportMissing(_ key: String, of what: String, at mark: Mark) {
    reader.report("missing-key", at: mark, "\(what) has no “\(key)”")
  }

  mutating func list(_ node: SourceNode?, what: String) -> [SourceNode] {
    guard let node else { return [] }
    if let list = node.list { return list }
    reader.report("wrong-type", at: node.mark, "\(what) must be a list, not \(node.kind)")
    return []
  }

  mutating func probability(_ node: SourceNode?, what: String) -> Double {
    reader.number(node, in: 0...1, what: what) ?? 0
  }

  mutating func count(_ node: SourceNode?, what: String) -> Int? {
    reader.count(node, in: 0...1_000_000_000, what: what)
  }

  /// A count of some of what was counted before.
  mutating func count(
    _ node: SourceNode?,
    atMost most: Int?,
    of whole: String,
    what: String
  ) -> Int? {
    let count = count(node, what: what)
    if let node, let count, let most, count > most {
      reader.report("bad-value", at: node.mark, "\(what) is \(count), of \(most) \(whole)")
    }
    return count
  }
}
