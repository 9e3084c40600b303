/// The files that were named, one after the other: folders with all that is in them, patterns with
/// all that they match.
///
/// Folders are read as they are reached, so that no list of all files is kept. Each file is read
/// once, however many names and links lead to it; a link that leads back ends there.
struct InputPaths {
  /// What comes next.
  enum Step {
    case file(String)
    case standardInput
    case failure(InputFailure)
  }

  /// What is still to be visited, the next last.
  private var waiting: [String]
  private var visited: Set<FolderListing.Identity> = []
  /// How many of `waiting` were named by the user: those may be pipes.
  private let named: Set<String>

  /// Looks for all inputs, so that a wrong name is noticed before work starts.
  init(_ inputs: [String]) throws(InputError) {
    var paths: [String] = []
    for input in inputs {
      if input == "-" || FolderListing.look(at: input) != nil {
        paths.append(input)
        continue
      }
      let isPattern = input.contains { "*?[".contains($0) }
      let matches = isPattern ? FolderListing.paths(matching: input) : []
      guard !matches.isEmpty else { throw .noSuchInput(input) }
      paths += matches
    }
    waiting = paths.reversed()
    named = Set(paths)
  }

  /// No file at all.
  init() {
    waiting = []
    named = []
  }

  /// Goes to the next file.
  mutating func next() -> Step? {
    while let path = waiting.popLast() {
      if path == "-", named.contains(path) { return .standardInput }
      guard let (kind, identity) = FolderListing.look(at: path) else {
        return failure(path, .unreadable, "there is no such file any more, or a link leads nowhere")
      }
      switch kind {
      case .other where !named.contains(path):
        let detail = "it is a pipe, a socket or a device; name it as an input"
        return failure(path, .unsupported, detail)
      case .other: return .file(path)
      case .file: if visited.insert(identity).inserted { return .file(path) }
      case .folder:
        guard visited.insert(identity).inserted else { continue }
        do throws(ByteSource.Failure) {
          let names = try FolderListing.names(in: path)
          waiting += names.lazy.filter { !Self.isDebris($0) }.map { Self.join(path, $0) }.reversed()
        } catch {
          return failure(path, .unreadable, "the folder cannot be read: \(error.words)")
        }
      }
    }
    return nil
  }

  private func failure(
    _ path: String,
    _ reason: InputFailure.Reason,
    _ detail: String
  ) -> Step {
    let place = InputPlace(file: path, line: 1, offset: 0)
    return .failure(InputFailure(place: place, reason: reason, detail: detail))
  }

  private static func join(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }

  /// What desktops leave behind in folders and archives, which no one means to have screened.
  static func isDebris(_ name: String) -> Bool {
    name == ".DS_Store" || name == "Thumbs.db" || name == "desktop.ini" || name == "__MACOSX"
      || name.hasPrefix("._")
  }
}

extension ByteSource.Failure {
  /// What went wrong.
  var words: String {
    switch self {
    case .system(let text): text
    case .container: "the container around it is damaged"
    }
  }
}
