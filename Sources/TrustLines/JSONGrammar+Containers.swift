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
    // The closing marks of what is open, in place of a recursion whose depth the input chooses.
    var closers: [UInt8] = []
    var at = start
    while true {
      // At an opening mark.
      guard depth + closers.count < deepest else { return failed }
      closers.append(bytes[at] &+ 2)
      at = spaceEnd(bytes, at + 1)
      var isDone = at < bytes.count && bytes[at] == closers[closers.count - 1]
      while true {
        // At the closing mark, or else at an element.
        while isDone {
          closers.removeLast()
          at += 1
          guard let closer = closers.last else { return at }
          at = separatorEnd(bytes, at, closer)
          guard at != failed else { return failed }
          isDone = bytes[at] == closer
        }
        let closer = closers[closers.count - 1]
        if closer == UInt8(ascii: "}") { at = nameEnd(bytes, at) }
        guard at != failed, at < bytes.count else { return failed }
        if isOpening(bytes[at]) { break }
        at = scalarEnd(bytes, at)
        guard at != failed else { return failed }
        at = separatorEnd(bytes, at, closer)
        guard at != failed else { return failed }
        isDone = bytes[at] == closer
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
