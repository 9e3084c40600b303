internal import TrustLines

extension Profile {
  /// A profile that is built in, or in a file if the name is a path: one with a slash or `.json`.
  package static func named(_ name: String) throws(InputError) -> Profile {
    if name.contains("/") || name.hasSuffix(".json") {
      return try Profile(json: try bytes(of: name), path: name)
    }
    guard let bytes = BuiltInProfiles.files[name] else { throw .noSuchProfile(name) }
    return try Profile(json: bytes, path: name)
  }

  private static func bytes(of path: String) throws(InputError) -> [UInt8] {
    var bytes: [UInt8] = []
    do throws(FileFailure) {
      var reader = try BlockReader(path: path)
      while let block = try reader.next() { bytes += reader.bytes[block] }
    } catch {
      let words = SystemError.text(error.code)
      throw .badProfile(path: path, problem: "the file cannot be read: \(words)")
    }
    return bytes
  }

  /// Reads the JSON of a profile; `path` is for errors.
  init(json: [UInt8], path: String) throws(InputError) {
    // Line breaks stand between members only, as strings cannot hold them.
    let line = json.map { $0 == UInt8(ascii: "\n") ? UInt8(ascii: " ") : $0 }
    let lists = Self.lists
    let others = ["profile", "platform", "hashtags", "repost-marks", "html", "texts"]
    var reader = LineReader(fields: others + lists.map(\.name))
    reader.start(line.span)
    guard reader.next(in: line.span) == .object else {
      throw .badProfile(path: path, problem: "it is no JSON object; copy a built-in profile")
    }
    let values = reader.values.map {
      FieldContent($0, of: line.span, decoded: reader.decoded)
    }
    guard let name = values[0]?.string else {
      throw .badProfile(path: path, problem: "it has no “profile”, which is its name")
    }
    self.init(name: name)
    platform = values[1]?.string
    guard let marks = Hashtags(rawValue: values[2]?.string ?? "none") else {
      throw .badProfile(path: path, problem: "“hashtags” is none, wrapped or plain")
    }
    hashtags = marks
    hasRepostMarks = values[3] == .flag(true)
    isMarkup = values[4] == .flag(true)
    guard let texts = Self.texts(values[5]) else {
      throw .badProfile(
        path: path,
        problem: "“texts” is a list of lists: the name of a text, and the fields it may be in"
      )
    }
    self.texts = texts
    for (list, value) in zip(lists, values[others.count...]) {
      guard let value else { continue }
      guard case .list(let names) = value, names.allSatisfy({ $0.string != nil }) else {
        throw .badProfile(path: path, problem: "“\(list.name)” is no list of strings")
      }
      self[keyPath: list.path] = names.compactMap(\.string)
    }
  }

  /// The lists of strings, by the names they have in a file.
  private static var lists: [(name: String, path: WritableKeyPath<Profile, [String]>)] {
    [
      ("platform-from", \.platformFields), ("quoted", \.quoted),
      ("quoted-account", \.quotedAccount), ("id", \.id), ("account", \.account),
      ("account-name", \.accountName), ("verified", \.verified), ("agency", \.agency),
      ("location", \.location), ("time", \.time), ("tags", \.tags), ("url", \.url),
      ("tails", \.tails),
    ]
  }

  private static func texts(_ value: FieldContent?) -> [TextField]? {
    guard case .list(let fields) = value, !fields.isEmpty else { return nil }
    let texts = fields.compactMap { field -> TextField? in
      guard case .list(let names) = field, names.count > 1, let first = names[0].string else {
        return nil
      }
      return TextField(name: first, candidates: names.dropFirst().compactMap(\.string))
    }
    return texts.count == fields.count ? texts : nil
  }
}
