internal import TrustMatch
import TrustRules
import TrustText

extension Screener {
  /// Looks at raw bytes for what can start a finding.
  ///
  /// The quick pass knows nothing of the disguises that are seen through on request.
  func quickLook(at bytes: borrowing Span<UInt8>) -> QuickPass.Answer {
    guard let quickPass = ruleset.quickPass, ruleset.disguises.optional.isEmpty else {
      return .maybe
    }
    return quickPass.look(at: bytes)
  }

  /// Whether the thorough pass, too, says that nothing can match: what the quick pass promised.
  package func isClean(
    _ bytes: borrowing Span<UInt8>,
    han: Int,
    latin: Int,
    using scratch: inout Scratch
  ) -> Bool {
    findCandidates(in: bytes, using: &scratch)
    var tally = LanguageTally()
    tally.count(scratch.text.symbols)
    return scratch.gates.candidates.isEmpty && scratch.text.repairs == 0
      && tally == LanguageTally(han: han, latin: latin)
  }
}
