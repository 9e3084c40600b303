internal import TrustReport

/// A member of a line for the database, which is not the line's first.
///
/// Lines are written by hand, without a tree, as there are many.
protocol RowMember: RawRepresentable where RawValue == String {}

extension RowMember {
  /// Appends the member, if there is a value.
  func write(_ value: String?, to lines: inout [UInt8]) {
    guard let value else { return }
    writeName(to: &lines)
    JSON.writeString(value, to: &lines)
  }

  /// Appends the member, if there is a value.
  func write(_ value: Int?, to lines: inout [UInt8]) {
    guard let value else { return }
    writeName(to: &lines)
    lines += String(value).utf8
  }

  private func writeName(to lines: inout [UInt8]) {
    lines += ",\"".utf8
    lines += rawValue.utf8
    lines += "\":".utf8
  }
}
