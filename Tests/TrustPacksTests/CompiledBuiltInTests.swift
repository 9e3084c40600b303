import Foundation
import Testing
import TrustEngine
import TrustEvaluation
import TrustRuleFiles
import TrustRules
import TrustText

@testable import TrustPacks

private let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent()

@Suite("The built-in packs, compiled") struct CompiledBuiltInTests {
  /// What `trustscreen pack build rules` writes.
  private static let built: [UInt8]? = {
    let rules = root.appendingPathComponent("rules").path
    return PackBuild.bytes(of: [rules], calibration: rules + "/calibration.json").bytes
  }()

  @Test("are byte for byte what is built from rules/")
  func areCurrent() throws {
    let file = BuiltInPacks.file
    let linked = LinkedBytes(characters: LinkedPacks.characters, count: LinkedPacks.count)
    #expect(linked.bytes(0..<file.count) == Self.built)
  }

  @Test(
    "find on our own posts what the same packs find that are read from YAML",
    arguments: ["posts/zh", "posts/en", "quiet/zh", "quiet/en"]
  )
  func reportsAreTheSame(_ corpus: String) throws {
    var options = LabelledPosts.Options()
    options.unlabelled = true
    var posts = LabelledPosts(options: options)
    try posts.read(file: root.appendingPathComponent("corpora/\(corpus).jsonl").path)
    #expect(posts.posts.count >= 100)
    let read = BuiltInPackTests.packs.filter(\.isOnByDefault)
    let plain = try Screener(packs: read, calibration: .builtIn)
    let compiled = try Screener(packs: Pack.builtIn, calibration: .builtIn)
    var scratch = Screener.Scratch()
    for post in posts.posts {
      let expected = plain.screen(post.post, using: &scratch)
      #expect(compiled.screen(post.post, using: &scratch) == expected, "\(post.id)")
    }
  }

  @Test("are refused as a file when a byte of theirs has changed", arguments: UInt64(1)...24)
  func refusesChangedBytes(seed: UInt64) throws {
    var bytes = try #require(Self.built)
    // As if at random: the multiplier is 2^64 divided by the golden ratio.
    let drawn = seed &* 0x9E37_79B9_7F4A_7C15
    let place = Int(drawn % UInt64(bytes.count))
    bytes[place] ^= 1 << (drawn >> 61)
    #expect(throws: PackError.self, "byte \(place)") {
      try CompiledPacks(PackFile(bytes, name: "x"))
    }
  }
}
