/// A line for the database about posts without findings that have a group, or about one with its key.
enum CleanRow {
  enum Member: String, CaseIterable, RowMember {
    case posts, key, platform, account, name, verified, agency, location
  }

  static func append(_ count: CleanTally.Count, key: PostKey? = nil, to lines: inout [UInt8]) {
    lines += "{\"posts\":\(count.posts)".utf8
    Member.key.write(key?.text, to: &lines)
    Member.platform.write(count.group.platform, to: &lines)
    Member.account.write(count.group.account, to: &lines)
    Member.name.write(count.name, to: &lines)
    Member.verified.write(count.isVerified.map { $0 ? 1 : 0 }, to: &lines)
    Member.agency.write(count.group.agency, to: &lines)
    Member.location.write(count.group.location, to: &lines)
    lines += "}\n".utf8
  }
}
