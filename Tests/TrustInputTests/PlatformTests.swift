import Testing

@testable import TrustInput

@Suite("Platforms") struct PlatformTests {
  private func read(_ name: String, _ profile: String) throws -> Reading {
    let reading = try Reading([Fixtures.path("platforms/\(name)")], .profile(profile))
    #expect(reading.failures.isEmpty)
    #expect(reading.posts.allSatisfy { $0.facts.platform == profile })
    #expect(reading.posts.allSatisfy { $0.id != nil })
    #expect(reading.posts.allSatisfy { $0.facts.accountName != nil })
    return reading
  }

  @Test("Weibo: HTML, faces, tails, topics, chains and whole reposts")
  func readsWeibo() throws {
    let reading = try read("weibo.jsonl", "weibo")
    #expect(
      reading.texts == [
        "喝姜汤就不怕流感[笑而不语]\n#春季养生#", "长点心吧", "这方子灵", "真的？", "Worth reading",
        "Rest and drink water",
      ]
    )
    let names = reading.posts.flatMap(\.fields).map(\.name)
    #expect(names == ["text", "text", "quoted", "quoted-2", "text", "quoted"])
    let first = reading.posts[0].facts
    #expect(first.account == "901" && first.isVerified == true && first.agency == "星芒文化")
    #expect(first.location == "广东" && first.time == "2026-01-02T03:04:05+08:00")
    #expect(first.tags == ["春季养生"])
    #expect(reading.posts[1].facts.repostChain == ["阿甲", "阿乙"])
    #expect(reading.posts[1].facts.time == "2026-01-03T08:00:00")
    #expect(reading.posts[2].facts.repostChain == ["Dr Wu"])
  }

  @Test("Weibo: the tables of crawlers, with a mark and Chinese columns")
  func readsWeiboTables() throws {
    let reading = try read("weibo.csv", "weibo")
    #expect(reading.texts == ["早睡,早起"])
    #expect(reading.posts[0].facts.accountName == "阿丙")
    #expect(reading.posts[0].facts.tags == ["养生"])
    #expect(reading.posts[0].facts.location == nil)
  }

  @Test("Douyin: topics, reasons of verification, agencies")
  func readsDouyin() throws {
    let posts = try read("douyin.jsonl", "douyin").posts
    #expect(posts[0].facts.tags == ["祛湿", "茶", "养生茶"])
    #expect(posts[0].facts.isVerified == true)
    #expect(posts[0].facts.agency == "云朵传媒")
    #expect(posts[0].facts.time == "2026-01-01T19:04:05Z")
    #expect(posts[1].facts.url == "https://video.example/7002")
    #expect(posts[1].fields.map(\.name) == ["title", "text"])
  }

  @Test("Xiaohongshu: notes in wrappers, topics with their kind")
  func readsXiaohongshu() throws {
    let posts = try read("xiaohongshu.json", "xiaohongshu").posts
    #expect(posts.map(\.id) == ["x1", "x2"])
    #expect(posts[0].facts.tags == ["减肥", "日常"])
    #expect(posts[1].facts.tags == ["tea", "drinks"])
    #expect(posts[0].facts.time == "2026-01-01T19:04:05Z")
  }

  @Test("WeChat: content that is HTML, without the words of the interface")
  func readsWeChat() throws {
    let reading = try read("wechat.jsonl", "wechat")
    #expect(reading.texts == ["喝水的学问", "一天八杯？", "多喝水 好", "Sleep", "Sleep well."])
  }

  @Test("QQ: posts with what they pass on, and messages")
  func readsQQ() throws {
    let posts = try read("qq.jsonl", "qq").posts
    #expect(posts[0].fields.map(\.name) == ["text", "quoted"])
    #expect(posts[0].facts.repostChain == ["老李"])
    #expect(posts[1].id == "9" && posts[1].facts.account == "10002")
  }

  @Test("Youku and TikTok: videos")
  func readsVideos() throws {
    let youku = try read("youku.jsonl", "youku").posts
    #expect(youku[0].facts.tags == ["健康", "中医", "中医课堂"])
    #expect(youku[1].facts.time == "2026-01-02")
    let tiktok = try read("tiktok.jsonl", "tiktok").posts
    #expect(tiktok[0].facts.isVerified == false)
    #expect(tiktok[0].facts.tags == ["tea", "fyp"])
    #expect(tiktok[1].facts.location == "SG")
  }
}
