/// Everything that is wrong with a pack, policy or other file that somebody wrote.
public struct PackError: Error, Sendable {
  /// One mistake, with its place and what to do about it.
  public struct Issue: Sendable, Equatable {
    /// A stable name, as `unknown-lexicon`.
    public var code: String
    /// Whether the file can still be used.
    public var isWarning: Bool
    /// The file, as it was named.
    public var file: String
    /// The line, from 1; 0 if the issue is with the whole file.
    public var line: Int
    /// The column in characters, from 1.
    public var column: Int
    /// What is wrong.
    public var message: String
    /// How to mend it.
    public var hint: String?

    package init(
      _ code: String,
      at mark: Mark,
      _ message: String,
      hint: String? = nil,
      isWarning: Bool = false
    ) {
      self.code = code
      self.isWarning = isWarning
      file = mark.file
      line = mark.line
      column = mark.column
      self.message = message
      self.hint = hint
    }
  }

  /// The mistakes, in the order of the files.
  public var issues: [Issue]

  package init(_ issues: [Issue]) {
    self.issues = issues.sorted { ($0.file, $0.line, $0.column) < ($1.file, $1.line, $1.column) }
  }
}

extension PackError: CustomStringConvertible {
  /// One line for each mistake.
  public var description: String {
    issues.map { "\($0.file):\($0.line):\($0.column): \($0.code): \($0.message)" }
      .joined(separator: "\n")
  }
}

/// A place in a file.
package struct Mark: Hashable, Sendable {
  package var file: String
  package var line: Int
  package var column: Int

  package init(file: String, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }

  /// The place `columns` characters further on in the same line.
  package func advanced(by columns: Int) -> Mark {
    Mark(file: file, line: line, column: column + columns)
  }
}
