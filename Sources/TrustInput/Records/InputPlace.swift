/// Where something stands in what was given to scan.
package struct InputPlace: Sendable, Hashable {
  /// The file as it was named, and behind it the members of containers: `posts.zip/2020/a.csv`.
  package var file: String
  /// The line it starts in, from 1.
  package var line: Int
  /// Its first byte in the file or member as it is stored there (decompressed, not decoded), from 0.
  package var offset: Int

  /// Names a place.
  package init(file: String, line: Int, offset: Int) {
    self.file = file
    self.line = line
    self.offset = offset
  }
}
