/// Walks from content to content: through files, and through containers in containers.
struct ContentWalk {
  /// What comes next.
  enum Step {
    case content(Content)
    case failure(InputFailure)
  }

  /// A container, the name of what it was opened from, and how many members were seen.
  private struct Level {
    var container: Container
    var file: String
    /// The name of packed bytes that are no container: that of the file without its end.
    var innerName: String
    var isStream: Bool
    var isDocument: Bool
    var memberCount = 0
  }

  private var paths: InputPaths
  private let options: InputOptions
  private var levels: [Level] = []
  /// The bytes of input files that are done with.
  private var doneBytes = 0
  private var outermost: ByteSource?
  /// A file that is in memory, and its name.
  private var document: (bytes: [UInt8], name: String)?

  /// Walks through a file that is in memory.
  init(_ document: [UInt8], name: String, _ options: InputOptions) {
    paths = InputPaths()
    self.options = options
    self.document = (document, name)
  }

  init(_ inputs: [String], _ options: InputOptions) throws(InputError) {
    paths = try InputPaths(inputs)
    self.options = options
  }

  /// How many bytes of the files that were named have been read.
  var bytesRead: Int { doneBytes + (outermost?.consumed ?? 0) }

  /// How many of the files that were named or found in folders have been opened.
  private(set) var fileCount = 0

  /// Goes to the next content, for which the one before is given up.
  mutating func next() -> Step? {
    while true {
      if !levels.isEmpty {
        if let step = nextMember() { return step }
        continue
      }
      doneBytes += outermost?.consumed ?? 0
      outermost = nil
      if let document {
        self.document = nil
        if let step = open(document.bytes, name: document.name) { return step }
        continue
      }
      switch paths.next() {
      case nil: return nil
      case .failure(let failure): return .failure(failure)
      case .file(let path): if let step = openFile(path) { return step }
      case .standardInput: if let step = openStandardInput() { return step }
      }
    }
  }

  /// Gives up what is left of the containers of the present input file.
  mutating func giveUpFile() { levels.removeAll() }

  private mutating func openFile(_ path: String) -> Step? {
    do throws(ByteSource.Failure) { return enter(try .file(path), path, name: path) } catch {
      return failure(path, .unreadable, "the file cannot be opened: \(error.words)")
    }
  }

  private mutating func open(_ bytes: [UInt8], name: String) -> Step? {
    do throws(ByteSource.Failure) { return enter(try .memory(bytes), name, name: name) } catch {
      return failure(name, .unreadable, "the file cannot be opened: \(error.words)")
    }
  }

  private mutating func openStandardInput() -> Step? {
    do throws(ByteSource.Failure) { return enter(try .standardInput(), "-", name: "-") } catch {
      return failure("-", .unreadable, "standard input cannot be read: \(error.words)")
    }
  }

  /// Looks at a source: content, or a container whose members come next.
  private mutating func enter(_ source: ByteSource, _ file: String, name: String) -> Step? {
    if levels.isEmpty {
      outermost = source
      fileCount += 1
    }
    var head: [UInt8] = []
    do throws(ByteSource.Failure) {
      _ = try source.read(PackingKind.headLength, into: &head)
    } catch {
      if case .container = error { return damaged(file) }
      return failure(file, .unreadable, "the file cannot be read: \(error.words)")
    }
    guard let kind = PackingKind(head) else {
      return .content(
        Content(
          file: file,
          namedFormat: InputFormat(fileName: name),
          source: source,
          head: head,
          containers: levels.map(\.container)
        )
      )
    }
    return open(kind, source, head, file, name: name)
  }

  private mutating func open(
    _ kind: PackingKind,
    _ source: ByteSource,
    _ head: [UInt8],
    _ file: String,
    name: String
  ) -> Step? {
    if case .unsupported(let what) = kind {
      return failure(file, .unsupported, "\(what) is not read; pack it anew as zip or tar.zst")
    }
    guard levels.count < options.limits.depth else {
      return failure(
        file,
        .limitExceeded,
        "containers stand in each other deeper than \(options.limits.depth)"
      )
    }
    do throws(Container.Failure) {
      let container = try Container(
        source,
        head: head,
        needsSeeking: kind == .directoryAtEnd,
        limit: options.limits.copiedBytes
      )
      levels.append(
        Level(
          container: container,
          file: file,
          innerName: PackingKind.unpackedName(name),
          isStream: kind == .stream,
          isDocument: InputFormat(fileName: name) == .docx
        )
      )
      return nil
    } catch {
      switch error {
      case .tooLong:
        return failure(
          file,
          .limitExceeded,
          "the container would have to be copied, and is longer than "
            + "\(options.limits.copiedBytes) bytes; unpack it, or give it as a file"
        )
      case .source(.container): return damaged(file)
      case .source(.system(let text)):
        return failure(file, .unreadable, "the container cannot be opened: \(text)")
      }
    }
  }

  private mutating func nextMember() -> Step? {
    let level = levels[levels.count - 1]
    switch level.container.next() {
    case .end:
      levels.removeLast()
      guard level.isDocument, level.memberCount == 0 else { return nil }
      return failure(level.file, .malformed, "there is no word/document.xml in this document")
    case .damaged:
      let damage = damaged(level.file)
      levels.removeLast()
      return damage
    case .folder: return nil
    case .other(let name):
      return failure(path(name, in: level), .unsupported, "it is a link or a device")
    case .encrypted(let name):
      return failure(path(name, in: level), .unsupported, "it is encrypted; unpack it yourself")
    case .file(let name): return enterMember(name)
    }
  }

  private mutating func enterMember(_ name: String?) -> Step? {
    let level = levels[levels.count - 1]
    let last = name?.split(separator: "/").last.map(String.init) ?? ""
    if let name, name.hasPrefix("__MACOSX/") || InputPaths.isDebris(last) { return nil }
    if level.isDocument, name != "word/document.xml" { return nil }
    levels[levels.count - 1].memberCount += 1
    guard level.memberCount < options.limits.memberCount else {
      levels.removeLast()
      return failure(
        level.file,
        .limitExceeded,
        "there are more than \(options.limits.memberCount) members"
      )
    }
    let file = path(name, in: level)
    do throws(ByteSource.Failure) {
      let member = try ByteSource.member(of: level.container)
      if level.isDocument {
        return .content(
          Content(
            file: file,
            namedFormat: .docx,
            source: member,
            head: [],
            containers: levels.map(\.container)
          )
        )
      }
      return enter(member, file, name: level.isStream ? level.innerName : last)
    } catch {
      return failure(file, .unreadable, error.words)
    }
  }

  /// A stream of packed bytes has one member, which has no name of its own unless it is a tar's.
  private func path(_ name: String?, in level: Level) -> String {
    if level.isStream, name == nil || name == "data" { return level.file }
    return "\(level.file)/\(name ?? "?")"
  }

  private func damaged(_ file: String) -> Step {
    guard let container = levels.last?.container else {
      return failure(file, .damaged, "it is damaged")
    }
    return container.isTruncated
      ? failure(file, .truncated, "the archive is cut off: \(container.message)")
      : failure(file, .damaged, "the archive is damaged: \(container.message)")
  }

  private func failure(
    _ file: String,
    _ reason: InputFailure.Reason,
    _ detail: String
  ) -> Step {
    let place = InputPlace(file: file, line: 1, offset: 0)
    return .failure(InputFailure(place: place, reason: reason, detail: detail))
  }
}
