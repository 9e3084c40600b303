package import TrustRules
package import TrustText

extension Calibration {
  /// Reads a calibration.
  package init(from reader: inout BinaryReader) throws(BinaryDamage) {
    digest = try reader.text()
    data = DataSet(
      name: try reader.text(),
      digest: try reader.text(),
      posts: try reader.int(),
      date: try reader.optionalText(),
      guideline: try reader.optionalText(),
      agreement: try reader.optionalText()
    )
    packs = try reader.textList()
    rules = [:]
    let packNames = try reader.textList()
    let ruleNames = try reader.textList()
    let hits: [Int64] = try reader.array(count: packNames.count, below: 1 << 40)
    let right: [Int64] = try reader.array(count: packNames.count, below: 1 << 40)
    guard ruleNames.count == packNames.count else { throw reader.damage("a rule has no name") }
    rules.reserveCapacity(ruleNames.count)
    for index in ruleNames.indices {
      let id = Rule.ID(pack: packNames[index], name: ruleNames[index])
      rules[id] = RuleEvidence(hits: Int(hits[index]), right: Int(right[index]))
    }
    scales = []
    for _ in 0..<(try reader.int(below: 1 << 16)) { scales.append(try Scale(from: &reader)) }
  }

  /// Writes the calibration.
  package func write(to writer: inout BinaryWriter) {
    writer.write(digest)
    writer.write(data.name)
    writer.write(data.digest)
    writer.write(data.posts)
    for text in [data.date, data.guideline, data.agreement] { writer.write(optional: text) }
    writer.write(packs)
    let evidence = rules.sorted { $0.key < $1.key }
    writer.write(evidence.map(\.key.pack))
    writer.write(evidence.map(\.key.name))
    writer.write(evidence.map { Int64($0.value.hits) })
    writer.write(evidence.map { Int64($0.value.right) })
    writer.write(scales.count)
    for scale in scales { scale.write(to: &writer) }
  }

  /// The calibration that came with packs in a file of compiled ones, if it was made for just these.
  ///
  /// - Throws: `PackError` if what is there is none.
  package static func compiled(with packs: [Pack]) throws(PackError) -> Calibration? {
    guard let file = packs.first?.compiledFile, let calibration = try compiled(into: file),
      calibration.isMade(for: packs)
    else { return nil }
    return calibration
  }

  /// The calibration in a file of compiled packs, if there is one.
  ///
  /// - Throws: `PackError` if what is there is none.
  package static func compiled(into file: PackFile) throws(PackError) -> Calibration? {
    try file.read(.calibration, Calibration.init(from:))
  }
}

extension Calibration.Scale {
  fileprivate init(from reader: inout BinaryReader) throws(BinaryDamage) {
    category = Category(name: try reader.text())
    language = try reader.name()
    posts = try reader.int(below: .max)
    violating = try reader.int(below: .max)
    silent = try reader.int(below: .max)
    missed = try reader.int(below: .max)
    curve = try Calibration.Curve(from: &reader)
    before = try HeldOut(from: &reader)
    after = try HeldOut(from: &reader)
  }

  fileprivate func write(to writer: inout BinaryWriter) {
    writer.write(category.name)
    writer.write(language)
    for count in [posts, violating, silent, missed] { writer.write(count) }
    Calibration.Curve.write(curve, to: &writer)
    HeldOut.write(before, to: &writer)
    HeldOut.write(after, to: &writer)
  }
}

extension Calibration.Scale.HeldOut {
  fileprivate init?(from reader: inout BinaryReader) throws(BinaryDamage) {
    guard try reader.bool() else { return nil }
    brier = try reader.double()
    calibrationError = try reader.double()
  }

  fileprivate static func write(_ heldOut: Self?, to writer: inout BinaryWriter) {
    writer.write(heldOut != nil)
    guard let heldOut else { return }
    writer.write(heldOut.brier)
    writer.write(heldOut.calibrationError)
  }
}

extension Calibration.Curve {
  fileprivate init?(from reader: inout BinaryReader) throws(BinaryDamage) {
    switch try reader.int(below: 3) {
    case 0: return nil
    case 1: self = .platt(a: try reader.double(), b: try reader.double())
    default:
      var knots: [Knot] = []
      for _ in 0..<(try reader.int(below: 1 << 16)) {
        knots.append(Knot(score: try reader.double(), probability: try reader.double()))
      }
      self = .isotonic(knots)
    }
  }

  fileprivate static func write(_ curve: Self?, to writer: inout BinaryWriter) {
    switch curve {
    case nil: writer.write(0)
    case .platt(let a, let b):
      writer.write(1)
      writer.write(a)
      writer.write(b)
    case .isotonic(let knots):
      writer.write(2)
      writer.write(knots.count)
      for knot in knots {
        writer.write(knot.score)
        writer.write(knot.probability)
      }
    }
  }
}
