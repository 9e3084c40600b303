/// The fields that a profile asks for, each once, by number.
struct FieldPaths {
  /// A list of candidates by their numbers.
  typealias Candidates = [Int]

  private(set) var paths: [String] = []
  let texts: [Candidates]
  let quoted: Candidates
  let quotedAccount: Candidates
  let id: Candidates
  let account: Candidates
  let accountName: Candidates
  let verified: Candidates
  let agency: Candidates
  let location: Candidates
  let time: Candidates
  let tags: Candidates
  let url: Candidates
  let platform: Candidates

  init(_ profile: Profile) {
    var paths: [String] = []
    func numbers(_ names: [String]) -> Candidates {
      names.map { name in
        if let known = paths.firstIndex(of: name) { return known }
        paths.append(name)
        return paths.count - 1
      }
    }
    texts = profile.texts.map { numbers($0.candidates) }
    quoted = numbers(profile.quoted)
    quotedAccount = numbers(profile.quotedAccount)
    id = numbers(profile.id)
    account = numbers(profile.account)
    accountName = numbers(profile.accountName)
    verified = numbers(profile.verified)
    agency = numbers(profile.agency)
    location = numbers(profile.location)
    time = numbers(profile.time)
    tags = numbers(profile.tags)
    url = numbers(profile.url)
    platform = numbers(profile.platformFields)
    self.paths = paths
  }
}

/// Where the fields of one post come from.
protocol FieldSource {
  /// What a field holds, by its number in `FieldPaths`; `nil` if the post has none.
  func content(of field: Int) -> FieldContent?
  /// Whether a post has any of some fields.
  func has(_ fields: [Int]) -> Bool
}
