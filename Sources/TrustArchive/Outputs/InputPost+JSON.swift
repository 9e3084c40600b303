internal import TrustInput
internal import TrustReport

extension InputPlace {
  /// The place as reports and failures state it.
  var json: JSON {
    ["file": .string(file), "line": .integer(line), "offset": .integer(offset)]
  }
}

extension PostFacts {
  /// What is known of a post, as reports state it; what is not known is left out.
  ///
  /// Tags are words of the post.
  func json(includesText: Bool) -> JSON {
    [
      "platform": platform.map(JSON.string),
      "account": account.map(JSON.string),
      "accountName": accountName.map(JSON.string),
      "verified": isVerified.map(JSON.bool),
      "agency": agency.map(JSON.string),
      "location": location.map(JSON.string),
      "time": time.map(JSON.string),
      "tags": tags.isEmpty || !includesText ? nil : .strings(tags),
      "repostChain": repostChain.isEmpty ? nil : .strings(repostChain),
      "url": url.map(JSON.string),
    ]
  }
}
