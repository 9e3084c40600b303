import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Testing
import TrustReport

@testable import TrustServer

@Suite("The page, and drafts from files") struct PageTests {
  @Test("nothing from elsewhere may run on the page, and browsers ask for news")
  func serves() async throws {
    try await TestServer().test { client in
      for (path, type) in [
        ("/", "text/html"), ("/app.js", "text/javascript"), ("/tokens.css", "text/css"),
        ("/icon.svg", "image/svg+xml"),
      ] {
        let answer = try await client.get(path)
        #expect(answer.status == 200)
        #expect(answer.fields[.contentType]?.hasPrefix(type) == true)
        let policy = answer.fields[.contentSecurityPolicy] ?? ""
        #expect(policy.hasPrefix("default-src 'none'; script-src 'self';"))
        #expect(!policy.contains("unsafe"))
        #expect(answer.fields[.cacheControl] == "no-cache")
        #expect(answer.fields[.xContentTypeOptions] == "nosniff")
        let tag = try #require(answer.fields[.eTag])
        #expect(try await client.get(path, [.ifNoneMatch: tag]).status == 304)
      }
    }
  }

  @Test("the page has no script and no style of its own in its HTML")
  func keepsToPolicy() async throws {
    try await TestServer().test { client in
      let page = try await client.get("/").text
      for part in ["<style", " style=", " onclick=", "<script>", "http://", "https://cdn"] {
        #expect(!page.contains(part))
      }
    }
  }

  @Test("each file of the page is served")
  func servesAll() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Sources/TrustServer/Page")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(Set(files) == Set(PageFiles.bytes.keys))
  }

  private func extract(_ name: String, _ bytes: [UInt8]) async throws -> Answer {
    let server = try TestServer().server()
    return try await server.application().test(.router) { client in
      try await client.execute(
        uri: "/v1/extract?name=\(name)",
        method: .post,
        headers: [.contentType: "application/octet-stream"],
        body: ByteBuffer(bytes: bytes)
      ) { Answer($0) }
    }
  }

  @Test(
    "text is taken out of documents",
    arguments: [
      ("a.txt", "一行\n二行\n", "一行\n二行\n", "text"),
      ("a.md", "# 标题\n\n正文", "# 标题\n\n正文", "markdown"),
      ("a.srt", "1\n00:00:01,000 --> 00:00:02,000\n你好\n", "你好", "srt"),
      ("a.html", "<html><body><p>你好<script>x()</script></p></body></html>", "你好", "html"),
    ]
  )
  func extracts(_ name: String, _ document: String, _ text: String, _ format: String) async throws {
    let answer = try await extract(name, Array(document.utf8))
    #expect(answer.status == 200, "\(answer.text)")
    #expect(answer["text"] == .string(text))
    #expect(answer["format"] == .string(format))
  }

  @Test(
    "what is no draft is refused with a reason",
    arguments: [
      ("a.exe", "x", 415), ("a.csv", "a,b\n", 415), ("", "x", 400), ("a.docx", "no zip", 422),
      ("a.docx", "PK\u{03}\u{04}broken", 422), ("a.txt", "", 422),
      ("a.txt", "PK\u{03}\u{04}x", 413),
    ]
  )
  func refuses(_ name: String, _ document: String, _ status: Int) async throws {
    let answer = try await extract(name, Array(document.utf8))
    #expect(answer.status == status, "\(answer.text)")
    #expect(answer.problem != nil)
  }

  @Test("a text that is longer than may be is refused, not cut")
  func bounds() async throws {
    let answer = try await extract("a.txt", [UInt8](repeating: 0x61, count: (1 << 20) + 1))
    #expect(answer.status == 413)
  }
}
