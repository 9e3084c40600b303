internal import TrustRules

/// How posts are put into groups, and each group measured.
struct Grouping {
  let categories: [Category]
  let options: Evaluation.Options

  /// The posts of a scope as a whole, then each of their languages by its tag.
  func languages(
    of posts: [ScreenedPost],
    in scope: Evaluation.Scope
  ) -> [Evaluation.Group] {
    let languages = Dictionary(grouping: posts, by: \.post.language).sorted { $0.key < $1.key }
    return [group(posts, scope)]
      + languages.map { language, posts in
        var scope = scope
        scope.language = language
        return group(posts, scope)
      }
  }

  /// The posts of each source, unless there is at most one.
  func sources(of posts: [ScreenedPost]) -> [Evaluation.Group] {
    let sources = Dictionary(grouping: posts.filter { $0.post.source != nil }, by: \.post.source)
    guard sources.count > 1 else { return [] }
    return sources.map { group($1, Evaluation.Scope(source: $0)) }
      .sorted { ($0.scope.source ?? "") < ($1.scope.source ?? "") }
  }

  /// Each half as a whole, then by language.
  func halves(of posts: [ScreenedPost]) -> [Evaluation.Group] {
    let halves = Dictionary(grouping: posts, by: \.post.half)
    return Half.allCases.flatMap { half in
      languages(of: halves[half] ?? [], in: Evaluation.Scope(half: half))
    }
  }

  private func group(_ posts: [ScreenedPost], _ scope: Evaluation.Scope) -> Evaluation.Group {
    Evaluation.Group(scope: scope, posts: posts, categories: categories, options: options)
  }
}
