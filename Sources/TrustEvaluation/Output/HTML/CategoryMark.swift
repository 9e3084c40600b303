internal import TrustReport
internal import TrustRules

/// How a category is told from others in a chart: a colour, a shape and a kind of line.
struct CategoryMark {
  let category: Category?

  /// The class that gives it its colour and line.
  var css: String { category?.cssClass ?? "any" }

  /// The category's name.
  var name: Localized {
    category.map { Wording.category($0) } ?? EvaluationWording.anyCategory
  }

  /// The shape around a place.
  func shape(x: String, y: String) -> String {
    let path =
      switch category {
      case nil: "M-3.6 0A3.6 3.6 0 1 0 3.6 0A3.6 3.6 0 1 0-3.6 0Z"
      case .falseRemedy: "M-3.2-3.2H3.2V3.2H-3.2Z"
      case .stigmatisingLanguage: "M0-4.2L4 3.2H-4Z"
      case .unverifiedClaim: "M0-4.4L4.4 0L0 4.4L-4.4 0Z"
      case .other: "M-3.4-3.4L3.4 3.4M-3.4 3.4L3.4-3.4"
      }
    return "<path class=\"shape \(css)\" d=\"\(path)\" transform=\"translate(\(x) \(y))\"/>"
  }

  /// The mark and the name, for the key of a chart.
  var key: String {
    """
    <li><svg viewBox="0 0 30 12" aria-hidden="true"><path class="curve \(css)" d="M1 6H29"/>\
    \(shape(x: "15", y: "6"))</svg>\(HTMLText.both(name))</li>
    """
  }
}
