import Foundation
import Testing
import TrustEngine
import TrustLanguageServer

@Suite("hostile editors") struct HostileEditorTests {
  @Test("messages may arrive in pieces of any size", arguments: [1, 2, 7, 1000])
  func pieces(_ size: Int) throws {
    var reader = MessageReader()
    let bodies = ["{}", "{\"a\":\"病😷\"}", ""].map { Array($0.utf8) }
    let stream = bodies.flatMap {
      Array("Content-Type: x\r\ncontent-length: \($0.count)\r\n\r\n".utf8) + $0
    }
    var found: [MessageReader.Item] = []
    for start in stride(from: 0, to: stream.count, by: size) {
      reader.append(stream[start..<min(start + size, stream.count)])
      while let item = reader.next() { found.append(item) }
    }
    #expect(found == bodies.map(MessageReader.Item.message))
  }

  @Test(
    "a header that is none is told, and what follows is read",
    arguments: [
      "Content-Length: -5\r\n\r\n", "Content-Length: many\r\n\r\n", "Length: 5\r\n\r\n", "\r\n\r\n",
      "Content-Length: 99999999999999999999999\r\n\r\n",
    ]
  )
  func brokenHeaders(_ header: String) {
    var reader = MessageReader()
    reader.append(Array(header.utf8) + Array("Content-Length: 2\r\n\r\n{}".utf8))
    guard case .broken = reader.next() else {
      Issue.record("no complaint of \(header)")
      return
    }
    #expect(reader.next() == .message(Array("{}".utf8)))
    #expect(reader.next() == nil)
  }

  @Test("a body that is too large is passed over without being held")
  func largeBodies() {
    var reader = MessageReader()
    let length = MessageReader.largestBody + 10
    reader.append(Array("Content-Length: \(length)\r\n\r\nabc".utf8))
    guard case .broken = reader.next() else {
      Issue.record("no complaint")
      return
    }
    reader.append([UInt8](repeating: 0x78, count: length - 3))
    reader.append(Array("Content-Length: 2\r\n\r\n[]".utf8))
    #expect(reader.next() == .message(Array("[]".utf8)))
  }

  @Test("a header without an end is given up")
  func endlessHeader() {
    var reader = MessageReader()
    reader.append([UInt8](repeating: 0x61, count: MessageReader.largestHeader + 1))
    guard case .broken = reader.next() else {
      Issue.record("no complaint")
      return
    }
    #expect(reader.next() == nil)
  }

  @Test(
    "what is no message, or not one that is known, ends nothing",
    arguments: [
      "", "{", "[]", "null", "\"\\ud800\"", "{\"id\":{}}", String(repeating: "[", count: 100_000),
      "{\"jsonrpc\":\"2.0\",\"method\":\"textDocument/didChange\"}",
      "{\"jsonrpc\":\"2.0\",\"method\":\"textDocument/didOpen\",\"params\":{\"textDocument\":5}}",
      "{\"jsonrpc\":\"2.0\",\"method\":\"$/cancelRequest\",\"params\":{\"id\":1}}",
      "{\"jsonrpc\":\"2.0\",\"id\":77,\"result\":null}",
      "{\"jsonrpc\":\"2.0\",\"id\":77,\"method\":\"textDocument/codeAction\",\"params\":{}}",
      "{\"jsonrpc\":\"2.0\",\"id\":77,\"method\":\"no/such\"}",
      "{\"jsonrpc\":\"2.0\",\"id\":77,\"method\":\"initialize\",\"params\":{}}",
    ]
  )
  func oddMessages(_ body: String) throws {
    let editor = try Editor()
    let answers = editor.send(raw: Array("Content-Length: \(body.utf8.count)\r\n\r\n\(body)".utf8))
    for answer in answers where answer["id"] != nil { #expect(answer["error"] != nil) }
    #expect(editor.exitStatus == nil)
    #expect(editor.open("艾滋病人").count == 1)
  }

  @Test("requests before initialize are refused, not answered")
  func tooEarly() throws {
    var server = LanguageServer(try Editor.screener(), language: nil)
    let frame = Editor.frame(["jsonrpc": "2.0", "id": 1, "method": "shutdown"])
    let answer = try #require(server.receive(frame).first)
    #expect(String(decoding: ServerMessage.bytes(answer), as: UTF8.self).contains("-32002"))
  }

  @Test(
    "places outside the text are cut to it",
    arguments: [(0, -3, 1_000_000), (-4, 0, 9), (99, 5, 2), (0, 9, 2), (1, 1, 1)]
  )
  func oddPlaces(_ line: Int, _ start: Int, _ end: Int) throws {
    let editor = try Editor()
    _ = editor.open("😷艾滋病人\n😷")
    _ = editor.fixes(at: range(line, start, end))
    _ = editor.change([["range": range(line, start, end), "text": "好"]])
    #expect(editor.change([["text": "艾滋病人"]]).count == 1)
  }

  @Test("a change of a draft that is not open is told")
  func unopened() throws {
    let editor = try Editor()
    let messages = editor.notify(
      "textDocument/didChange",
      ["textDocument": ["uri": "file:///b", "version": 1], "contentChanges": [["text": "x"]]]
    )
    #expect(messages.first?["method"] as? String == "window/logMessage")
  }

  @Test("offsets and positions are each other's inverse, in every unit")
  func inverse() {
    let text = "a\n\r\n病😷e\u{301}\r𠮷x\n"
    let document = TextDocument(text)
    for encoding in PositionEncoding.allCases {
      var offset = 0
      for scalar in text.unicodeScalars {
        let place = document.position(ofByte: offset, in: encoding)
        let isBreak = scalar == "\n" || scalar == "\r"
        let back = document.offset(of: place, in: encoding)
        // Inside `\r\n` there is no place of its own: it is the end of the line.
        #expect(back == offset || (isBreak && back == offset - 1))
        offset += String(scalar).utf8.count
      }
      let behind = Position(line: 99, character: 0)
      #expect(document.offset(of: behind, in: encoding) == text.utf8.count)
    }
  }
}
