/// Makes posts of the fields of records, by a profile.
struct PostBuilder {
  let paths: FieldPaths
  private let profile: Profile
  private let tails: [[UInt8]]

  init(_ profile: Profile) {
    self.profile = profile
    paths = FieldPaths(profile)
    tails = profile.tails.map { Array($0.utf8) }
  }

  /// Makes a post, or says why it is none.
  ///
  /// - Complexity: Linear in the fields.
  func record(from source: some FieldSource, at place: InputPlace) -> InputRecord {
    var facts = facts(of: source)
    var fields: [InputPost.Field] = []
    var quoted: [[UInt8]] = []
    var wrong: String?
    for (field, candidates) in zip(profile.texts, paths.texts) {
      guard let content = text(source, candidates) else { continue }
      guard let bytes = content.bytes else {
        wrong = wrong ?? field.name
        continue
      }
      let cleaned = cleaned(bytes)
      // Many exports give the beginning of a text, or all of it, as its title.
      if !cleaned.isEmpty, fields.contains(where: { $0.text == cleaned }) { continue }
      note(Topics.all(in: cleaned, profile.hashtags), in: &facts)
      guard profile.hasRepostMarks else {
        fields.append(InputPost.Field(name: field.name, text: cleaned))
        continue
      }
      let chain = RepostChain(cleaned)
      fields.append(InputPost.Field(name: field.name, text: chain.own))
      quoted += chain.quoted.map(\.text)
      facts.repostChain += chain.quoted.map(\.account)
    }
    guard !fields.isEmpty else { return .failure(noText(at: place, wrong: wrong)) }
    if let whole = text(source, paths.quoted)?.bytes {
      quoted.append(cleaned(whole))
      if let account = string(source, paths.quotedAccount) { facts.repostChain.append(account) }
    }
    for (index, text) in quoted.enumerated() {
      let name = index == 0 ? "quoted" : "quoted-\(index + 1)"
      fields.append(InputPost.Field(name: name, text: text))
    }
    return .post(
      InputPost(place: place, id: string(source, paths.id), fields: fields, facts: facts)
    )
  }

  /// What a profile says of all posts, whatever they hold.
  var commonFacts: PostFacts {
    var facts = PostFacts()
    facts.platform = profile.platform
    return facts
  }

  /// Drops what is no part of a text: marks of HTML, and what the interface left behind.
  func cleaned(_ text: [UInt8]) -> [UInt8] {
    let shown = profile.isMarkup && Self.hasTag(text) ? PageText.text(of: text.span) : text
    let end = TextTails.end(of: shown, tails)
    return end == shown.count ? shown : Array(shown[..<end])
  }

  /// The topics of a text.
  func topics(in text: [UInt8]) -> [String] { Topics.all(in: text, profile.hashtags) }

  private func note(_ topics: [String], in facts: inout PostFacts) {
    for topic in topics where !facts.tags.contains(topic) { facts.tags.append(topic) }
  }

  private static func hasTag(_ text: [UInt8]) -> Bool {
    text.indices.dropLast().contains { at in
      text[at] == UInt8(ascii: "<")
        && (text[at + 1] == UInt8(ascii: "/")
          || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(text[at + 1] | 0x20))
    }
  }

  private func facts(of source: some FieldSource) -> PostFacts {
    var facts = commonFacts
    if let stated = string(source, paths.platform) { facts.platform = stated }
    facts.accountName = string(source, paths.accountName)
    facts.account = string(source, paths.account) ?? facts.accountName
    facts.isVerified = verified(source)
    facts.agency = string(source, paths.agency)
    facts.location = string(source, paths.location).map(Self.location)
    facts.time = string(source, paths.time).flatMap(PostTime.normalized)
    facts.url = string(source, paths.url)
    guard source.has(paths.tags) else { return facts }
    for candidate in paths.tags {
      note(source.content(of: candidate)?.strings ?? [], in: &facts)
    }
    return facts
  }

  /// The first candidate with words, else the first that is there.
  private func text(_ source: some FieldSource, _ candidates: [Int]) -> FieldContent? {
    guard source.has(candidates) else { return nil }
    var first: FieldContent?
    for candidate in candidates {
      guard let content = source.content(of: candidate) else { continue }
      if content.string != nil { return content }
      if first?.bytes == nil { first = content }
    }
    return first
  }

  private func string(_ source: some FieldSource, _ candidates: [Int]) -> String? {
    guard source.has(candidates) else { return nil }
    for candidate in candidates {
      if let string = source.content(of: candidate)?.string { return string }
    }
    return nil
  }

  /// A flag, a number that is not 0 or below (-1 is Weibo's “not verified”), or words such as a
  /// reason of verification.
  private func verified(_ source: some FieldSource) -> Bool? {
    guard source.has(paths.verified) else { return nil }
    for candidate in paths.verified {
      switch source.content(of: candidate) {
      case .flag(let flag): return flag
      case .number(let digits):
        return digits.first != UInt8(ascii: "-") && digits != Array("0".utf8)
      case .text(let words):
        let text = String(decoding: words, as: UTF8.self).lowercased()
        return !["", "0", "-1", "false", "no", "否", "none", "普通用户", "未认证"].contains(text)
      case .list, .other, nil: continue
      }
    }
    return nil
  }

  /// A place without the words that platforms put before it.
  private static func location(_ shown: String) -> String {
    for words in ["发布于 ", "发布于", "IP属地：", "IP属地:", "IP属地", "IP 属地：", "来自"]
    where shown.hasPrefix(words) {
      return String(shown.dropFirst(words.count).drop { $0 == " " })
    }
    return shown
  }

  private func noText(at place: InputPlace, wrong: String?) -> InputFailure {
    if let wrong {
      return InputFailure(
        place: place,
        reason: .noText,
        detail: "“\(wrong)” is not text; name the right field with --text-field"
      )
    }
    let names = profile.texts.flatMap(\.candidates).prefix(6).map { "“\($0)”" }
    return InputFailure(
      place: place,
      reason: .noText,
      detail: "there is no \(names.joined(separator: " or ")); name the field with --text-field, "
        + "or the platform with --profile"
    )
  }
}
