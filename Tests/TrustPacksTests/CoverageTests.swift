import Foundation
import Testing
import TrustEngine
import TrustPacks
import TrustRules

private let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent()

@Suite("The coverage of the guidance") struct CoverageTests {
  /// A short post for one row of the guidance inventory, a line of corpora/coverage.jsonl.
  struct Probe: Decodable {
    var row: String
    var lang: String
    var text: String
    var category: String
    var also: String?
    var pack: String?
    var missed: String?
  }

  /// A row of a table in rules/COVERAGE.md; only families list rules.
  struct Row {
    var id: String
    var marks: [String: String]
    var rules: Set<String>?
    var note: String
  }

  static let probes: [Probe] = lines("corpora/coverage.jsonl").compactMap {
    try? JSONDecoder().decode(Probe.self, from: Data($0.utf8))
  }
  static let rows: [Row] = lines("rules/COVERAGE.md").compactMap(row)
  static let packs = Pack.builtIn + Pack.builtInOptional

  @Test("is proved by well-formed probes, one a row and language")
  func probesAreWellFormed() {
    #expect(Self.probes.count >= 1_000)
    #expect(Self.probes.count == Self.lines("corpora/coverage.jsonl").count)
    let keys = Self.probes.map { "\($0.row) \($0.lang)" }
    #expect(Set(keys).count == keys.count)
    let core = Category.core.map(\.name)
    let optional = Pack.builtInOptional.map(\.id)
    for probe in Self.probes {
      #expect(["zh", "en"].contains(probe.lang), "\(probe.row)")
      #expect(probe.pack.map(optional.contains) ?? true, "\(probe.row) \(probe.lang)")
      let isKnown = core.contains(probe.category) || probe.category == probe.pack
      #expect(isKnown, "\(probe.row) \(probe.lang): \(probe.category)")
      #expect(probe.also.map(core.contains) ?? true, "\(probe.row) \(probe.lang)")
    }
  }

  @Test("holds: every probe is flagged, but for those known to be missed")
  func probesComeOutAsRecorded() throws {
    let screener = try Screener(packs: Self.packs)
    let defaults = Set(Pack.builtIn.map(\.id))
    var scratch = Screener.Scratch()
    for probe in Self.probes {
      let isFlagged = screener.screen(Post(text: probe.text), using: &scratch).findings.contains {
        $0.isFlag() && ($0.category.name == probe.category || $0.category.name == probe.also)
          && (defaults.contains($0.rule.pack) || $0.rule.pack == probe.pack)
      }
      let place = "\(probe.row) \(probe.lang): \(probe.text)"
      if let reason = probe.missed {
        #expect(!reason.isEmpty, "\(place)")
        #expect(!isFlagged, "caught by now, so take off its “missed”: \(place)")
      } else {
        #expect(isFlagged, "\(place)")
      }
    }
  }

  @Test("is told as it is: the page's marks agree with the probes")
  func marksAgreeWithProbes() {
    #expect(Self.rows.count >= 569)
    #expect(Set(Self.rows.map(\.id)).count == Self.rows.count)
    let told = Set(Self.rows.map(\.id))
    for probe in Self.probes where !told.contains(probe.row) {
      Issue.record("\(probe.row) is not in COVERAGE.md")
    }
    let byRow = Dictionary(grouping: Self.probes, by: \.row)
    for row in Self.rows {
      for lang in ["zh", "en"] {
        let probe = byRow[row.id]?.first { $0.lang == lang }
        let expected = probe.map { $0.missed == nil ? "✓" : "✗" } ?? "–"
        let mark = row.marks[lang] ?? ""
        #expect(mark.hasPrefix(expected), "\(row.id) \(lang)")
        if expected != "✓" { #expect(!row.note.isEmpty, "\(row.id) \(lang) has no reason") }
      }
    }
  }

  @Test("names for each family exactly the rules that carry its tag")
  func familiesAgreeWithTags() {
    var tagged: [String: Set<String>] = [:]
    for rule in Self.packs.flatMap(\.rules) {
      for tag in rule.tags where Self.isFamily(tag) {
        tagged[tag, default: []].insert(rule.id.name)
      }
    }
    let families = Self.rows.filter { $0.rules != nil }
    #expect(families.count >= 160)
    for family in families {
      #expect(family.rules == tagged[family.id, default: []], "\(family.id)")
    }
    let unknown = Set(tagged.keys).subtracting(families.map(\.id)).sorted()
    #expect(unknown.isEmpty, "\(unknown)")
  }

  /// The lines of a file of the package that are not empty.
  static func lines(_ path: String) -> [String] {
    let text = try? String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
    return (text ?? "").split(separator: "\n").map(String.init)
  }

  /// A table row whose first cell is an id of the inventory.
  static func row(_ line: String) -> Row? {
    let cells = line.split(separator: "|", omittingEmptySubsequences: false)
      .dropFirst().dropLast().map { $0.trimmingCharacters(in: .whitespaces) }
    guard cells.count >= 5, isRow(cells[0]) else { return nil }
    var rules: Set<String>?
    if cells.count == 6 {
      let names = cells[4].split(separator: "`").map(String.init)
      rules = Set(names.filter { $0.contains(".") })
    }
    return Row(
      id: cells[0],
      marks: ["zh": cells[2], "en": cells[3]],
      rules: rules,
      note: cells[cells.count - 1]
    )
  }

  /// Whether it looks like `uc-src-01`, `ad-01`, `my-001` or `st-001`.
  static func isRow(_ id: String) -> Bool {
    let parts = id.split(separator: "-")
    return isFamily(id)
      || (parts.count == 2 && ["my", "st"].contains(parts[0]) && isNumber(parts[1]))
  }

  /// Whether it looks like `uc-src-01` or `ad-01`.
  static func isFamily(_ tag: String) -> Bool {
    let parts = tag.split(separator: "-")
    guard let first = parts.first, let last = parts.last, isNumber(last) else { return false }
    return parts.count == 3 && ["uc", "sl", "fr"].contains(first)
      || parts.count == 2 && ["ad", "ds"].contains(first)
  }

  private static func isNumber(_ text: Substring) -> Bool {
    !text.isEmpty && text.allSatisfy { $0.isASCII && $0.isNumber }
  }
}
