/// How many posts a scan has seen, and what became of them.
struct ScanTotals {
  var seen = 0
  var flagged = 0
  var partial = 0
  var failed = 0

  static func += (total: inout ScanTotals, more: ScanTotals) {
    total.seen += more.seen
    total.flagged += more.flagged
    total.partial += more.partial
    total.failed += more.failed
  }

  /// The totals in words.
  var text: String {
    "\(seen) posts seen: \(seen - partial - failed) screened whole, \(partial) in part, \(failed) not; "
      + "\(flagged) flagged"
  }
}
