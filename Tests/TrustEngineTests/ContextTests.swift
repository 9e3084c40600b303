import Testing
import TrustEngine
import TrustTestSupport
import TrustText

/// What contexts do to a match of `大蒜` or `大蒜 ... 病`.
@Suite("Contexts") struct ContextTests {
  private func report(
    _ context: String,
    _ text: String,
    find: String = "大蒜",
    key: String = "unless"
  ) throws -> Report {
    try Screener.testing(
      """
      contexts:
        c: {\(context)}
      rules:
        - {id: r, edges: loose, find: \(find), \(key): c, confidence: 0.8}
      """
    ).screen(text)
  }

  private func holds(_ context: String, _ text: String, find: String = "大蒜") throws -> Bool {
    let report = try report(context, text, find: find)
    #expect(report.findings.count + report.suppressed.count == 1, "\(text)")
    return report.excuses == ["c"]
  }

  @Test(
    "cues act on their side",
    arguments: [
      ("before: 没有", "没有大蒜", true), ("before: 没有", "大蒜没有", false),
      ("after: 没用", "大蒜没用", true), ("after: 没用", "没用大蒜", false),
      ("either: 骗人", "骗人大蒜", true), ("either: 骗人", "大蒜骗人", true),
      ("before: 没有, after: 没用", "大蒜没用", true), ("before: 没有", "大蒜", false),
      ("before: {zh: 不是, en: not}", "not 大蒜", true), ("before: (没|没有) ...2 说", "没有人说大蒜", true),
    ]
  )
  func actsOnSides(_ row: (context: String, text: String, holds: Bool)) throws {
    #expect(try holds(row.context, row.text) == row.holds)
  }

  @Test(
    "a cue before the hit may also stand between its parts, but never in them",
    arguments: [
      ("before: 不能", "大蒜不能治病", true), ("before: 不能", "不能大蒜治病", true),
      ("before: 不能", "大蒜治病不能", false), ("after: 不能", "大蒜不能治病", true),
      ("before: 大蒜", "大蒜治病", false), ("before: 蒜", "大蒜治病", false),
    ]
  )
  func actsBetweenParts(_ row: (context: String, text: String, holds: Bool)) throws {
    #expect(try holds(row.context, row.text, find: "大蒜 ... 病") == row.holds)
  }

  @Test(
    "a cue acts as far as it reaches",
    arguments: [
      ("clause", "没有甲大蒜", true), ("clause", "没有，大蒜", false), ("clause", "没有说法 吃大蒜", false),
      ("sentence", "没有，大蒜", true), ("sentence", "没有。大蒜", false), ("sentence", "没有\n大蒜", false),
    ]
  )
  func reaches(_ row: (reach: String, text: String, holds: Bool)) throws {
    #expect(try holds("reach: \(row.reach), before: 没有", row.text) == row.holds)
  }

  @Test(
    "a cue that reaches beyond the sentence only softens, unless it is a frame",
    arguments: [
      ("passage", "没有。甲。大蒜", true), ("passage", "没有。甲。乙。大蒜", false),
      ("post", "没有。甲。乙。丙\n大蒜", true), ("post", "大蒜。没有", false),
    ]
  )
  func framesFarther(_ row: (reach: String, text: String, holds: Bool)) throws {
    let plain = try report("reach: \(row.reach), before: 没有", row.text)
    #expect(plain.suppressed.isEmpty)
    #expect(plain.findings.map(\.softenedBy) == [row.holds ? ["c"] : []])
    #expect(plain.findings.map(\.confidence) == [row.holds ? 0.4 : 0.8])
    #expect(try holds("reach: \(row.reach), frame: yes, before: 没有", row.text) == row.holds)
  }

  @Test("a context that only softens halves the probability once, and is evidence")
  func softens() throws {
    for (context, key) in [("effect: soften, before: 没有", "unless"), ("before: 没有", "soften")] {
      let finding = try #require(try report(context, "没有大蒜", key: key).findings.first)
      #expect(finding.confidence == 0.4)
      #expect(finding.softenedBy == ["c"])
      #expect(finding.evidence.map(\.role) == [.context("c"), .find])
      #expect(finding.evidence.first?.span.scalars == 0..<2)
    }
    let twice = try Screener.testing(
      """
      contexts: {c: {before: 没有}, d: {after: 没用}}
      rules: [{id: r, edges: loose, find: 大蒜, soften: 'c, d', confidence: 0.8}]
      """
    )
    let finding = try #require(twice.screen("没有大蒜没用").findings.first)
    #expect(finding.confidence == 0.4)
    #expect(finding.softenedBy == ["c", "d"])
  }

