internal import TrustEngine
internal import TrustInput
internal import TrustReport

/// A line for the database about a post.
///
/// Lines are written by hand, without a tree, as there is one for each post of the archive.
enum PostRow {
  /// The members of a line, in the order in which the reader of the database asks for them.
  enum Member: String, CaseIterable {
    case key, outcome, platform, id, account, name, verified, agency, location, time, url
    case file, line, offset, flagged, findings, sketch, text
  }

  /// Appends the line of a post in which nothing was found.
  static func append(_ post: InputPost, to lines: inout [UInt8]) {
    start(post, PostKey(post), &lines)
    lines += "}\n".utf8
  }

  /// Appends the line of another post.
  static func append(
    _ post: ArchivePost,
    _ key: PostKey,
    includesText: Bool,
    to lines: inout [UInt8]
  ) {
    start(post.post, key, &lines)
    if post.isPartial { write(.outcome, "partial", &lines) }
    if !post.report.findings.isEmpty {
      let text = post.post.fields.map { String(decoding: $0.text, as: UTF8.self) }
        .joined(separator: "\n\n")
      write(.flagged, post.isFlagged ? 1 : 0, &lines)
      write(.findings, post.report.findings.count, &lines)
      write(.sketch, TextSketch(of: text).hexadecimal, &lines)
      if includesText { write(.text, text, &lines) }
    }
    lines += "}\n".utf8
  }

  private static func start(_ post: InputPost, _ key: PostKey, _ lines: inout [UInt8]) {
    lines += "{\"key\":\"".utf8
    lines += key.text.utf8
    lines.append(UInt8(ascii: "\""))
    let facts = post.facts
    write(.platform, facts.platform, &lines)
    write(.id, post.id, &lines)
    write(.account, facts.account, &lines)
    write(.name, facts.accountName, &lines)
    if let verified = facts.isVerified { write(.verified, verified ? 1 : 0, &lines) }
    write(.agency, facts.agency, &lines)
    write(.location, facts.location, &lines)
    write(.time, facts.time, &lines)
    write(.url, facts.url, &lines)
    write(.file, post.place.file, &lines)
    write(.line, post.place.line, &lines)
    write(.offset, post.place.offset, &lines)
  }

  private static func write(_ member: Member, _ value: String?, _ lines: inout [UInt8]) {
    guard let value else { return }
    name(member, &lines)
    JSON.writeString(value, to: &lines)
  }

  private static func write(_ member: Member, _ value: Int, _ lines: inout [UInt8]) {
    name(member, &lines)
    lines += String(value).utf8
  }

  private static func name(_ member: Member, _ lines: inout [UInt8]) {
    lines += ",\"".utf8
    lines += member.rawValue.utf8
    lines += "\":".utf8
  }
}
