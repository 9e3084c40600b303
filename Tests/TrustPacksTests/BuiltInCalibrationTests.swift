import Foundation
import Testing
import TrustEngine
import TrustPacks
import TrustRuleFiles
import TrustRules

// No test asks that the built-in calibration fit the rules: who changes a rule need not have
// labelled posts to fit it anew.
@Suite("The built-in calibration") struct BuiltInCalibrationTests {
  private static let small = """
    {
      "schema": "trustscreen.calibration/1",
      "data": { "name": "made up", "digest": "d", "posts": 3 },
      "packs": ["false-remedy@1+sha256:0"],
      "rules": { "false-remedy/x": { "hits": 3, "right": 2 } },
      "scales": []
    }
    """

  private func archive(_ text: String?) throws -> (
    entries: [PackArchive.Entry], issues: [PackError.Issue]
  ) {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID()).json")
    if let text { try Data(text.utf8).write(to: file) }
    defer { try? FileManager.default.removeItem(at: file) }
    return CalibrationFile.archive(file.path)
  }

  @Test("fits the built-in packs, or is none")
  func fitsOrIsNone() throws {
    if let calibration = Calibration.builtIn {
      #expect(calibration.isMade(for: Pack.builtIn))
      #expect(!Calibration.isBuiltInStale)
    }
    _ = try Screener(packs: Pack.builtIn, calibration: .builtIn)
  }

  @Test("is none without a file, and in one that says so", arguments: [nil, "none", "\"none\"\n"])
  func mayBeNone(text: String?) throws {
    let (entries, issues) = try archive(text)
    #expect(entries.isEmpty && issues.isEmpty)
    #expect(try PackArchive.entries(in: Array(PackArchive.encode(entries).utf8)).isEmpty)
  }

  @Test("comes back from the program as it stood in its file")
  func comesBack() throws {
    let (entries, issues) = try archive(Self.small)
    #expect(issues.isEmpty)
    let stored = try PackArchive.entries(in: Array(PackArchive.encode(entries).utf8))
    let entry = try #require(stored.first)
    let node = try #require(entry.files.first)
    let (calibration, mistakes) = CalibrationReader.read(node, digest: entry.digest)
    #expect(mistakes.isEmpty)
    #expect(try calibration == Calibration.json(Self.small, name: "small"))
    // It is stale, which is nothing to fail for.
    #expect(!calibration.isMade(for: Pack.builtIn))
  }

  @Test("stops the build only if it is no calibration")
  func refusesDamage() throws {
    let (entries, issues) = try archive(Self.small.replacing("\"right\": 2", with: "\"right\": 4"))
    #expect(entries.isEmpty)
    #expect(issues.map { "\($0.line) \($0.code)" } == ["5 bad-value"])
  }
}
