/// Which fields of a line to read, and what to write of its post.
struct ScanOptions: Sendable {
  /// The fields that hold text, in reading order.
  var textFields: [String]
  /// The field that holds the post's id.
  var idField: String
  /// Whether reports without findings are left out, unless they are partial.
  var findingsOnly: Bool
  /// Whether reports quote words of the post.
  var includesText: Bool
}
