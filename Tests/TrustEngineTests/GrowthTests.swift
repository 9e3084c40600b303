import Testing
import TrustEngine
import TrustTestSupport

/// Screening is linear in the text: eight times the text may cost eight times the work, not 64.
@Suite("Growth", .serialized) struct GrowthTests {
  private func growth(_ rules: String, _ unit: String) throws -> Double {
    // Few findings, so that it is matching that is measured and not writing.
    var options = Screener.Options()
    options.maxFindingsPerRule = 2
    let screener = try Screener.testing(rules, options: options)
    func seconds(_ bytes: Int) -> Double {
      let text = String(repeating: unit, count: bytes / unit.utf8.count)
      let times = (0..<3).map { _ in ContinuousClock().measure { _ = screener.screen(text) } }
      return (times.min() ?? .zero) / .seconds(1)
    }
    return seconds(8_000) / seconds(1_000)
  }

  @Test(
    "eight times the text is not much more than eight times the work",
    arguments: [
      ("find: 大蒜", "大蒜好"), ("find: 大蒜 ... 治 ... 新冠", "大蒜治新冠"),
      ("in: post, find: 大蒜 & 治 & 新冠", "大蒜治新冠"),
      ("find: 大蒜, unless: [{near: 好, in: post}]", "大蒜好"),
      ("find: 大蒜, unless: [{inside: 大蒜头}]", "大蒜"),
      ("find: <date>", "may "), ("find: <number> 大蒜", "1,1.大蒜"), ("find: <hashtag>", "#大蒜"),
      ("find: 大蒜", "“「【#["), ("find: 大蒜", "大蒜.a."), ("find: (大)? (大)? (大)? 蒜", "大"),
    ]
  )
  func staysLinear(_ row: (rule: String, unit: String)) throws {
    #expect(try growth("rules: [{id: r, edges: loose, \(row.rule)}]", row.unit) < 24)
  }

  @Test(
    "so it is where a post is nothing but links, company, separators or disguises",
    arguments: [
      ("find: <url>", "www."), ("find: 大蒜, with: 新冠, with-in: post", "大蒜新冠"),
      ("find: 大蒜, fold: no-separators", "大-蒜"), ("find: garlic", "g.a.r."),
      ("find: garlic", "g a "), ("find: [大蒜, 蒜大]", "大🌸蒜🌸"), ("find: [大蒜, 蒜大]", "大大蒜蒜"),
      ("find: [大蒜, garlic], fold: 'sounds, stand-ins, masks'", "da*s🧄g*c"),
      ("find: 大蒜", "%E5%A4%A7a"),
    ]
  )
  func staysLinearOnAttack(_ row: (rule: String, unit: String)) throws {
    let factor = try growth("rules: [{id: r, edges: loose, \(row.rule)}]", row.unit)
    #expect(factor < 24)
  }

  @Test("many findings in one long sentence cost no more than in many short ones")
  func staysLinearInSentences() throws {
    let screener = try Screener.finding("大蒜", "edges: loose")
    func seconds(_ unit: String) -> Double {
      let text = String(repeating: unit, count: 1500)
      return ContinuousClock().measure { _ = screener.screen(text) } / .seconds(1)
    }
    let factor = seconds("大蒜好，") / seconds("大蒜好。")
    #expect(factor < 4)
  }
}
