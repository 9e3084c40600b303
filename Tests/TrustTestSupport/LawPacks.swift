package import TrustRules

/// Packs that use every part of the rule language, for laws that hold whatever the rules are.
package enum LawPacks {
  /// The words of the packs, to spice generated texts with.
  package static let words = [
    "大蒜", "板蓝根", "garlic", "garlic water", "治好", "预防", "cures", "prevent", "新冠", "武汉肺炎",
    "covid-19", "flu", "中国", "china", "病毒", "virus", "viruses", "不能", "没有证据", "谣言", "does not",
    "辟谣", "但是", "能不能", "亲测有效", "听说", "3天", "90%", "“", "”", "//@甲:", "？", "。", "，", "5g", "是假的",
  ]

  /// Three packs that share words and no ids.
  package static func all() throws -> [Pack] {
    try [("one", one), ("two", two), ("three", three)].map { try TestPack.pack($1, id: $0) }
  }

  private static let one = """
    lexicons:
      remedy: {zh: 大蒜、板蓝根, en: 'garlic, garlic water'}
      treats: {zh: 治、治好、预防, en: 'cure~, prevent~'}
      ill: {zh: 新冠、肺炎、病毒, en: 'covid-19, flu'}
    contexts:
      negated:
        before: {zh: 不能、没有 ...2 证据, en: does not}
        after: {zh: 是假的、是谣言}
        stops: {zh: 但是}
        not-cues: {zh: 能不能}
        cancel: {zh: 亲测有效}
      asked: {hit-in: question}
      framed: {reach: post, frame: yes, cue-in: heading, before: {zh: 辟谣}}
      hearsay: {reach: passage, before: {zh: 听说}}
      quoted: {hit-in: quotation, effect: soften}
      excused: {any-of: 'negated, framed, asked'}
    rules:
      - {id: cures, find: <remedy> ... <treats> ...3 <ill>, unless: excused, soften: 'hearsay, quoted', confidence: 0.8}
      - {id: together, find: <remedy> & <ill>, in: clause, confidence: 0.4, unless: [{near: 谣言, in: passage}]}
      - {id: timed, edges: loose, find: <remedy>, with: '<duration>', with-in: sentence, confidence: 0.6}
    """

  private static let two = """
    lexicons:
      place: {zh: 中国、武汉, en: 'china, wuhan'}
      remedy: {zh: 病毒, en: virus}
    contexts:
      negated: {either: {zh: 谣言}, reach: sentence}
    rules:
      - id: naming
        category: stigmatising-language
        kind: naming
        find: [<place> (病毒|肺炎), <place> virus~]
        unless: [negated, {inside: 武汉病毒研究所}]
        message: {zh: “<match>”里的<place>, en: <place> in <match>}
      - {id: swap, swap: {zh: {武汉肺炎: 新冠肺炎}, en: {china virus: coronavirus}}, edges: loose, category: stigmatising-language, kind: naming}
    """

  private static let three = """
    rules:
      - {id: claim, category: unverified-claim, kind: rumour, find: [(病毒|virus) ...6 (5g|<percent>), <start> (听说)? 中国 ... 谣言 <end>], edges: loose}
      - {id: numbers, category: unverified-claim, kind: rumour, find: <number>, status: experimental}
      - {id: refuses, category: unverified-claim, kind: overclaim, find: 大蒜, fold: no-separators, edges: exact}
    """
}
