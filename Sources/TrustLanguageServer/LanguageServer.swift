package import TrustEngine
package import TrustReport

/// A language server for drafts: what the rules find, as an editor shows it, and the fixes it offers.
///
/// It is a function of what it is sent: bytes in, messages out. Drafts stay in memory while they are
/// open, and nowhere else.
package struct LanguageServer: ~Copyable {
  private enum Phase { case starting, running, stopping, ended }

  /// An open draft and what was found in it, if it was screened since its last change.
  struct OpenDraft {
    var document: TextDocument
    var report: Report?
  }

  private var session: Session
  private var scratch = Screener.Scratch()
  private var reader = MessageReader()
  private var phase = Phase.starting
  private var drafts: [String: OpenDraft] = [:]
  private var outbox: [JSON] = []
  private let screener: Screener

  /// Makes a server; `language` is that of messages, else the editor's, else `fallback`.
  package init(_ screener: Screener, language: String?, fallback: String = "en") {
    self.screener = screener
    session = Session(language: language, fallback: fallback)
  }

  /// The exit status once the editor has said `exit`: 0 after a `shutdown`, else 1; `nil` before.
  package private(set) var exitStatus: Int32?

  /// Takes in bytes as they arrive and gives what is to be sent.
  ///
  /// Drafts are screened after the last message in hand, so that fast typing is screened once.
  package mutating func receive(_ bytes: some Collection<UInt8>) -> [JSON] {
    outbox.removeAll()
    reader.append(bytes)
    while exitStatus == nil, let item = reader.next() {
      switch item {
      case .message(let body): handle(body)
      case .broken(let reason):
        outbox.append(ServerMessage.refusal(nil, .parseError, reason))
      }
    }
    if phase == .running { publishAll() }
    return outbox
  }

  private mutating func handle(_ body: [UInt8]) {
    guard let envelope = Envelope(parsing: body) else {
      return outbox.append(ServerMessage.refusal(nil, .parseError, "this is no JSON-RPC message"))
    }
    // An answer to a request has no method; this server makes no requests.
    guard let method = envelope.method else { return }
    if let id = envelope.id {
      outbox.append(answer(id, method, body))
    } else {
      notice(method, body)
    }
  }

  // MARK: - Requests

  private mutating func answer(_ id: RequestID, _ method: String, _ body: [UInt8]) -> JSON {
    switch (phase, method) {
    case (.starting, "initialize"):
      guard let parameters: InitializeParams = Parameters.parse(body) else {
        return ServerMessage.refusal(id, .invalidParams, "initialize needs its parameters")
      }
      session.agree(with: parameters)
      phase = .running
      return ServerMessage.answer(id, session.capabilities)
    case (.starting, _):
      return ServerMessage.refusal(id, .notInitialized, "initialize comes first")
    case (.running, "shutdown"):
      // Behind the answer nothing may be sent.
      publishAll()
      phase = .stopping
      return ServerMessage.answer(id, .null)
    case (.running, "textDocument/codeAction"):
      guard let parameters: CodeActionParams = Parameters.parse(body) else {
        return ServerMessage.refusal(id, .invalidParams, "codeAction needs a document and a range")
      }
      return ServerMessage.answer(id, actions(for: parameters))
    case (.running, "initialize"):
      return ServerMessage.refusal(id, .invalidRequest, "initialize comes once")
    case (.running, _):
      return ServerMessage.refusal(id, .methodNotFound, "“\(method)” is not offered")
    case (.stopping, _), (.ended, _):
      return ServerMessage.refusal(id, .invalidRequest, "the server is shutting down")
    }
  }

  private mutating func actions(for parameters: CodeActionParams) -> JSON {
    let uri = parameters.textDocument.uri
    // What was changed in the same breath must be screened before it can be mended.
    publish(uri)
    guard let draft = drafts[uri], let report = draft.report else { return [] }
    return session.actions(for: parameters, in: draft.document, report: report)
  }

  // MARK: - Notifications

  private mutating func notice(_ method: String, _ body: [UInt8]) {
    if method == "exit" {
      exitStatus = phase == .stopping ? 0 : 1
      phase = .ended
      return
    }
    guard phase == .running else { return }
    switch method {
    case "textDocument/didOpen": opened(Parameters.parse(body))
    case "textDocument/didChange": changed(Parameters.parse(body))
    case "textDocument/didClose": closed(Parameters.parse(body))
    default: break  // The protocol allows notifications that a server does not know.
    }
  }

  private mutating func opened(_ parameters: DidOpenParams?) {
    guard let document = parameters?.textDocument else { return complain("didOpen") }
    let text = TextDocument(document.text, version: document.version)
    drafts[document.uri] = OpenDraft(document: text)
  }

  private mutating func changed(_ parameters: DidChangeParams?) {
    guard let parameters else { return complain("didChange") }
    let name = parameters.textDocument
    guard var draft = drafts.removeValue(forKey: name.uri) else {
      return outbox.append(ServerMessage.log("\(name.uri) was changed, but is not open"))
    }
    for change in parameters.contentChanges {
      let range = change.range.map { session.bytes(of: $0, in: draft.document) }
      draft.document.replace(range, with: change.text, version: name.version)
    }
    draft.report = nil
    drafts[name.uri] = draft
  }

  private mutating func closed(_ parameters: DidCloseParams?) {
    guard let uri = parameters?.textDocument.uri else { return complain("didClose") }
    guard drafts.removeValue(forKey: uri) != nil else { return }
    outbox.append(session.diagnostics([], uri: uri, version: nil))
  }

  private mutating func complain(_ method: String) {
    outbox.append(ServerMessage.log("\(method) came without what it needs, and was passed over"))
  }

  // MARK: - Screening

  private mutating func publishAll() {
    for uri in drafts.keys.sorted() { publish(uri) }
  }

  /// Screens a draft if it changed, and tells the editor what was found.
  private mutating func publish(_ uri: String) {
    guard var draft = drafts[uri], draft.report == nil else { return }
    let report = screener.screen(utf8: draft.document.utf8.span, using: &scratch)
    draft.report = report
    drafts[uri] = draft
    let found = session.diagnostics(of: report, in: draft.document, uri: uri)
    outbox.append(session.diagnostics(found, uri: uri, version: draft.document.version))
  }
}
