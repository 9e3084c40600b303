import Foundation
import Testing
import TrustArchive

@Suite("What a run leaves")
struct OutputTests {
  private static let secrets = ["漂白水", "Garlic", "内部消息", "武汉病毒", "秘密词句", "养生秘方"]

  @Test("leaves out every word of the posts on request")
  func noText() async throws {
    let bench = try Workbench()
    defer { bench.remove() }
    let settings = bench.settings { $0.includesText = false }
    _ = try await bench.run("out", SyntheticSource(batches: 6), settings: settings)
    for (name, bytes) in try bench.results() {
      for secret in Self.secrets {
        let isThere = bytes.range(of: Data(secret.utf8)) != nil
        // What SARIF says of the rules themselves quotes no post.
        if name == "findings.sarif" {
          let results = try #require(
            try bench.text("out/findings.sarif").split(separator: "\"results\":[\n").last
          )
          #expect(!results.contains(secret), "\(secret) in \(name)")
        } else {
          #expect(!isThere, "\(secret) in \(name)")
        }
      }
    }
  }

  @Test("guards spreadsheets against formulas, and keeps every odd field in its column")
  func csv() async throws {
    let bench = try Workbench()
    defer { bench.remove() }
    _ = try await bench.run("out", SyntheticSource(batches: 6))
    let rows = CSVRows.parse(try bench.text("out/findings.csv"))
    #expect(rows.count > 5)
    #expect(rows.allSatisfy { $0.count == rows[0].count })
    for field in rows.joined() {
      #expect(!["=", "+", "-", "@"].contains { field.hasPrefix($0) }, "\(field)")
    }
    let account = try #require(rows[0].firstIndex(of: "account_name"))
    #expect(rows.dropFirst().contains { $0[account].hasPrefix("'=账号") })
  }

  @Test("are JSON that other programs can read, with the place and the facts of each post")
  func json() async throws {
    let bench = try Workbench()
    defer { bench.remove() }
    let totals = try await bench.run("out", SyntheticSource(batches: 6))
    let reports = try bench.text("out/reports.jsonl").split(separator: "\n").map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
    let found = reports.filter { ($0["findings"] as? [Any])?.isEmpty == false }
    #expect(found.count >= totals.flagged && totals.flagged > 0)
    #expect(reports.allSatisfy { $0["place"] is [String: Any] && $0["facts"] is [String: Any] })
    let sarif = try #require(
      try JSONSerialization.jsonObject(with: try bench.bytes("out/findings.sarif"))
        as? [String: Any]
    )
    let runs = try #require(sarif["runs"] as? [[String: Any]])
    #expect((runs[0]["results"] as? [Any])?.count == totals.findings)
    let summary = try #require(
      try JSONSerialization.jsonObject(with: try bench.bytes("out/summary.json"))
        as? [String: Any]
    )
    #expect((summary["totals"] as? [String: Int])?["seen"] == totals.seen)
  }

  @Test("has every post on request")
  func allPosts() async throws {
    let bench = try Workbench()
    defer { bench.remove() }
    let totals = try await bench.run(
      "out",
      SyntheticSource(batches: 3),
      settings: bench.settings { $0.includesClean = true }
    )
    let lines = try bench.text("out/reports.jsonl").split(separator: "\n")
    #expect(lines.count == totals.screened + totals.partial)
  }

  @Test("is whole and well-formed for an archive without posts")
  func nothing() async throws {
    let bench = try Workbench()
    defer { bench.remove() }
    let totals = try await bench.run("out", SyntheticSource(batches: 0))
    #expect(totals == RunTotals())
    #expect(try bench.bytes("out/reports.jsonl").isEmpty)
    _ = try JSONSerialization.jsonObject(with: try bench.bytes("out/findings.sarif"))
    try WellFormed.check(try bench.text("out/report.html"))
  }

  @Test("has a page that is well-formed, in both languages, and needs nothing else")
  func page() async throws {
    let bench = try Workbench()
    defer { bench.remove() }
    _ = try await bench.run("out", SyntheticSource(batches: 20))
    let page = try bench.text("out/report.html")
    try WellFormed.check(page)
    #expect(!page.contains("<script") && !page.contains("src="))
    for words in ["存档筛查报告", "Posts seen", "按机构", "By agency", "机构1", "<desc "] {
      #expect(page.contains(words), "\(words)")
    }
  }
}

/// Rows of RFC 4180, read by the letter.
enum CSVRows {
  static func parse(_ text: String) -> [[String]] {
    var rows: [[String]] = [[""]]
    var isQuoted = false
    var before: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      defer { before = scalar }
      let row = rows.count - 1
      let field = rows[row].count - 1
      if scalar == "\"" {
        if !isQuoted, before == "\"" { rows[row][field].append("\"") }
        isQuoted.toggle()
      } else if !isQuoted, scalar == "," {
        rows[row].append("")
      } else if !isQuoted, scalar == "\n" {
        rows.append([""])
      } else if isQuoted || scalar != "\r" {
        rows[row][field].unicodeScalars.append(scalar)
      }
    }
    return rows.dropLast()
  }
}

/// Whether every element of a page is closed where it should be.
enum WellFormed {
  static let void: Set<Substring> = ["meta", "input", "br", "rect", "path", "circle"]

  static func check(_ page: String) throws {
    var open: [Substring] = []
    let tag = /<(\/?)([a-zA-Z][a-zA-Z0-9]*)((?:[^>"]|"[^"]*")*)>/
    for match in page.matches(of: tag) {
      let (close, name) = (match.1, match.2)
      if !close.isEmpty {
        try #require(open.last == name, "</\(name)> closes \(open.last ?? "nothing")")
        open.removeLast()
      } else if !void.contains(name), !match.3.hasSuffix("/") {
        open.append(name)
      } else if ["rect", "circle", "path"].contains(name), !match.3.hasSuffix("/") {
        open.append(name)
      }
    }
    try #require(open.isEmpty, "\(open) are not closed")
  }
}
