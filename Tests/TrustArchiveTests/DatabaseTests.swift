import Foundation
import GRDB
import Testing

@testable import TrustArchive

@Suite("The database of an archive")
struct DatabaseTests {
  @Test("finds words of two characters, one, three, in either script, and English words")
  func search() async throws {
    let bench = try Workbench()
    defer { bench.remove() }
    _ = try await bench.run("out", SyntheticSource(batches: 4))
    let database = try ArchiveDatabase(path: bench.folder + "/out/archive.sqlite")
    for words in ["漂白", "白水", "漂白水", "白", "病毒", "garlic", "COVID", "ｃｏｖｉｄ", "武漢病毒", "新冠 医院"] {
      #expect(try !database.posts(with: words, limit: 5).isEmpty, "\(words)")
    }
    for words in ["白漂", "garlicky", "火星", "漂水", "\"", "* OR", "", "AND"] {
      #expect(try database.posts(with: words, limit: 5).isEmpty, "\(words)")
    }
  }

  @Test(
    "tokens are pairs of neighbours",
    arguments: [
      ("漂白水", "漂白 白水 水"), ("喝 garlic茶", "喝 garlic 茶"), ("", ""), ("🌸，", ""),
    ]
  )
  func tokens(text: String, expected: String) {
    #expect(SearchTokens.text(of: text) == expected)
  }

  private func counts(_ path: String) throws -> [Int] {
    let queue = try DatabaseQueue(path: path)
    return try queue.read { db in
      try ["posts", "findings", "accounts", "agencies", "runs", "failures", "search"].map {
        try Int.fetchOne(db, sql: "SELECT count(*) FROM \($0)") ?? -1
      }
    }
  }

  @Test("accumulates over runs without doubling")
  func append() async throws {
    let bench = try Workbench()
    defer { bench.remove() }
    let all = bench.folder + "/all.sqlite"
    _ = try await bench.run("a", SyntheticSource(batches: 6), appendingTo: all)
    let first = try counts(all)
    let own = try counts(bench.folder + "/a/archive.sqlite")
    #expect(first == own)
    // The same archive again is the same run; a longer one has the old posts and more.
    _ = try await bench.run("b", SyntheticSource(batches: 6), appendingTo: all)
    let again = try counts(all)
    #expect(again == first)
    _ = try await bench.run("c", SyntheticSource(batches: 9), appendingTo: all)
    let whole = try counts(bench.folder + "/c/archive.sqlite")
    let merged = try counts(all)
    for index in [0, 1, 2, 3, 6] { #expect(merged[index] == whole[index]) }
    #expect(merged[4] == 2)
    let database = try ArchiveDatabase(path: all)
    #expect(try !database.posts(with: "漂白", limit: 5).isEmpty)
  }

  @Test("has the totals of the run in its rows")
  func totals() async throws {
    let bench = try Workbench()
    defer { bench.remove() }
    let totals = try await bench.run("out", SyntheticSource(batches: 8))
    let queue = try DatabaseQueue(path: bench.folder + "/out/archive.sqlite")
    try await queue.read { db in
      func number(_ sql: String) throws -> Int { try Int.fetchOne(db, sql: sql) ?? -1 }
      let sightings = try number("SELECT sum(sightings) FROM posts")
      let clean = try number("SELECT sum(posts) FROM clean")
      #expect(clean > 0 && sightings + clean == totals.screened + totals.partial)
      let flagged = try number("SELECT sum(flagged) FROM posts")
      #expect(flagged == totals.flagged)
      let findings = try number("SELECT count(*) FROM findings")
      #expect(findings == totals.findings)
    }
  }

  @Test("counts the same posts for everybody whether those without findings are kept or not")
  func clean() async throws {
    let bench = try Workbench()
    defer { bench.remove() }
    let all = bench.settings { $0.includesClean = true }
    _ = try await bench.run("kept", SyntheticSource(batches: 8), settings: all)
    let merged = bench.folder + "/merged.sqlite"
    _ = try await bench.run("counted", SyntheticSource(batches: 8), appendingTo: merged)
    let paths = ["/kept/archive.sqlite", "/counted/archive.sqlite", "/merged.sqlite"]
    let rates = try paths.map { try self.rates(bench.folder + $0) }
    #expect(rates[0].count > 10 && rates[1] == rates[0] && rates[2] == rates[0])
  }

  @Test("counts a post without findings once, in however many runs it is")
  func cleanInSeveralRuns() async throws {
    let bench = try Workbench()
    defer { bench.remove() }
    let all = bench.settings { $0.includesClean = true }
    let keyed = bench.settings { $0.keepsKeys = true }
    let merged = bench.folder + "/merged.sqlite"
    _ = try await bench.run("whole", SyntheticSource(batches: 9), settings: all)
    let expected = try rates(bench.folder + "/whole/archive.sqlite")
    #expect(expected.count > 10)
    for (name, batches) in [("a", 6), ("b", 9), ("c", 4)] {
      let source = SyntheticSource(batches: batches)
      _ = try await bench.run(name, source, settings: keyed, appendingTo: merged)
    }
    #expect(try rates(merged) == expected)
    // Posts that were counted and now have a row are counted by their rows.
    _ = try await bench.run("d", SyntheticSource(batches: 9), settings: all, appendingTo: merged)
    #expect(try rates(merged) == expected)
    let left = try await DatabaseQueue(path: merged).read { db in
      try Int.fetchOne(db, sql: "SELECT sum(posts) + (SELECT count(*) FROM seen) FROM clean")
    }
    #expect(left == 0)
    // And those that had a row are not counted beside it.
    let other = bench.folder + "/other.sqlite"
    _ = try await bench.run("e", SyntheticSource(batches: 5), settings: all, appendingTo: other)
    _ = try await bench.run("f", SyntheticSource(batches: 9), settings: keyed, appendingTo: other)
    #expect(try rates(other) == expected)
  }

  private func rates(_ path: String) throws -> [String] {
    let questions: [Rates.Question] = [.account, .agency, .platform, .location]
    return try ArchiveDatabase(path: path).read { db in
      var rows = try questions.flatMap { try Rates.highest($0, limit: 100, db) }
      if let row = try Rates.withoutAgency(db) { rows.append(row) }
      return rows.map { "\($0.name) \($0.about) \($0.flagged)/\($0.posts)" }
    }
  }

  @Test("tells the case of a post in all forms")
  func cases() async throws {
    let bench = try Workbench()
    defer { bench.remove() }
    _ = try await bench.run("out", SyntheticSource(batches: 8))
    let database = try ArchiveDatabase(path: bench.folder + "/out/archive.sqlite")
    let file = try CaseFile("id1", in: database)
    for format in CaseFormat.allCases {
      let text = format.render(file, language: "zh")
      for words in ["漂白水", "douyin", "账号1", "机构1"] {
        #expect(text.contains(words), "\(words) in \(format)")
      }
      #expect(text.contains("http"), "guidance in \(format)")
    }
    try WellFormed.check(CaseFormat.html.render(file, language: "en"))
    #expect(throws: ArchiveError.self) { try CaseFile("nobody", in: database) }
  }
}
