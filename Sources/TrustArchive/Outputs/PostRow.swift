internal import TrustEngine
internal import TrustInput

/// A line for the database about a post that it keeps: one with findings, or of which only a part was
/// screened, or each if all are asked for.
enum PostRow {
  /// The members of a line, in the order in which the reader of the database asks for them.
  enum Member: String, CaseIterable, RowMember {
    case key, outcome, platform, id, account, name, verified, agency, location, time, url
    case file, line, offset, flagged, findings, sketch, text, tokens
  }

  /// Appends the line of a post.
  static func append(
    _ post: ArchivePost,
    _ key: PostKey,
    includesText: Bool,
    to lines: inout [UInt8]
  ) {
    start(post.post, key, &lines)
    if post.isPartial { Member.outcome.write("partial", to: &lines) }
    if !post.report.findings.isEmpty {
      let text = post.post.fields.map { String(decoding: $0.text, as: UTF8.self) }
        .joined(separator: "\n\n")
      Member.flagged.write(post.isFlagged ? 1 : 0, to: &lines)
      Member.findings.write(post.report.findings.count, to: &lines)
      Member.sketch.write(TextSketch(of: text).hexadecimal, to: &lines)
      if includesText {
        Member.text.write(text, to: &lines)
        Member.tokens.write(SearchTokens.text(of: text), to: &lines)
      }
    }
    lines += "}\n".utf8
  }

  private static func start(_ post: InputPost, _ key: PostKey, _ lines: inout [UInt8]) {
    lines += "{\"key\":\"".utf8
    lines += key.text.utf8
    lines.append(UInt8(ascii: "\""))
    let facts = post.facts
    Member.platform.write(facts.platform, to: &lines)
    Member.id.write(post.id, to: &lines)
    Member.account.write(facts.account, to: &lines)
    Member.name.write(facts.accountName, to: &lines)
    Member.verified.write(facts.isVerified.map { $0 ? 1 : 0 }, to: &lines)
    Member.agency.write(facts.agency, to: &lines)
    Member.location.write(facts.location, to: &lines)
    Member.time.write(facts.time, to: &lines)
    Member.url.write(facts.url, to: &lines)
    Member.file.write(post.place.file, to: &lines)
    Member.line.write(post.place.line, to: &lines)
    Member.offset.write(post.place.offset, to: &lines)
  }
}
