internal import TrustReport
internal import TrustRules

/// The few figures to read first.
struct HeadlineTiles {
  let document: EvaluationDocument

  var html: String {
    let tiles = measured + halves + document.quiet.map(quiet)
    return "<ul class=\"tiles\" role=\"list\">\n\(tiles.joined(separator: "\n"))\n</ul>"
  }

  private var measured: [String] {
    guard let posts = document.evaluation?.overall.row()?.posts else { return [] }
    return [
      (EvaluationWording.precision, posts.precision), (EvaluationWording.recall, posts.recall),
      (EvaluationWording.f1, posts.f1),
    ].map { tile($0, share($1)) }
  }

  /// What the half says that nobody read.
  private var halves: [String] {
    let half = document.evaluation?.halves.first { $0.scope == .init(half: .measuring) }
    guard let posts = half?.row()?.posts else { return [] }
    let name = EvaluationWording.half(.measuring)
    let title = Localized(zh: "F1，\(name.zh)", en: "F1, \(name.en.lowercased())")
    return [tile(title, share(posts.f1))]
  }

  private func share(_ estimate: Estimate?) -> String {
    let what = "<small class=\"set\">\(HTMLText.both(EvaluationWording.any))</small>"
    return PageNumber.share(estimate) + what
  }

  private func quiet(_ set: QuietSet) -> String {
    let name = "<small class=\"set\">\(HTMLText.escaped(set.name))</small>"
    return tile(
      EvaluationWording.falseAlarmsPerMany,
      PageNumber.perTenThousand(set.perTenThousand) + name
    )
  }

  private func tile(_ title: Localized, _ figure: String) -> String {
    "<li><span>\(HTMLText.both(title))</span>\(figure)</li>"
  }
}
