internal import TrustRules
internal import TrustText

/// Checks on contexts.
enum ContextLints {
  /// `far-exempt`: a context of far reach that means to take findings away without being a frame.
  static func farExempt(_ pack: Pack) -> [PackError.Issue] {
    pack.content.contexts.filter {
      $0.anyOf.isEmpty && $0.effect == .drop && !$0.mayDrop
    }.map { context in
      PackError.Issue(
        "far-exempt",
        at: context.mark,
        "“\(context.id)” reaches over a \(context.reach.rawValue) and therefore only softens",
        hint: "write “effect: soften”, or “frame: yes” if its cues govern what follows",
        isWarning: true
      )
    }
  }

  /// `dead-not-cue`: a phrase that holds no cue and so does nothing.
  static func deadNotCue(_ pack: Pack) -> [PackError.Issue] {
    pack.content.contexts.flatMap { context -> [PackError.Issue] in
      let cueWords = [context.before, context.after, context.either]
      let cues = cueWords.flatMap { pack.literals(of: $0) }
      return context.notCues.entries.compactMap { entry in
        let phrases = pack.literals(of: entry.pattern)
        guard !phrases.isEmpty,
          !phrases.contains(where: { phrase in cues.contains { phrase.contains($0) } })
        else { return nil }
        return PackError.Issue(
          "dead-not-cue",
          at: entry.mark,
          "\(context.id): “\(entry.pattern.source)” holds no cue and does nothing",
          hint: "take it out",
          isWarning: true
        )
      }
    }
  }
}
