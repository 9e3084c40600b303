import Testing
import TrustDisguise
import TrustEngine
import TrustTestSupport
import TrustText

@Suite("Laws of disguises") struct DisguiseLawTests {
  private static let words = [
    "漂白水", "双黄连", "新冠病毒", "消毒液", "疫苗接种", "garlic", "bleach", "vaccine", "autism",
  ]

  private static func screener(_ options: Screener.Options = .init()) throws -> Screener {
    // With a word beside it, as weak disguises need one.
    try .testing(
      "rules: [{id: rule, edges: loose, find: '(看|see) ... (\(words.joined(separator: "|")))'}]",
      options: options
    )
  }

  private static func all() throws -> Screener {
    var options = Screener.Options()
    options.disguises = .all
    return try screener(options)
  }

  @Test("a word in any disguise is found where it stands", arguments: DisguiseKind.allCases)
  func findsAll(kind: DisguiseKind) throws {
    let screener = try kind.isOptional ? Self.all() : Self.screener()
    for seed in Seeds.all {
      var disguiser = Disguiser(kind, seed: seed)
      for word in Self.words {
        guard let disguised = disguiser.disguise(word) else { continue }
        let isLatin = word.unicodeScalars.allSatisfy(\.isASCII)
        let text = isLatin ? "you see \(disguised) now" : "你看 \(disguised) 呢"
        let spans = screener.screen(text).findings.map { text.unicodeScalars.part($0.span.scalars) }
        let expected = (isLatin ? "see " : "看 ") + disguised
        #expect(spans == [expected], "\(kind.rawValue), seed \(seed): \(word)")
      }
    }
  }

  @Test("spans stand on whole characters of the original", arguments: Seeds.all)
  func spansFit(seed: UInt64) throws {
    let screener = try Self.all()
    var generator = TextGenerator(seed: seed)
    for kind in DisguiseKind.allCases {
      var disguiser = Disguiser(kind, seed: seed)
      let word = Self.words[Int(seed) % Self.words.count]
      let text = generator.text(pieces: 4) + (disguiser.disguise(word) ?? word)
      for finding in screener.screen(text).findings {
        let utf8 = Array(text.utf8)[finding.span.utf8]
        #expect(String(validating: utf8, as: UTF8.self) != nil)
        #expect(
          String(decoding: utf8, as: UTF8.self) == text.unicodeScalars.part(finding.span.scalars)
        )
      }
    }
  }

  @Test("folded and noisy copies of a text without findings have none", arguments: Seeds.all)
  func staysSilent(seed: UInt64) throws {
    let screener = try Self.screener()
    var generator = TextGenerator(seed: seed)
    for kind in DisguiseKind.allCases where kind.tier <= 2 && kind != .repeats {
      let text = generator.solidText(pieces: 8)
      guard screener.screen(text).findings.isEmpty else { continue }
      var disguiser = Disguiser(kind, seed: seed)
      guard let copy = disguiser.disguise(text) else { continue }
      #expect(screener.screen(copy).findings.isEmpty, "\(kind.rawValue): \(copy.debugDescription)")
    }
  }

  @Test("the same seed disguises alike", arguments: DisguiseKind.allCases)
  func isRepeatable(kind: DisguiseKind) {
    var (one, other) = (Disguiser(kind, seed: 7), Disguiser(kind, seed: 7))
    for word in Self.words { #expect(one.disguise(word) == other.disguise(word)) }
  }
}

extension String.UnicodeScalarView {
  fileprivate func part(_ range: Range<Int>) -> String {
    var part = String.UnicodeScalarView()
    part.append(contentsOf: dropFirst(range.lowerBound).prefix(range.count))
    return String(part)
  }
}
