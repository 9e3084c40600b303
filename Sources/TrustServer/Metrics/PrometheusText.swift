/// Writes Prometheus' text format (0.0.4).
struct PrometheusText {
  private(set) var text = ""

  /// Begins a metric.
  mutating func metric(_ name: String, _ type: String, _ help: String) {
    text += "# HELP \(name) \(help)\n# TYPE \(name) \(type)\n"
  }

  /// Writes a sample.
  mutating func sample(_ name: String, _ labels: KeyValuePairs<String, String>, _ value: Int) {
    text += "\(name)\(Self.labels(labels)) \(value)\n"
  }

  /// Writes a metric whose samples differ in one label or some, in the order of their lines.
  mutating func samples<Key: Hashable>(
    _ name: String,
    of counts: [Key: Int],
    _ labels: (Key) -> KeyValuePairs<String, String>
  ) {
    let lines = counts.map { key, count in "\(name)\(Self.labels(labels(key))) \(count)\n" }
    text += lines.sorted().joined()
  }

  /// Writes the buckets of a histogram.
  mutating func histogram(_ name: String, _ label: (String, String), _ histogram: Histogram) {
    var total = 0
    for (index, count) in histogram.counts.enumerated() {
      total += count
      let bound = index < Histogram.bounds.count ? "\(Histogram.bounds[index])" : "+Inf"
      sample(name + "_bucket", [label.0: label.1, "le": bound], total)
    }
    text += "\(name)_sum\(Self.labels([label.0: label.1])) \(histogram.sum)\n"
    sample(name + "_count", [label.0: label.1], total)
  }

  private static func labels(_ labels: KeyValuePairs<String, String>) -> String {
    guard !labels.isEmpty else { return "" }
    let pairs = labels.map { name, value in "\(name)=\"\(escaped(value))\"" }
    return "{" + pairs.joined(separator: ",") + "}"
  }

  private static func escaped(_ value: String) -> String {
    value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
  }
}
