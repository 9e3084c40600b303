internal import TrustDisguise

extension [DisguiseCheck] {
  /// A table of what each kind left, for people.
  public var text: String {
    var table = TextTable([
      ("disguise", .left), ("tier", .right), ("findings", .right), ("kept", .right),
      ("share", .right), ("quiet posts", .right), ("alarms added", .right),
    ])
    for check in self {
      table.add([
        check.kind.rawValue,
        String(check.kind.tier),
        String(check.findings),
        String(check.kept),
        check.findings == 0 ? "–" : check.permille,
        String(check.quiet),
        String(check.alarms),
      ])
    }
    return "Disguises\n" + table.lines(indent: 2)
  }
}

extension DisguiseCheck {
  /// The share kept, to a tenth of a percent.
  fileprivate var permille: String {
    let tenths = Int((share * 1000).rounded())
    return "\(tenths / 10).\(tenths % 10) %"
  }
}
