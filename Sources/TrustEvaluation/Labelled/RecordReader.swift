internal import TrustRules

/// Reads one record into a labelled post and collects all that is wrong with it.
struct RecordReader {
  let options: LabelledPosts.Options
  /// What is wrong with the record; a post with problems must not be used.
  var problems: [String] = []

  init(options: LabelledPosts.Options) {
    self.options = options
  }

  /// The post on one line, or `nil` if there are problems.
  ///
  /// The line's number, from 1, names a post that needs no id and has none.
  mutating func post(from bytes: ArraySlice<UInt8>, line: Int) -> LabelledPost? {
    guard let record = readObject(bytes) else { return nil }
    let id = readID(in: record, line: line)
    let text = readText(in: record)
    let verdict = readName("verdict", in: record).flatMap { knownVerdict($0) }
    let stance = readName("stance", in: record).flatMap { knownStance($0) }
    let language = readName("lang", in: record) ?? options.language
    if verdict == nil, problems.isEmpty, !options.unlabelled { problems.append("no “verdict”") }
    guard let id, let text, problems.isEmpty else { return nil }
    let labels = readLabels(in: record, of: text)
    checkThat(labels, agreeWith: verdict)
    guard problems.isEmpty else { return nil }
    return LabelledPost(
      id: id,
      language: language,
      source: source(of: record),
      text: text,
      verdict: verdict,
      stance: stance,
      labels: labels
    )
  }

  private mutating func readObject(_ bytes: ArraySlice<UInt8>) -> [String: JSONValue]? {
    guard String(validating: bytes, as: UTF8.self) != nil else {
      problems.append("not UTF-8")
      return nil
    }
    switch JSONValue(parsing: bytes) {
    case .object(let record): return record
    case nil: problems.append("not JSON")
    default: problems.append("not a JSON object")
    }
    return nil
  }

  // MARK: - Fields

  private mutating func readID(in record: [String: JSONValue], line: Int) -> String? {
    switch record[options.idField] {
    case .string(let id) where !id.isEmpty: return id
    case .integer(let id): return String(id)
    case nil where options.unlabelled: return "line \(line)"
    case nil: problems.append("no “\(options.idField)”")
    default: problems.append("“\(options.idField)” is not a name")
    }
    return nil
  }

  private mutating func readText(in record: [String: JSONValue]) -> String? {
    switch record[options.textField] {
    case .string(let text): return text
    case nil:
      let keys = record.keys.sorted().map { "“\($0)”" }.joined(separator: ", ")
      problems.append(
        "no “\(options.textField)”; the record has \(keys.isEmpty ? "no keys" : keys)"
      )
    default: problems.append("“\(options.textField)” is not a text")
    }
    return nil
  }

  private mutating func readName(_ key: String, in record: [String: JSONValue]) -> String? {
    switch record[key] {
    case .string(let name): return name
    case nil, .null: return nil
    default:
      problems.append("“\(key)” is not a name")
      return nil
    }
  }

  // Other people's records use such keys for many things; what is no name is none of ours.
  private func source(of record: [String: JSONValue]) -> String? {
    for key in options.sourceFields {
      if case .string(let name) = record[key], !name.isEmpty { return name }
    }
    return nil
  }

  private mutating func knownVerdict(_ name: String) -> LabelledPost.Verdict? {
    if let verdict = LabelledPost.Verdict(rawValue: name) { return verdict }
    refuse(name, as: "verdict", known: LabelledPost.Verdict.allCases.map(\.rawValue))
    return nil
  }

  private mutating func knownStance(_ name: String) -> LabelledPost.Stance? {
    if let stance = LabelledPost.Stance(rawValue: name) { return stance }
    refuse(name, as: "stance", known: LabelledPost.Stance.allCases.map(\.rawValue))
    return nil
  }

  mutating func refuse(_ name: String, as what: String, known: [String]) {
    let hint = NearestName.hint(name, in: known) ?? "known are \(known.joined(separator: ", "))"
    problems.append("unknown \(what) “\(name)”; \(hint)")
  }

  // A flag without a finding would count as missed in no category, a pass with one as found: such
  // a record says two things at once, and only its author knows which one is meant.
  private mutating func checkThat(
    _ labels: [LabelledPost.Label],
    agreeWith verdict: LabelledPost.Verdict?
  ) {
    guard problems.isEmpty else { return }
    switch verdict {
    case .flag where labels.isEmpty:
      problems.append("the verdict is “flag”, but no finding is given")
    case .pass where !labels.isEmpty, .uncheckable where !labels.isEmpty, nil where !labels.isEmpty:
      let name = verdict.map { "“\($0.rawValue)”" } ?? "left out"
      problems.append("there are findings, but the verdict is \(name)")
    default: break
    }
  }
}
