internal import TrustEngine
internal import TrustReport

/// What an editor and the server agreed upon at the start.
struct Session {
  private let chosenLanguage: String?
  /// The language of messages.
  private(set) var language: String
  /// The unit of positions.
  private(set) var encoding = PositionEncoding.utf16
  /// Whether the editor shows the words that a finding rests on.
  private(set) var showsEvidence = false

  init(language: String?, fallback: String) {
    chosenLanguage = language
    self.language = language ?? fallback
  }

  /// Takes over what an editor can do and wants.
  mutating func agree(with parameters: InitializeParams) {
    let offered = parameters.capabilities
    encoding = .choose(among: offered?.general?.positionEncodings)
    showsEvidence = offered?.textDocument?.publishDiagnostics?.relatedInformation ?? false
    language = chosenLanguage ?? parameters.locale ?? language
  }

  /// What `initialize` answers.
  var capabilities: JSON {
    [
      "capabilities": [
        "positionEncoding": .string(encoding.rawValue),
        "textDocumentSync": ["openClose": true, "change": 2],
        "codeActionProvider": ["codeActionKinds": ["quickfix"]],
      ],
      "serverInfo": ["name": "trustscreen", "version": .string(Screener.version)],
    ]
  }

  /// The bytes of two places; an end before its start is taken for the start.
  func bytes(of range: PositionRange, in document: TextDocument) -> Range<Int> {
    let start = document.offset(of: range.start, in: encoding)
    return start..<max(start, document.offset(of: range.end, in: encoding))
  }

  /// Two places as an editor reads them.
  func range(ofBytes bytes: Range<Int>, in document: TextDocument) -> JSON {
    [
      "start": document.position(ofByte: bytes.lowerBound, in: encoding).json,
      "end": document.position(ofByte: bytes.upperBound, in: encoding).json,
    ]
  }
}
