import Testing
import TrustEngine
import TrustTestSupport

@Suite("Screening a sequence") struct ScreeningTests {
  /// Posts that end in an error, if one is given.
  private struct Source: AsyncSequence, Sendable {
    struct Broken: Error, Equatable {}
    var count: Int
    var fails = false

    struct AsyncIterator: AsyncIteratorProtocol {
      var source: Source
      var at = 0

      mutating func next() async throws -> Post? {
        guard at < source.count else {
          if source.fails { throw Broken() }
          return nil
        }
        at += 1
        return Post(id: "\(at)", text: at.isMultiple(of: 3) ? "大蒜治新冠" : "大蒜炒蛋")
      }
    }

    func makeAsyncIterator() -> AsyncIterator { AsyncIterator(source: self) }
  }

  private let screener: Screener

  init() throws {
    screener = try Screener.finding("大蒜 ...3 治 ...3 新冠")
  }

  @Test("reports come in the order of the posts, the same as one by one", arguments: [0, 1, 2, 7])
  func keepsOrder(parallelism: Int) async throws {
    var reports: [Report] = []
    for try await report in screener.screen(Source(count: 200), parallelism: parallelism) {
      reports.append(report)
    }
    var expected: [Report] = []
    for try await post in Source(count: 200) { expected.append(screener.screen(post)) }
    #expect(reports == expected)
    #expect(reports.count { $0.isFlagged() } == 66)
  }

  @Test("an error of the source comes after the reports of the posts before it")
  func throwsOn() async throws {
    var count = 0
    await #expect(throws: Source.Broken.self) {
      for try await _ in screener.screen(Source(count: 10, fails: true), parallelism: 4) {
        count += 1
      }
    }
    #expect(count == 10)
  }
}
