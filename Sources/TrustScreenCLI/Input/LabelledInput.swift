internal import ArgumentParser
internal import TrustEvaluation
internal import TrustText

/// Labelled posts as a person names them on the command line.
struct LabelledInput {
  /// The posts, and the lines that could not be read.
  private(set) var posts = LabelledPosts()
  /// SHA-256 of the files, one behind the other.
  let digest: String

  /// Reads files of JSON lines; `-` is standard input.
  init(_ files: [String], options: LabelledPosts.Options = .init()) throws {
    posts = LabelledPosts(options: options)
    var bytes: [UInt8] = []
    for file in files {
      let input = try InputFile.read(file)
      posts.read(input.bytes, file: input.name)
      bytes += input.bytes
    }
    digest = SHA256.hex(bytes)
  }

  /// Names the lines that were not read, and ends the process with 3 if there are any.
  func end() throws {
    for issue in posts.issues { Console.note(issue.description) }
    try ExitStatus.end(isIncomplete: !posts.issues.isEmpty, hasFindings: false)
  }
}
