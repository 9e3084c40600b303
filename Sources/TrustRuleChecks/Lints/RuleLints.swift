internal import TrustRules

/// Checks on single rules.
enum RuleLints {
  /// `no-suggestion`: nothing that tells the writer how to do better.
  static func noSuggestion(_ pack: Pack) -> [PackError.Issue] {
    pack.rules.filter { rule in
      rule.severity >= .medium && rule.suggestion == nil
        && rule.patterns.contains { $0.replacement == nil }
    }.map { rule in
      PackError.Issue(
        "no-suggestion",
        at: rule.mark,
        "the rule “\(rule.id.name)” suggests nothing better",
        hint: "add “suggest:” with zh and en",
        isWarning: true
      )
    }
  }

  /// `overdue-review`: the day of review has passed.
  static func overdueReview(_ pack: Pack, today: String) -> [PackError.Issue] {
    pack.rules.compactMap { rule in
      guard let due = rule.reviewBy, due < today else { return nil }
      return PackError.Issue(
        "overdue-review",
        at: rule.mark,
        "the rule “\(rule.id.name)” was to be reviewed by \(due)",
        hint: "read its sources again and move the date",
        isWarning: true
      )
    }
  }

  /// `lone-character`: a single Chinese character that may match with nothing beside it.
  static func loneCharacter(_ pack: Pack) -> [PackError.Issue] {
    pack.rules.flatMap { rule -> [PackError.Issue] in
      guard rule.company.isEmpty else { return [] }
      return rule.patterns.compactMap { find in
        guard find.pattern.operands.count == 1, find.pattern.operands[0].terms.count == 1,
          let lone = pack.literals(of: find.pattern).first(where: {
            $0.unicodeScalars.count == 1 && $0.hasHan
          })
        else { return nil }
        return PackError.Issue(
          "lone-character",
          at: rule.mark,
          "\(rule.id.name): “\(lone)” may match by itself",
          hint: "require a partner, or “with:”",
          isWarning: true
        )
      }
    }
  }

  /// `self-blocking`: every match of a rule holds a phrase that its own `inside` or `between`
  /// excludes, so that it can never fire.
  static func selfBlocking(_ pack: Pack) -> [PackError.Issue] {
    pack.rules.compactMap { rule in
      let blocked = Set(
        rule.unless.flatMap { condition -> [String] in
          if case .inside(let words) = condition { pack.literals(of: words) } else { [] }
        }
      )
      let literals = rule.patterns.flatMap { find in
        find.pattern.plainWords == nil ? [""] : pack.literals(of: find.pattern)
      }
      guard !blocked.isEmpty, literals.allSatisfy({ blocked.contains($0) }) else { return nil }
      return PackError.Issue(
        "self-blocking",
        at: rule.mark,
        "the rule “\(rule.id.name)” can never fire: its “unless” encloses all that it finds",
        isWarning: true
      )
    }
  }
}
