#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif
internal import TrustReport

/// What all messages of JSON-RPC have.
struct Envelope: Decodable {
  var id: RequestID?
  var method: String?

  /// Reads a message's head; `nil` if the bytes are no JSON object of that kind.
  init?(parsing body: [UInt8]) {
    // What the decoder says is in its own terms; that it is no message is all there is to tell.
    guard let value = try? JSONDecoder().decode(Self.self, from: Data(body)) else { return nil }
    self = value
  }
}

/// The name that an editor gives a request, to be sent back as it is.
enum RequestID: Decodable, Hashable {
  case number(Int)
  case text(String)

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if let number = try? value.decode(Int.self) {
      self = .number(number)
    } else {
      self = .text(try value.decode(String.self))
    }
  }

  var json: JSON {
    switch self {
    case .number(let number): .integer(number)
    case .text(let text): .string(text)
    }
  }
}

/// A message's parameters, of the shape that its method asks for.
struct Parameters<Content: Decodable>: Decodable {
  var params: Content

  /// Reads them; `nil` if they are missing or of another shape.
  static func parse(_ body: [UInt8]) -> Content? {
    (try? JSONDecoder().decode(Self.self, from: Data(body)))?.params
  }
}

/// `initialize`.
struct InitializeParams: Decodable {
  struct Capabilities: Decodable {
    struct General: Decodable { var positionEncodings: [String]? }
    struct Documents: Decodable {
      struct Diagnostics: Decodable { var relatedInformation: Bool? }
      var publishDiagnostics: Diagnostics?
    }
    var general: General?
    var textDocument: Documents?
  }

  var capabilities: Capabilities?
  var locale: String?
}

/// `textDocument/didOpen`.
struct DidOpenParams: Decodable {
  struct Document: Decodable {
    var uri: String
    var version: Int?
    var text: String
  }
  var textDocument: Document
}

/// Which document, in which state.
struct DocumentName: Decodable {
  var uri: String
  var version: Int?
}

/// Two places; the end is behind the last character.
struct PositionRange: Decodable {
  var start: Position
  var end: Position
}

/// `textDocument/didChange`: each change is to the text that the one before made.
struct DidChangeParams: Decodable {
  struct Change: Decodable {
    var range: PositionRange?
    var text: String
  }
  var textDocument: DocumentName
  var contentChanges: [Change]
}

/// `textDocument/didClose`.
struct DidCloseParams: Decodable { var textDocument: DocumentName }

/// `textDocument/codeAction`.
struct CodeActionParams: Decodable {
  struct Context: Decodable { var only: [String]? }
  var textDocument: DocumentName
  var range: PositionRange
  var context: Context?
}
