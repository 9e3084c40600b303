/// Labelled posts as read from files of JSON lines, and every line that could not be read.
///
/// ```swift
/// var set = LabelledPosts()
/// try set.read(file: "corpora/posts/zh.jsonl")
/// try set.read(file: "corpora/posts/en.jsonl")
/// for issue in set.issues { print(issue) }
/// ```
public struct LabelledPosts: Sendable {
  /// How records are read.
  public struct Options: Sendable, Hashable {
    /// The key of the text.
    public var textField = "text"
    /// The key of the id.
    public var idField = "id"
    /// The keys that name the data set a post comes from; the first that holds a name counts.
    public var sourceFields = ["dataset", "source"]
    /// The language of posts that do not state theirs in `lang`.
    public var language = "und"
    /// Whether posts need no verdict, as those of a news archive; they need no id then either.
    public var unlabelled = false

    /// Labelled posts with the keys of the labelling guide.
    public init() {}
  }

  /// A line that was left out, and why.
  public struct Issue: Sendable, Hashable, CustomStringConvertible {
    /// The file, as it was named.
    public var file: String
    /// The line, from 1.
    public var line: Int
    /// What is wrong.
    public var reason: String

    /// `file:line: reason`.
    public var description: String { "\(file):\(line): \(reason)" }
  }

  /// A file that is not there or cannot be opened.
  public struct UnreadableFile: Error, Sendable, CustomStringConvertible {
    /// The file, as it was named.
    public var path: String

    /// The same in words.
    public var description: String { "\(path): cannot be read" }
  }

  /// The posts, in the order of the lines.
  public private(set) var posts: [LabelledPost] = []
  /// What is wrong with the lines that gave no post; one line may have several.
  public private(set) var issues: [Issue] = []

  private let options: Options
  private var places: [String: String] = [:]

  /// A set with nothing in it yet.
  public init(options: Options = .init()) {
    self.options = options
  }

  /// Reads a file of JSON lines and adds its posts.
  public mutating func read(file path: String) throws(UnreadableFile) {
    guard let bytes = JSONValue.bytes(ofFile: path) else { throw UnreadableFile(path: path) }
    read(bytes, file: path)
  }

  /// Reads JSON lines and adds their posts.
  ///
  /// Lines end in LF or CRLF; a byte order mark and blank lines are passed over. A line with any
  /// mistake, or with an id that was there before, gives issues instead of a post.
  ///
  /// - Parameters:
  ///   - bytes: The lines, in UTF-8.
  ///   - file: What issues call the file.
  public mutating func read(_ bytes: [UInt8], file: String) {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let content = bytes.starts(with: mark) ? bytes.dropFirst(mark.count) : bytes[...]
    let lines = content.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where !line.allSatisfy(Self.isBlank) {
      readLine(line, file: file, number: index + 1)
    }
  }

  private mutating func readLine(_ line: ArraySlice<UInt8>, file: String, number: Int) {
    var reader = RecordReader(options: options)
    let post = reader.post(from: line, line: number)
    if let post, let place = places[post.id] {
      reader.problems.append("the id “\(post.id)” is already at \(place)")
    }
    issues += reader.problems.map { Issue(file: file, line: number, reason: $0) }
    guard let post, reader.problems.isEmpty else { return }
    places[post.id] = "\(file):\(number)"
    posts.append(post)
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
  }
}
