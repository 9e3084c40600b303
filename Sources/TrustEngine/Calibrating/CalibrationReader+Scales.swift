internal import TrustRules

extension CalibrationReader {
  mutating func scale(_ node: SourceNode) -> Calibration.Scale? {
    let fields = fields(
      of: node,
      required: ["category", "language", "posts", "violating", "silent", "missed", "curve"],
      optional: ["before", "after"],
      what: "a scale"
    )
    let category = reader.text(fields["category"], what: "category")
    let language = reader.choice(fields["language"], PostLanguage.self, what: "language")
    let posts = count(fields["posts"], what: "posts")
    let violating = count(fields["violating"], atMost: posts, of: "posts", what: "violating")
    let silent = count(fields["silent"], atMost: posts, of: "posts", what: "silent")
    let missed = count(
      fields["missed"],
      atMost: [silent, violating].compactMap(\.self).min(),
      of: "silent and violating posts",
      what: "missed"
    )
    let curve = fields["curve"].flatMap { self.curve($0) }
    if curve != nil, let posts, let violating, violating == 0 || violating == posts {
      reader.report(
        "bad-value",
        at: node.mark,
        "a scale with a curve needs posts that violate, and posts that do not"
      )
    }
    guard let category, let language else { return nil }
    return Calibration.Scale(
      category: Category(name: category),
      language: language,
      posts: posts ?? 0,
      violating: violating ?? 0,
      silent: silent ?? 0,
      missed: missed ?? 0,
      curve: curve,
      before: fields["before"].map { heldOut($0) },
      after: fields["after"].map { heldOut($0) }
    )
  }

  private mutating func heldOut(_ node: SourceNode) -> Calibration.Scale.HeldOut {
    let fields = fields(of: node, required: ["brier", "calibrationError"], what: "an error")
    return Calibration.Scale.HeldOut(
      brier: probability(fields["brier"], what: "brier"),
      calibrationError: probability(fields["calibrationError"], what: "calibrationError")
    )
  }

  private mutating func curve(_ node: SourceNode) -> Calibration.Curve? {
    let keys = ["method", "a", "b", "knots"]
    let stated = reader.fields(of: node, known: keys, what: "a curve")
    let own = ["none": [], "platt": ["a", "b"], "isotonic": ["knots"]]
    let methods = ["none", "platt", "isotonic"].map { ($0, $0) }
    guard let method = reader.choice(stated["method"], among: methods, what: "method"),
      let needed = own[method]
    else {
      if stated["method"] == nil { reportMissing("method", of: "a curve", at: node.mark) }
      return nil
    }
    let fields = fields(of: node, required: ["method"] + needed, what: "a curve by \(method)")
    switch method {
    case "platt":
      let a = reader.number(fields["a"], in: 0...1000, what: "a")
      let b = reader.number(fields["b"], in: -1000...1000, what: "b")
      return .platt(a: a ?? 0, b: b ?? 0)
    case "isotonic": return .isotonic(knots(fields["knots"], at: node.mark))
    default: return nil
    }
  }

  private mutating func knots(_ node: SourceNode?, at mark: Mark) -> [Calibration.Curve.Knot] {
    var knots: [Calibration.Curve.Knot] = []
    for item in list(node, what: "knots") {
      guard let pair = item.list, pair.count == 2 else {
        reader.report("wrong-type", at: item.mark, "a knot is a list of score and probability")
        continue
      }
      let knot = Calibration.Curve.Knot(
        score: probability(pair[0], what: "a score"),
        probability: probability(pair[1], what: "a probability")
      )
      if let last = knots.last, knot.score <= last.score || knot.probability < last.probability {
        reader.report(
          "bad-value",
          at: item.mark,
          "the knot is not above the one before it",
          hint: "scores rise from knot to knot, and probabilities never fall"
        )
      }
      knots.append(knot)
    }
    if knots.isEmpty { reader.report("bad-value", at: node?.mark ?? mark, "there are no knots") }
    return knots
  }
}
