internal import TrustInput

/// Who posted something without findings, and where: what such posts are counted by.
struct CleanGroup: Sendable, Hashable {
  var platform: String?
  var account: String?
  var agency: String?
  var location: String?
}

/// How many posts nothing was found in, by who posted them: all that is kept of such posts.
///
/// Groups stand in the order in which they were first seen, so that the same posts always give the
/// same tally.
struct CleanTally: Sendable {
  /// The posts of a group, and what else is known of its account.
  struct Count: Sendable {
    var group: CleanGroup
    var name: String?
    var isVerified: Bool?
    var posts: Int
  }

  private(set) var counts: [Count] = []
  /// For each group its place among the counts.
  private var places: [CleanGroup: Int] = [:]

  /// Counts posts that were counted elsewhere.
  mutating func add(_ count: Count) {
    guard let place = places[count.group] else {
      places[count.group] = counts.count
      return counts.append(count)
    }
    counts[place].posts += count.posts
  }

  mutating func removeAll() {
    counts.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
  }
}

extension CleanTally.Count {
  /// One post.
  init(_ facts: PostFacts) {
    group = CleanGroup(
      platform: facts.platform,
      account: facts.account,
      agency: facts.agency,
      location: facts.location
    )
    name = facts.accountName
    isVerified = facts.isVerified
    posts = 1
  }
}