  @Test(
    "stops, longer phrases and distance end what a cue says",
    arguments: [
      ("before: 没有, stops: 但是", "没有但是大蒜", false), ("before: 没有, stops: 但是", "但是没有大蒜", true),
      ("before: 没有, stops: 但是", "没有大蒜但是", true), ("after: 没用, stops: 但是", "大蒜但是没用", false),
      ("before: 没有, not-cues: 没有比", "没有比大蒜", false), ("before: 没有, not-cues: 没有比", "没有大蒜", true),
      ("before: 不能, not-cues: 能不能", "能不能吃大蒜", false),
      ("before: 不能, not-cues: 能不能", "能不能吃？不能吃大蒜", true),
      ("before: 没有, not-cues: 没有", "没有大蒜", true),
      ("before: 没有, within: 2", "没有一二三四大蒜", true), ("before: 没有, within: 2", "没有一二三四五大蒜", false),
      ("after: 没用, within: 1", "大蒜一二没用", true), ("after: 没用, within: 1", "大蒜一二三没用", false),
      ("before: 没有, within: 0", "没有大蒜", true),
    ]
  )
  func limitsCues(_ row: (context: String, text: String, holds: Bool)) throws {
    #expect(try holds(row.context, row.text) == row.holds)
  }

  @Test(
    "words in the passage make a context untrue",
    arguments: [
      ("没有大蒜", true), ("没有大蒜。亲测有效", false), ("亲测有效。甲。没有大蒜", false), ("没有大蒜。甲。乙。亲测有效", true),
    ]
  )
  func cancels(_ row: (text: String, holds: Bool)) throws {
    #expect(try holds("before: 没有, cancel: 亲测有效", row.text) == row.holds)
  }

  @Test(
    "a context may need the hit in a question, a quotation or a repost",
    arguments: [
      ("hit-in: question", "大蒜？", true), ("hit-in: question", "大蒜。好吗？", false),
      ("hit-in: quotation", "“吃大蒜”", true), ("hit-in: quotation", "吃大蒜“好”", false),
      ("hit-in: quotation", "「大蒜」", true), ("hit-in: quotation", "“大蒜", false),
      ("hit-in: repost", "看//@甲:大蒜", true), ("hit-in: repost", "大蒜//@甲:看", false),
      ("hit-in: 'question, quotation'", "“大蒜”？", true),
      ("hit-in: 'question, quotation'", "大蒜？", false),
      ("hit-in: question, before: 请问", "请问大蒜？", true),
      ("hit-in: question, before: 请问", "大蒜？", false),
    ]
  )
  func placesHits(_ row: (context: String, text: String, holds: Bool)) throws {
    #expect(try holds(row.context, row.text) == row.holds)
  }

  @Test(
    "a context may need its cue in a heading or in the comment before a repost",
    arguments: [
      ("cue-in: heading, reach: post, frame: yes, before: 辟谣", "【辟谣】甲。乙。大蒜", true),
      ("cue-in: heading, reach: post, frame: yes, before: 辟谣", "辟谣：甲。乙。大蒜", true),
      ("cue-in: heading, reach: post, frame: yes, before: 辟谣", "甲。辟谣：大蒜", false),
      ("cue-in: heading, reach: post, frame: yes, before: 辟谣", "甲。#辟谣#乙。大蒜", true),
      ("cue-in: comment, reach: post, frame: yes, before: 胡说", "胡说//@甲:大蒜", true),
      ("cue-in: comment, reach: post, frame: yes, before: 胡说", "胡说大蒜//@甲:好", false),
    ]
  )
  func placesCues(_ row: (context: String, text: String, holds: Bool)) throws {
    #expect(try holds(row.context, row.text) == row.holds)
  }

  @Test(
    "a quoted cue acts only in its quotation, and a reposted one not before it",
    arguments: [
      ("before: 没有", "“没有”大蒜", false), ("before: 没有", "“没有大蒜”", true),
      ("before: 没有", "没有“大蒜”", true),
      ("after: 没用, reach: post, frame: yes", "大蒜//@甲:没用", false),
      ("after: 没用, reach: post, frame: yes", "看//@甲:大蒜没用", true),
      ("before: 没用, reach: post, frame: yes", "没用//@甲:大蒜", true),
    ]
  )
  func hearsVoices(_ row: (context: String, text: String, holds: Bool)) throws {
    #expect(try holds(row.context, row.text) == row.holds)
  }

  @Test("a single character is a cue only where it is a word")
  func checksShortCues() throws {
    #expect(try !holds("before: 毒", "病毒大蒜"))
    #expect(try holds("before: 毒", "毒，大蒜") == false)
    #expect(try holds("reach: sentence, before: 毒", "毒，大蒜"))
  }

  @Test("a group names the member that holds, one that may drop first")
  func namesMembers() throws {
    let screener = try Screener.testing(
      """
      contexts:
        soft: {before: 没有, effect: soften}
        hard: {after: 没用}
        group: {any-of: 'soft, hard'}
        outer: {any-of: 'group'}
      rules: [{id: r, edges: loose, find: 大蒜, unless: outer, confidence: 0.8}]
      """
    )
    #expect(screener.screen("没有大蒜没用").excuses == ["hard"])
    #expect(screener.screen("没有大蒜").findings.map(\.softenedBy) == [["soft"]])
    #expect(screener.screen("大蒜").findings.map(\.softenedBy) == [[]])
  }
}
