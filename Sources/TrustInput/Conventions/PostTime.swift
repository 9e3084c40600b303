/// The time of a post as exports write it, as RFC 3339.
///
/// Understood are seconds and milliseconds since 1970 (which are given as UTC), dates with `-`, `/`,
/// `.` or 年月日 with or without a time and an offset, `20260102` with or without `030405`, and the
/// form of Weibo and Twitter, `Fri Jan 02 03:04:05 +0800 2026`, as well as that of mail. An offset
/// that is not stated is not made up. Anything else, such as “5 minutes ago”, is no time.
enum PostTime {
  /// A time without a doubt; `nil` if the text is none.
  static func normalized(_ text: String) -> String? {
    let bytes = Array(text.utf8)
    if bytes.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text) {
      return digits(number, count: bytes.count)
    }
    return named(bytes) ?? numeric(bytes)
  }

  private static func digits(_ number: Int, count: Int) -> String? {
    switch count {
    case 8: return date(number / 10_000, number / 100 % 100, number % 100)
    case 14:
      guard let day = normalized(String(number / 1_000_000)) else { return nil }
      return clock(number / 10_000 % 100, number / 100 % 100, number % 100).map { day + "T" + $0 }
    case 9, 10: return since1970(number)
    case 12, 13: return since1970(number / 1000)
    default: return nil
    }
  }

  private static func since1970(_ seconds: Int) -> String? {
    let (year, month, day) = civil(days: seconds / 86_400)
    let rest = seconds % 86_400
    guard let date = date(year, month, day),
      let clock = clock(rest / 3600, rest / 60 % 60, rest % 60)
    else { return nil }
    return date + "T" + clock + "Z"
  }

  /// The date of a day counted from 1970, by the usual arithmetic of 400 years.
  private static func civil(days: Int) -> (Int, Int, Int) {
    let shifted = days + 719_468
    let era = shifted / 146_097
    let ofEra = shifted % 146_097
    let year = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * year + year / 4 - year / 100)
    let shiftedMonth = (5 * ofYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let day = ofYear - (153 * shiftedMonth + 2) / 5 + 1
    return (year + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// A date that begins with its year.
  private static func numeric(_ bytes: [UInt8]) -> String? {
    var scanner = TimeScanner(bytes)
    guard let year = scanner.number(digits: 4), scanner.dateMark(),
      let month = scanner.number(), scanner.dateMark(), let day = scanner.number(),
      let date = date(year, month, day)
    else { return nil }
    scanner.skipDayMark()
    if scanner.isAtEnd { return date }
    guard let time = scanner.clock(), let clock = clock(time.0, time.1, time.2),
      let offset = scanner.offset(), scanner.isAtEnd
    else { return nil }
    return date + "T" + clock + offset
  }

  /// `Fri Jan 02 03:04:05 +0800 2026`, or `Fri, 02 Jan 2026 03:04:05 +0800`.
  private static func named(_ bytes: [UInt8]) -> String? {
    let parts = String(decoding: bytes, as: UTF8.self).split { $0 == " " || $0 == "," }
    guard parts.count == 6 else { return nil }
    let isMail = month(parts[2]) != nil
    guard let month = month(isMail ? parts[2] : parts[1]),
      let day = Int(isMail ? parts[1] : parts[2]),
      let year = Int(isMail ? parts[3] : parts[5]),
      let date = date(year, month, day)
    else { return nil }
    var scanner = TimeScanner(Array((parts[isMail ? 4 : 3] + parts[isMail ? 5 : 4]).utf8))
    guard let time = scanner.clock(), let clock = clock(time.0, time.1, time.2),
      let offset = scanner.offset(), scanner.isAtEnd
    else { return nil }
    return date + "T" + clock + offset
  }

  private static func month(_ name: Substring) -> Int? {
    let names = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    return names.firstIndex { $0 == name }.map { $0 + 1 }
  }

  private static func date(_ year: Int, _ month: Int, _ day: Int) -> String? {
    guard (1970...2100).contains(year), (1...12).contains(month) else { return nil }
    let isLeap = year % 4 == 0 && year % 100 != 0 || year % 400 == 0
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard (1...lengths[month - 1]).contains(day) else { return nil }
    return "\(year)-\(padded(month))-\(padded(day))"
  }

  private static func clock(_ hour: Int, _ minute: Int, _ second: Int) -> String? {
    guard hour < 24, minute < 60, second < 61 else { return nil }
    return "\(padded(hour)):\(padded(minute)):\(padded(second))"
  }

  static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
