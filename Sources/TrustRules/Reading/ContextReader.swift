internal import TrustText

/// Reads one context.
enum ContextReader {
  private static let keys = [
    "reach", "effect", "frame", "before", "after", "either", "stops", "not-cues", "cancel",
    "cancel-in",
    "within", "at-least", "hit-in", "cue-in", "any-of",
  ]

  static func context(
    _ id: String,
    _ mark: Mark,
    _ node: SourceNode,
    _ reader: inout NodeReader
  ) -> ContextRule {
    let what = "the context “\(id)”"
    let fields = reader.fields(of: node, known: keys, what: what)
    var context = ContextRule(id: id, mark: mark)
    context.reach = reader.unit(fields["reach"], what: "reach") ?? .clause
    context.effect =
      reader.choice(fields["effect"], ContextRule.Effect.self, what: "effect") ?? .drop
    context.isFrame =
      reader.choice(fields["frame"], among: [("yes", true), ("no", false)], what: "frame") ?? false
    context.before = reader.words(fields["before"], what: "before")
    context.after = reader.words(fields["after"], what: "after")
    context.either = reader.words(fields["either"], what: "either")
    context.stops = reader.words(fields["stops"], what: "stops")
    context.notCues = reader.words(fields["not-cues"], what: "not-cues")
    context.cancel = reader.words(fields["cancel"], what: "cancel")
    context.cancelUnit = reader.unit(fields["cancel-in"], what: "cancel-in") ?? .passage
    context.within = reader.count(fields["within"], in: 0...100, what: "within")
    context.atLeast = reader.count(fields["at-least"], in: 1...10, what: "at-least") ?? 1
    context.hitIn = places(fields["hit-in"], ContextRule.HitPlace.self, "hit-in", &reader)
    context.cueIn = places(fields["cue-in"], ContextRule.CuePlace.self, "cue-in", &reader)
    context.anyOf = reader.names(fields["any-of"], what: "any-of").map(\.name)

    let hasCues = !context.before.isEmpty || !context.after.isEmpty || !context.either.isEmpty
    if context.anyOf.isEmpty, !hasCues, context.hitIn.isEmpty {
      reader.report(
        "empty-context",
        at: mark,
        "\(what) has no cues and can never hold",
        hint: "add before:, after:, either:, hit-in: or any-of:"
      )
    }
    return context
  }

  private static func places<Place: RawRepresentable & CaseIterable>(
    _ node: SourceNode?,
    _ type: Place.Type,
    _ what: String,
    _ reader: inout NodeReader
  ) -> [Place] where Place.RawValue == String {
    reader.names(node, what: what).compactMap { name, mark in
      reader.choice(SourceNode(.text(name), at: mark), type, what: what)
    }
  }
}
