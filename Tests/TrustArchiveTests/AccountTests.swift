import Foundation
import GRDB
import Testing
import TrustTestSupport

@testable import TrustArchive

@Suite("Rates and near-duplicates")
struct AccountTests {
  // Worked out by hand from (p + z²/2n ± z·√(p(1−p)/n + z²/4n²)) / (1 + z²/n) with z = 1.959964.
  @Test(
    "intervals are Wilson's",
    arguments: [
      (0, 10, 0.0, 0.2775), (10, 10, 0.7225, 1.0), (5, 10, 0.2366, 0.7634), (1, 1, 0.2065, 1.0),
      (2000, 10000, 0.1923, 0.2080),
    ]
  )
  func wilson(count: Int, total: Int, low: Double, high: Double) {
    let interval = WilsonInterval(count, of: total)
    #expect(abs(interval.low - low) < 0.0001 && abs(interval.high - high) < 0.0001)
  }

  @Test("nothing counted is nothing known")
  func nothing() {
    #expect(WilsonInterval(0, of: 0) == WilsonInterval(0, of: 0))
    #expect(WilsonInterval(0, of: 0).low == 0 && WilsonInterval(0, of: 0).high == 1)
  }

  @Test("three of ten do not rank above three thousand of ten thousand")
  func ranking() {
    #expect(WilsonInterval(3, of: 10).low < WilsonInterval(3000, of: 10000).low)
  }

  @Test("a text with a name or emoji put in is of one group, another text is not")
  func clusters() throws {
    let text = "喝漂白水能治新冠，亲测有效，快转给家人朋友们都看看，别再去医院花冤枉钱了，越早喝越好！"
    let texts = [
      text, "今天去公园散步，天气很好，花都开了，拍了许多照片，晚上回家做了饭，看了一部电影。",
      "🌸🌸" + text + "@小王", text.replacing("漂白水", with: "漂白液"), "garlic cures covid",
      "喝漂白水能治新冠，亲測有效，快轉給家人朋友們都看看，別再去醫院花冤枉錢了，越早喝越好！",
      "蒜水能治流感", "蒜水能治流感", text,
    ]
    let bench = try Workbench()
    defer { bench.remove() }
    let database = try ArchiveDatabase(path: bench.folder + "/few.sqlite", isNew: true)
    let groups = try database.write { db in
      for (index, text) in texts.enumerated() {
        try db.execute(
          sql: """
            INSERT INTO posts (id, key, run, file, line, offset, sketch)
            VALUES (?, ?, '', 1, 1, 0, ?)
            """,
          arguments: [
            index, "\(index)".data(using: .utf8),
            PostInsertion.bytes(TextSketch(of: text).hexadecimal),
          ]
        )
      }
      try Clusters.assign(db)
      let once = try Int?.fetchAll(db, sql: "SELECT cluster FROM posts ORDER BY id")
      try Clusters.assign(db)
      let twice = try Int?.fetchAll(db, sql: "SELECT cluster FROM posts ORDER BY id")
      #expect(once == twice)
      return once
    }
    #expect(groups == [0, nil, 0, 0, nil, 0, 6, 6, 0])
  }

  @Test("sets that are joined in any order are known by their least", arguments: 0..<20)
  func joins(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    // Three rings of twenty.
    var pairs = (0..<60).map { number in
      let ring = number / 20 * 20 + 1
      return (ring + number % 20, ring + (number + 1) % 20)
    }
    pairs.shuffle(using: &random)
    var sets = DisjointSets(count: 70)
    for (a, b) in pairs { sets.join(a, b) }
    #expect(sets.members == 1..<71)
    for member in 1...60 { #expect(sets.first(of: member) == (member - 1) / 20 * 20 + 1) }
    for alone in 61...70 { #expect(sets.first(of: alone) == alone) }
  }

  @Test("texts too short for a run have sketches, too", arguments: ["", "喝", "喝水", "\u{0}"])
  func short(text: String) {
    let sketch = TextSketch(of: text)
    #expect(sketch.isAlike(sketch) && sketch.hexadecimal.utf8.count == 256)
  }

  @Test(
    "days are told from what is none",
    arguments: [
      ("2026-03-04T05:06:07+08:00", "2026-03-04"), ("2026-13-04", nil), ("2026-3-4", nil),
      ("昨天", nil),
      ("", nil), ("2026-03-4x", nil),
    ]
  )
  func days(time: String, day: String?) { #expect(Day.prefix(of: time) == day) }
}
