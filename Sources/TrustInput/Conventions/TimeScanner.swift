/// Reads the parts of a written time.
struct TimeScanner {
  private let bytes: [UInt8]
  private var at = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { at == bytes.count }

  /// A number of at most four digits, or of just so many.
  mutating func number(digits: Int? = nil) -> Int? {
    let start = at
    while at < bytes.count, at - start < digits ?? 4, (0x30...0x39).contains(bytes[at]) { at += 1 }
    guard at > start, digits == nil || at - start == digits else { return nil }
    return Int(String(decoding: bytes[start..<at], as: UTF8.self))
  }

  private mutating func take(_ mark: String) -> Bool {
    guard bytes[at...].starts(with: mark.utf8) else { return false }
    at += mark.utf8.count
    return true
  }

  /// What parts year, month and day.
  mutating func dateMark() -> Bool { ["-", "/", ".", "年", "月"].contains { take($0) } }

  /// What stands between a date and a time.
  mutating func skipDayMark() {
    _ = take("日")
    _ = take("T") || take("t")
    while take(" ") {}
  }

  /// Hour, minute and second, which may be left out; parts of seconds are dropped.
  mutating func clock() -> (Int, Int, Int)? {
    guard let hour = number(), take(":") || take("时") || take("："), let minute = number() else {
      return nil
    }
    _ = take("分")
    guard take(":") || take("：") || !isAtEnd && (0x30...0x39).contains(bytes[at]) else {
      return (hour, minute, 0)
    }
    guard let second = number() else { return nil }
    _ = take("秒")
    if take(".") { while at < bytes.count, (0x30...0x39).contains(bytes[at]) { at += 1 } }
    return (hour, minute, second)
  }

  /// The offset from UTC, empty if none is stated; `nil` if there is something else.
  mutating func offset() -> String? {
    while take(" ") {}
    if isAtEnd { return "" }
    if take("Z") || take("z") || take("UTC") || take("GMT") { return "Z" }
    guard let sign = bytes.indices.contains(at) ? bytes[at] : nil,
      sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-")
    else { return nil }
    at += 1
    guard let hour = number(digits: 2) else { return nil }
    _ = take(":")
    let minute = isAtEnd ? 0 : number(digits: 2) ?? 60
    guard hour < 24, minute < 60 else { return nil }
    let letter = sign == UInt8(ascii: "+") ? "+" : "-"
    return "\(letter)\(PostTime.padded(hour)):\(PostTime.padded(minute))"
  }
}
