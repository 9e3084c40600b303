/// Something to read records from: a file, or a member of a container.
struct Content {
  /// The file as it was named, and behind it the members of containers.
  var file: String
  /// The format its name promises.
  var namedFormat: InputFormat?
  var source: ByteSource
  /// Its first bytes, which were read already.
  var head: [UInt8]
  /// The containers it stands in, the outermost first.
  var containers: [Container]

  /// Why its reading failed, if the container is at fault.
  var damage: (reason: InputFailure.Reason, detail: String) {
    guard let container = containers.last else {
      return (.unreadable, "it cannot be read")
    }
    return container.isTruncated
      ? (.truncated, "the archive is cut off: \(container.message)")
      : (.damaged, "the archive is damaged: \(container.message)")
  }

  /// How many bytes were read of the file that was named.
  var packedBytes: Int { containers.first?.source.consumed ?? source.consumed }
}
