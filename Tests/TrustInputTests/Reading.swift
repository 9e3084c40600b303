import Foundation
import TrustInput

/// A folder of files for one test, which goes when the test is done.
final class Folder {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file, and answers its path.
  @discardableResult func write(_ name: String, _ bytes: [UInt8]) throws -> String {
    let file = URL(fileURLWithPath: path).appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try Data(bytes).write(to: file)
    return file.path
  }

  @discardableResult func write(_ name: String, _ text: String) throws -> String {
    try write(name, Array(text.utf8))
  }
}

/// All that inputs hold.
struct Reading {
  var records: [InputRecord] = []
  var batches: [InputBatch] = []

  init(_ inputs: [String], _ options: InputOptions) throws {
    var reader = try ArchiveReader(inputs, options: options)
    var parser = BatchParser(options)
    while let batch = reader.next() {
      batches.append(batch)
      parser.records(of: batch) { records.append($0) }
    }
  }

  var posts: [InputPost] {
    records.compactMap { if case .post(let post) = $0 { post } else { nil } }
  }

  var failures: [InputFailure] {
    records.compactMap { if case .failure(let failure) = $0 { failure } else { nil } }
  }

  /// The texts of all fields, one post after the other.
  var texts: [String] {
    posts.flatMap(\.fields).map { String(decoding: $0.text, as: UTF8.self) }
  }
}

extension InputOptions {
  /// Reads by a built-in profile.
  static func profile(_ name: String) throws -> InputOptions {
    InputOptions(profile: try .named(name))
  }
}

/// The files that come with the tests.
enum Fixtures {
  static func path(_ name: String) throws -> String {
    guard let folder = Bundle.module.resourceURL else { throw CocoaError(.fileNoSuchFile) }
    return folder.appendingPathComponent("Fixtures").appendingPathComponent(name).path
  }

  static func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: try path(name))))
  }
}
