import TrustRules

/// A message with places for words: `<match>`, `<suggestion>` and `<lexicon-name>`.
struct MessageTemplate: Sendable {
  private enum Piece {
    case text(String)
    /// The name of a word.
    case word(String)
  }

  private var pieces: [Piece] = []

  /// Reads a message.
  init(_ message: String) {
    var text = ""
    var rest = message[...]
    while let open = rest.utf8.firstIndex(of: UInt8(ascii: "<")) {
      text += rest[..<open]
      rest = rest[rest.utf8.index(after: open)...]
      guard let close = rest.utf8.firstIndex(of: UInt8(ascii: ">")), Self.isName(rest[..<close])
      else {
        // A sign of its own, as in "3 < 5".
        text += "<"
        continue
      }
      if !text.isEmpty { pieces.append(.text(text)) }
      text = ""
      pieces.append(.word(String(rest[..<close])))
      rest = rest[rest.utf8.index(after: close)...]
    }
    text += rest
    if !text.isEmpty || pieces.isEmpty { pieces.append(.text(text)) }
  }

  private static func isName(_ text: Substring) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
          UInt8(ascii: "-"), UInt8(ascii: "."):
          true
        default: false
        }
      }
  }

  /// The message with words in its places; `word` tells what stands for a name.
  func filled(_ word: (String) -> String) -> String {
    if pieces.count == 1, case .text(let text) = pieces[0] { return text }
    var result = ""
    for piece in pieces {
      switch piece {
      case .text(let text): result += text
      case .word(let name): result += word(name)
      }
    }
    return result
  }
}

/// What a rule has to say, read once.
final class RuleMessages: Sendable {
  private let message: (zh: MessageTemplate, en: MessageTemplate)
  private let suggestion: (zh: MessageTemplate, en: MessageTemplate)?

  /// Reads the messages of a rule.
  init(_ rule: Rule) {
    message = (MessageTemplate(rule.message.zh), MessageTemplate(rule.message.en))
    suggestion = rule.suggestion.map { (MessageTemplate($0.zh), MessageTemplate($0.en)) }
  }

  /// The rule's message; `word` tells what stands for a name.
  func message(_ word: (String) -> String) -> Localized {
    Localized(zh: message.zh.filled(word), en: message.en.filled(word))
  }

  /// The rule's suggestion, if it has one.
  func suggestion(_ word: (String) -> String) -> Localized? {
    suggestion.map { Localized(zh: $0.zh.filled(word), en: $0.en.filled(word)) }
  }
}
