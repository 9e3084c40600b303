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

  /// The calibration in a file with a text, or without one.
  private func calibration(_ text: String?) throws -> Calibration? {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID()).json")
    if let text { try Data(text.utf8).write(to: file) }
    defer { try? FileManager.default.removeItem(at: file) }
    return try CalibrationFile.read(file.path)
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
    #expect(try calibration(text) == nil)
  }

  @Test("comes back from a file of compiled packs as it stood in its own")
  func comesBack() throws {
    let calibration = try #require(try calibration(Self.small))
    let section = PackFile.section(calibration.write)
    let file = try PackFile(PackFile.bytes([(.calibration, section)]), name: "x")
    #expect(try Calibration.compiled(into: file) == calibration)
    // It is stale, which is nothing to fail for.
    #expect(!calibration.isMade(for: Pack.builtIn))
  }

  @Test("stops the build only if it is no calibration")
  func refusesDamage() throws {
    let error = try #require(throws: PackError.self) {
      try calibration(Self.small.replacing("\"right\": 2", with: "\"right\": 4"))
    }
    #expect(error.issues.map { "\($0.line) \($0.code)" } == ["5 bad-value"])
  }
}
