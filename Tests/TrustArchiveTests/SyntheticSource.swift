import TrustArchive
import TrustInput

/// An archive that is made as it is read: the same posts by the same number, some of them bad.
struct SyntheticSource: RecordSource {
  struct Batch: RecordBatch {
    var number: Int
    var salt: UInt64
    var digest: UInt64 { UInt64(number) &* 0x9E37_79B9 ^ salt }
    var byteCount: Int { 1000 }
    var sourceBytesRead: Int { 1000 * (number + 1) }
  }

  struct Parser: RecordParser {
    func records(of batch: Batch, _ use: (InputRecord) -> Void) {
      for index in 0..<SyntheticSource.postsPerBatch {
        use(SyntheticSource.record(batch.number * SyntheticSource.postsPerBatch + index))
      }
    }
  }

  static let postsPerBatch = 12

  var batches: Int
  /// Another salt stands for inputs that were changed.
  var salt: UInt64 = 0
  private var number = 0

  init(batches: Int, salt: UInt64 = 0) {
    self.batches = batches
    self.salt = salt
  }

  mutating func next() -> Batch? {
    guard number < batches else { return nil }
    defer { number += 1 }
    return Batch(number: number, salt: salt)
  }

  var makeParser: @Sendable () -> sending Parser { { Parser() } }

  static let texts = [
    "今天天气不错，我们去公园散步。",
    "喝漂白水能治新冠，亲测有效，快转给家人朋友们都看看，别再去医院花冤枉钱了！",
    "Garlic cures COVID, trust me.",
    "=cmd|'/c calc'!A1 内部消息，速转！",
    "The museum opens at nine.",
    "武汉病毒又来了，\"大家\"小心,\n第二行。",
  ]

  static func record(_ number: Int) -> InputRecord {
    let place = InputPlace(
      file: "posts-\(number / 100).jsonl",
      line: number % 100 + 1,
      offset: number * 50
    )
    guard number % 17 != 5 else {
      return .failure(
        InputFailure(place: place, reason: .malformed, detail: "the line is not JSON: 秘密词句")
      )
    }
    var facts = PostFacts()
    facts.platform = ["weibo", "douyin"][number % 2]
    facts.account = "u\(number % 7)"
    facts.accountName = "=账号\(number % 7)"
    facts.agency = number % 3 == 0 ? nil : "机构\(number % 3)"
    facts.location = ["北京", "上海", "广东"][number % 3]
    facts.time = "2026-0\(number % 9 + 1)-11T08:00:00+08:00"
    facts.tags = ["养生秘方"]
    var text = Array(texts[number % texts.count].utf8)
    if number % 23 == 0 { text.append(0xFF) }
    return .post(
      InputPost(
        place: place,
        id: "id\(number)",
        fields: [.init(name: "text", text: text)],
        facts: facts
      )
    )
  }
}
