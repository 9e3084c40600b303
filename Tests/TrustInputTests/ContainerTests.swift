import Foundation
import Testing

@testable import TrustInput

@Suite("Containers") struct ContainerTests {
  @Test(
    "packed files are read, and have the format of the name inside",
    arguments: ["one.jsonl.gz", "one.jsonl.bz2", "one.jsonl.xz", "one.jsonl.zst", "plain.tar.xz"]
  )
  func readsPacked(_ name: String) throws {
    let path = try Fixtures.path(name)
    let reading = try Reading([path], .profile("generic"))
    #expect(reading.texts == ["one"])
    let isTar = name == "plain.tar.xz"
    #expect(reading.posts.first?.place.file == (isTar ? path + "/a.jsonl" : path))
    #expect(reading.failures.isEmpty)
  }

  @Test("containers in containers are read in order, with the way to each member")
  func readsNested() throws {
    let path = try Fixtures.path("nested.tar.gz")
    let reading = try Reading([path], .profile("generic"))
    #expect(reading.texts == ["two", "第三", "one", "last"])
    #expect(
      reading.posts.map { $0.place.file.dropFirst(path.count) } == [
        "/folder/deep.zip/inner.zip/b.jsonl", "/folder/deep.zip/inner.zip/说明.txt",
        "/folder/deep.zip/a.jsonl.gz", "/last.txt",
      ]
    )
  }

  @Test("7z is read")
  func reads7z() throws {
    let reading = try Reading([Fixtures.path("two.7z")], .profile("generic"))
    #expect(reading.texts == ["one", "seven"])
  }

  @Test("an encrypted member is a failure, and the others are read")
  func refusesEncrypted() throws {
    let reading = try Reading([Fixtures.path("locked.zip")], .profile("generic"))
    #expect(reading.texts == ["open"])
    #expect(reading.failures.map(\.reason) == [.unsupported])
    #expect(reading.failures.first?.place.file.hasSuffix("locked.zip/locked.txt") == true)
    #expect(reading.failures.first?.detail.contains("encrypted") == true)
  }

  @Test("names in GBK are read as such")
  func readsOldNames() throws {
    let reading = try Reading([Fixtures.path("gbk-name.zip")], .profile("generic"))
    #expect(reading.posts.first?.place.file.hasSuffix("gbk-name.zip/公告.txt") == true)
  }

  @Test("a bomb is a failure, and the next input is read")
  func refusesBombs() throws {
    var options = try InputOptions.profile("generic")
    options.limits.ratioStart = 1 << 20
    let folder = try Folder()
    let after = try folder.write("after.txt", "after")
    let reading = try Reading([Fixtures.path("bomb.gz"), after], options)
    #expect(reading.texts == ["after"])
    #expect(reading.failures.map(\.reason) == [.limitExceeded])
  }

  @Test("the bytes of a member, the members and the depth have limits")
  func keepsLimits() throws {
    var options = try InputOptions.profile("generic")
    options.limits.memberBytes = 1 << 20
    #expect(
      try Reading([Fixtures.path("bomb.gz")], options).failures.map(\.reason) == [.limitExceeded]
    )
    options = try .profile("generic")
    options.limits.memberCount = 1
    let members = try Reading([Fixtures.path("two.7z")], options)
    #expect(members.texts == ["one"])
    #expect(members.failures.map(\.reason) == [.limitExceeded])
    let deep = try Reading([Fixtures.path("deep.zip")], .profile("generic"))
    #expect(deep.posts.isEmpty)
    #expect(deep.failures.map(\.reason) == [.limitExceeded])
    #expect(deep.failures.first?.place.file.hasSuffix("d.zip/e.zip") == true)
  }

  @Test("of a packed file that is cut off, whole records are read, and the rest is a failure")
  func readsTruncated() throws {
    let folder = try Folder()
    let lines = (0..<20_000).map { "{\"id\": \($0), \"text\": \"\($0 &* 2_654_435_761)\"}" }
    let plain = try folder.write("a.jsonl", lines.joined(separator: "\n"))
    let packed = try pack(plain)
    let cut = try folder.write("cut.jsonl.gz", Array(packed.prefix(packed.count / 2)))
    let after = try folder.write("z.txt", "after")
    let reading = try Reading([cut, after], .profile("generic"))
    #expect(reading.failures.map(\.reason) == [.truncated])
    let ids = reading.posts.dropLast().compactMap(\.id).compactMap(Int.init)
    #expect(ids.count > 1000)
    #expect(ids == Array(0..<ids.count))
    #expect(reading.failures.first?.place.line == ids.count + 1)
    #expect(reading.texts.last == "after")
  }

  private func pack(_ path: String) throws -> [UInt8] {
    let gzip = Process()
    gzip.executableURL = URL(fileURLWithPath: "/bin/gzip")
    gzip.arguments = ["-kf", path]
    try gzip.run()
    gzip.waitUntilExit()
    return Array(try Data(contentsOf: URL(fileURLWithPath: path + ".gz")))
  }

  @Test("damage anywhere in a container never crashes, and is never silent", arguments: 0..<40)
  func survivesDamage(_ step: Int) throws {
    let folder = try Folder()
    var bytes = try Fixtures.bytes("nested.tar.gz")
    bytes[step * (bytes.count - 1) / 39] ^= 0x55
    let path = try folder.write("a.tar.gz", bytes)
    let reading = try Reading([path], .profile("generic"))
    let whole = ["two", "第三", "one", "last"]
    // Some bytes, such as those of a time, mean nothing.
    #expect(reading.texts == whole || !reading.failures.isEmpty || reading.records.isEmpty == false)
  }
}
