internal import TrustEngine
internal import TrustReport
internal import TrustText

extension Session {
  /// The fixes for what was found in a range: what a rule says to put in the place of words, and the
  /// wordings that an advice names outright.
  func actions(for parameters: CodeActionParams, in document: TextDocument, report: Report) -> JSON
  {
    guard Self.isAskedForFixes(parameters.context?.only) else { return [] }
    let bytes = bytes(of: parameters.range, in: document)
    let uri = parameters.textDocument.uri
    return .array(
      FindingCluster.clusters(of: report.findings).filter { cluster in
        ([cluster.lead] + cluster.others).contains { touches($0.span.utf8, bytes) }
      }.flatMap { actions(for: $0, in: document, uri: uri) }
    )
  }

  private func actions(
    for cluster: FindingCluster,
    in document: TextDocument,
    uri: String
  ) -> [JSON] {
    // Rules that saw the same matter may say the same of it.
    var offered: Set<String> = []
    return ([cluster.lead] + cluster.others).flatMap { finding -> [JSON] in
      let words = String(decoding: document.utf8[finding.span.utf8], as: UTF8.self)
      let exact = finding.replacement.map { [$0] }
      let better = exact ?? NamedWordings.find(in: finding.suggestion, toReplace: words)
      return better.filter { $0 != words && offered.insert($0).inserted }.map { wording in
        [
          "title": .string(title(words, wording)),
          "kind": "quickfix",
          // The diagnostic that the editor shows is that of the cluster's lead.
          "diagnostics": [diagnostic(of: cluster.lead, in: document, uri: uri)],
          "isPreferred": exact == nil ? nil : true,
          "edit": edit(finding, wording, in: document, uri: uri),
        ]
      }
    }
  }

  private func title(_ words: String, _ wording: String) -> String {
    language.hasPrefix("zh") ? "将“\(words)”换成“\(wording)”" : "Replace “\(words)” with “\(wording)”"
  }

  private func edit(
    _ finding: Finding,
    _ wording: String,
    in document: TextDocument,
    uri: String
  ) -> JSON {
    let edit: JSON = [
      "range": range(ofBytes: finding.span.utf8, in: document), "newText": .string(wording),
    ]
    return ["changes": .object([JSON.Member(name: uri, value: [edit])])]
  }

  /// Kinds are paths: who asks for `quickfix`, or for everything, is asked for.
  private static func isAskedForFixes(_ only: [String]?) -> Bool {
    only.map { $0.contains { $0 == "quickfix" || $0.isEmpty } } ?? true
  }

  /// A caret at either end of words is at the words.
  private func touches(_ words: Range<Int>, _ selection: Range<Int>) -> Bool {
    words.lowerBound <= selection.upperBound && selection.lowerBound <= words.upperBound
  }
}
