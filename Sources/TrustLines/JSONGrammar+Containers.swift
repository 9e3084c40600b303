extension JSONGrammar {
  /// Any value.
  static func valueEnd(_ bytes: borrowing Span<UInt8>, _ start: Int, depth: Int = 0) -> Int {
    guard start < bytes.count else { return failed }
    return isOpening(bytes[start])
      ? containerEnd(bytes, start, depth: depth) : scalarEnd(bytes, start)
  }

  private static func isOpening(_ byte: UInt8) -> Bool {
    byte | 0x20 == UInt8(ascii: "{")
  }

  /// An array or an object, within `depth` others.
  ///
  /// A comma behind the last element is forgiven.
  static func containerEnd(_ bytes: borrowing Span<UInt8>, _ start: Int, depth: Int) -> Int {
    // In place of a recursion, whose depth the input would choose.
    var open = OpenContainers()
    var at = start
    while true {
      // At an opening mark.
      guard depth + open.count < deepest else { return failed }
      open.push(isObject: bytes[at] == UInt8(ascii: "{"))
      at = spaceEnd(bytes, at + 1)
      var isDone = at < bytes.count && bytes[at] == open.closer
      while true {
        // At the closing mark, or else at an element.
        while isDone {
          open.pop()
          at += 1
          guard open.count > 0 else { return at }
          at = separatorEnd(bytes, at, open.closer)
          guard at != failed else { return failed }
          isDone = bytes[at] == open.closer
        }
        if open.isObject { at = nameEnd(bytes, at) }
        guard at != failed, at < bytes.count else { return failed }
        if isOpening(bytes[at]) { break }
        at = scalarEnd(bytes, at)
        guard at != failed else { return failed }
        at = separatorEnd(bytes, at, open.closer)
        guard at != failed else { return failed }
        isDone = bytes[at] == open.closer
      }
    }
  }

  /// What is between two elements, or between the last and the closing mark.
  private static func separatorEnd(
    _ bytes: borrowing Span<UInt8>,
    _ start: Int,
    _ closer: UInt8
  ) -> Int {
    var at = spaceEnd(bytes, start)
    guard at < bytes.count else { return failed }
    if bytes[at] == closer { return at }
    guard bytes[at] == UInt8(ascii: ",") else { return failed }
    at = spaceEnd(bytes, at + 1)
    return at < bytes.count ? at : failed
  }

  /// A member's name, the colon, and the space around it.
  private static func nameEnd(_ bytes: borrowing Span<UInt8>, _ start: Int) -> Int {
    guard start < bytes.count, bytes[start] == UInt8(ascii: "\"") else { return failed }
    var hasEscapes = false
    let close = stringEnd(bytes, start + 1, hasEscapes: &hasEscapes)
    return close == failed ? failed : colonEnd(bytes, close + 1)
  }

  /// A colon and the space around it.
  static func colonEnd(_ bytes: borrowing Span<UInt8>, _ start: Int) -> Int {
    let at = spaceEnd(bytes, start)
    guard at < bytes.count, bytes[at] == UInt8(ascii: ":") else { return failed }
    return spaceEnd(bytes, at + 1)
  }
}
