internal import TrustRules

extension RecordReader {
  /// The findings of a record; those with a mistake are left out and told as problems.
  mutating func readLabels(in record: [String: JSONValue], of text: String) -> [LabelledPost.Label]
  {
    switch record["findings"] {
    case nil, .null: return []
    case .array(let findings):
      let scalars = Array(text.unicodeScalars)
      var labels: [LabelledPost.Label] = []
      for (index, finding) in findings.enumerated() {
        let known = problems.count
        if let label = readLabel(finding, in: scalars, beside: labels) { labels.append(label) }
        for problem in problems.indices.dropFirst(known) {
          problems[problem] = "findings[\(index)]: " + problems[problem]
        }
      }
      return labels
    default:
      problems.append("“findings” is not a list")
      return []
    }
  }

  private mutating func readLabel(
    _ value: JSONValue,
    in text: [Unicode.Scalar],
    beside others: [LabelledPost.Label]
  ) -> LabelledPost.Label? {
    guard case .object(let finding) = value else {
      problems.append("not a JSON object")
      return nil
    }
    let category = readCategory(of: finding)
    let kind = category.flatMap { readKind(of: finding, in: $0) }
    let taken = others.filter { $0.category == category }.map(\.scalars)
    let range = readRange(of: finding, in: text, notIn: taken)
    guard let category, let kind, let range else { return nil }
    return LabelledPost.Label(category: category, kind: kind, scalars: range)
  }

  private mutating func readCategory(of finding: [String: JSONValue]) -> Category? {
    guard case .string(let name) = finding["category"] else {
      problems.append("no “category”")
      return nil
    }
    let category = Category(name: name)
    // A category of an optional pack may have any name; one that is nearly ours is a slip, and
    // would be counted apart for ever.
    let core = Category.core.map(\.name)
    if case .other = category, NearestName.of(name, in: core) != nil {
      refuse(name, as: "category", known: core)
      return nil
    }
    return category
  }

  private mutating func readKind(
    of finding: [String: JSONValue],
    in category: Category
  ) -> String? {
    guard case .string(let kind) = finding["kind"] else {
      problems.append("no “kind”")
      return nil
    }
    if let kinds = category.kinds, !kinds.contains(kind) {
      refuse(kind, as: "kind of \(category.name)", known: kinds)
      return nil
    }
    return kind
  }

  // MARK: - Places

  private mutating func readRange(
    of finding: [String: JSONValue],
    in text: [Unicode.Scalar],
    notIn taken: [Range<Int>]
  ) -> Range<Int>? {
    let words = Self.words(of: finding)
    switch (finding["start"], finding["end"]) {
    case (.integer(let start), .integer(let end)):
      return stated(start, end, saying: words, in: text)
    case (nil, nil), (.null, .null), (nil, .null), (.null, nil):
      if let words { return located(words, in: text, notIn: taken) }
      problems.append("neither “start” and “end” nor “text” or “span”")
    default:
      problems.append("“start” and “end” are not two whole numbers")
    }
    return nil
  }

  private static func words(of finding: [String: JSONValue]) -> [Unicode.Scalar]? {
    for key in ["text", "span"] {
      if case .string(let words) = finding[key], !words.isEmpty {
        return Array(words.unicodeScalars)
      }
    }
    return nil
  }

  private mutating func stated(
    _ start: Int,
    _ end: Int,
    saying words: [Unicode.Scalar]?,
    in text: [Unicode.Scalar]
  ) -> Range<Int>? {
    guard 0 <= start, start < end, end <= text.count else {
      problems.append("[\(start), \(end)) is no run of a text of \(text.count) scalars")
      return nil
    }
    if let words, !text[start..<end].elementsEqual(words) {
      let there = Self.string(text[start..<end])
      problems.append("“\(Self.string(words[...]))” is not at [\(start), \(end)): “\(there)” is")
      return nil
    }
    return start..<end
  }

  // The same words may be labelled twice; the second label means their second place.
  private mutating func located(
    _ words: [Unicode.Scalar],
    in text: [Unicode.Scalar],
    notIn taken: [Range<Int>]
  ) -> Range<Int>? {
    let starts = 0..<max(0, text.count - words.count + 1)
    let places = starts.lazy.map { $0..<($0 + words.count) }
      .filter { text[$0].elementsEqual(words) }
    if let place = places.first(where: { place in !taken.contains { $0.overlaps(place) } }) {
      return place
    }
    let again = places.isEmpty ? "" : " once more"
    problems.append("“\(Self.string(words[...]))” is not in the text\(again)")
    return nil
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
