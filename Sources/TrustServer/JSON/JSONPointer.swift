/// A place in a JSON text (RFC 6901).
struct JSONPointer: Hashable, Sendable, CustomStringConvertible {
  private(set) var description = ""

  /// The whole text.
  static let root = JSONPointer()

  /// The place of a member.
  func member(_ name: String) -> JSONPointer {
    appending(name.replacing("~", with: "~0").replacing("/", with: "~1"))
  }

  /// The place of an element.
  func element(_ index: Int) -> JSONPointer { appending(String(index)) }

  private func appending(_ token: String) -> JSONPointer {
    JSONPointer(description: description + "/" + token)
  }
}
