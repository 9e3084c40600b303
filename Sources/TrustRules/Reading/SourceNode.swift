/// What a structured file says, all values as text, each with its place.
///
/// Values keep the form they were written in: `no`, `84` and `2026-11-01` are text.
package struct SourceNode: Sendable {
  package enum Content: Sendable {
    case text(String)
    case list([SourceNode])
    case map([(key: SourceNode, value: SourceNode)])
  }

  package var content: Content
  package var mark: Mark
  /// Whether text was written over several lines, so that a line's place is its own.
  package var isBlock: Bool

  package init(_ content: Content, at mark: Mark, isBlock: Bool = false) {
    self.content = content
    self.mark = mark
    self.isBlock = isBlock
  }

  package var text: String? {
    if case .text(let text) = content { text } else { nil }
  }

  package var list: [SourceNode]? {
    if case .list(let list) = content { list } else { nil }
  }

  package var map: [(key: SourceNode, value: SourceNode)]? {
    if case .map(let map) = content { map } else { nil }
  }

  /// What kind of value it is, for messages.
  package var kind: String {
    switch content {
    case .text: "text"
    case .list: "a list"
    case .map: "a map"
    }
  }
}
