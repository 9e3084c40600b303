internal import Synchronization

/// What a rule says, made into strings when somebody first asks: most rules never find anything.
final class RuleText: Sendable {
  /// The words of a rule, and its sources.
  final class Content: Sendable {
    let rule: Rule
    let citations: [Citation]

    init(rule: Rule, citations: [Citation]) {
      self.rule = rule
      self.citations = citations
    }
  }

  private let known = AtomicLazyReference<Content>()
  private let make: @Sendable () -> Content

  /// Words that are made later; several threads may make them, and the first are kept.
  init(_ make: @escaping @Sendable () -> Content) {
    self.make = make
  }

  /// The words.
  var content: Content { known.load() ?? known.storeIfNil(make()) }
}
