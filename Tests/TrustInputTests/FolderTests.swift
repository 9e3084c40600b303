import Foundation
import Testing

@testable import TrustInput

@Suite("Inputs") struct FolderTests {
  @Test("folders are read in the order of names, each file once, and links do no harm")
  func readsFolders() throws {
    let folder = try Folder()
    try folder.write("b/2.txt", "two")
    try folder.write("a.txt", "one")
    try folder.write("c.txt", "three")
    try folder.write(".DS_Store", [0, 1])
    try folder.write("empty.jsonl", "")
    let manager = FileManager.default
    try manager.createSymbolicLink(atPath: folder.path + "/b/loop", withDestinationPath: "..")
    try manager.createSymbolicLink(atPath: folder.path + "/z.txt", withDestinationPath: "a.txt")
    try manager.createSymbolicLink(atPath: folder.path + "/lost", withDestinationPath: "nowhere")
    let inputs = [folder.path, folder.path + "/b"]
    let reading = try Reading(inputs, .profile("generic"))
    #expect(reading.texts == ["one", "two", "three"])
    #expect(reading.failures.map(\.reason) == [.unreadable])
    #expect(reading.batches.map(\.number) == Array(0..<4))
    let read = reading.batches.map(\.sourceBytesRead)
    #expect(read == read.sorted())
  }

  @Test("patterns stand for what they match, and wrong names are refused at once")
  func readsPatterns() throws {
    let folder = try Folder()
    try folder.write("b.txt", "b")
    try folder.write("a.txt", "a")
    try folder.write("c.md", "c")
    #expect(try Reading([folder.path + "/*.txt"], .profile("generic")).texts == ["a", "b"])
    #expect(throws: InputError.noSuchInput("/no/such")) {
      _ = try Reading(["/no/such"], .profile("generic"))
    }
    #expect(throws: InputError.noSuchInput("/no/*.x")) {
      _ = try Reading(["/no/*.x"], .profile("generic"))
    }
  }

  @Test(
    "a folder that cannot be read is a failure",
    .disabled(if: getuid() == 0, "root may read any folder")
  )
  func tellsUnreadable() throws {
    let folder = try Folder()
    try folder.write("in/a.txt", "a")
    let path = folder.path + "/in"
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
    let reading = try Reading([folder.path], .profile("generic"))
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    #expect(reading.failures.map(\.reason) == [.unreadable])
  }

  @Test("plain text is a post a line, a file or a paragraph")
  func readsPlainText() throws {
    let folder = try Folder()
    let file = try folder.write("a.txt", "one\r\ntwo\n\n\nthree\n")
    var options = try InputOptions.profile("generic")
    #expect(try Reading([file], options).texts == ["one", "two", "three"])
    options.plainText = .paragraph
    let paragraphs = try Reading([file], options)
    #expect(paragraphs.posts.map(\.place.line) == [1, 5])
    options.plainText = .file
    #expect(try Reading([file], options).texts == ["one\r\ntwo\n\n\nthree\n"])
  }
}
