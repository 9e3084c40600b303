/// How many things were predicted and labelled, and how many of each met.
///
/// For posts `right` and `found` are the same number. For spans they may differ: two predictions on
/// one label are both right, and the label is found once.
public struct Counts: Sendable, Hashable {
  /// What the screener flagged.
  public var predicted = 0
  /// Of these, what a reader labelled too.
  public var right = 0
  /// What readers labelled.
  public var labelled = 0
  /// Of these, what the screener flagged too.
  public var found = 0

  /// Counts of nothing.
  public init() {}

  /// Makes counts.
  public init(predicted: Int, right: Int, labelled: Int, found: Int) {
    self.predicted = predicted
    self.right = right
    self.labelled = labelled
    self.found = found
  }

  /// What was labelled and found.
  public var truePositives: Int { found }
  /// What was flagged and is not labelled.
  public var falsePositives: Int { predicted - right }
  /// What was labelled and not found.
  public var falseNegatives: Int { labelled - found }

  /// The share of predictions that are right; `nil` if there are none.
  public var precision: Double? { predicted == 0 ? nil : Double(right) / Double(predicted) }
  /// The share of labels that are found; `nil` if there are none.
  public var recall: Double? { labelled == 0 ? nil : Double(found) / Double(labelled) }

  /// The harmonic mean of precision and recall; 0 if either is 0 or there is only one of them, and
  /// `nil` if nothing was predicted and nothing labelled.
  public var f1: Double? {
    guard predicted + labelled > 0 else { return nil }
    guard let precision, let recall, precision + recall > 0 else { return 0 }
    return 2 * precision * recall / (precision + recall)
  }

  static func += (sum: inout Counts, more: Counts) { sum.add(more, times: 1) }

  /// Adds what came so many times.
  mutating func add(_ more: Counts, times: Int) {
    predicted += more.predicted * times
    right += more.right * times
    labelled += more.labelled * times
    found += more.found * times
  }
}
