/// Makes a post of a document that is one.
struct DocumentPost {
  private let builder: PostBuilder

  init(_ builder: PostBuilder) { self.builder = builder }

  /// Makes a post of a document's bytes.
  ///
  /// - Complexity: Linear.
  func record(of bytes: [UInt8], _ format: InputFormat, at place: InputPlace) -> InputRecord {
    var facts = builder.commonFacts
    var fields: [InputPost.Field] = []
    switch format {
    case .html:
      let page = PageReader(bytes.span)
      if !page.title.bytes.isEmpty { fields.append(field("title", page.title)) }
      if !page.body.bytes.isEmpty { fields.append(field("text", page.body)) }
      facts.accountName = page.account
      facts.account = page.account
      facts.url = page.url
      facts.time = page.time.flatMap(PostTime.normalized)
    case .srt, .vtt: fields.append(field("text", SubtitleText.cues(of: bytes.span)))
    case .ass: fields.append(field("text", SubtitleText.dialogue(of: bytes.span)))
    case .docx: fields.append(field("text", WordText.text(of: bytes.span)))
    case .markdown, .text, .jsonl, .json, .csv, .tsv:
      fields.append(InputPost.Field(name: "text", text: bytes))
    }
    guard fields.contains(where: { $0.text.contains { $0 > 0x20 } }) else {
      let detail = "there are no words in this document"
      return .failure(InputFailure(place: place, reason: .noText, detail: detail))
    }
    for field in fields {
      for topic in builder.topics(in: field.text) where !facts.tags.contains(topic) {
        facts.tags.append(topic)
      }
    }
    return .post(InputPost(place: place, id: nil, fields: fields, facts: facts))
  }

  private func field(_ name: String, _ text: MappedText) -> InputPost.Field {
    InputPost.Field(name: name, text: text.bytes, map: text.map)
  }
}
