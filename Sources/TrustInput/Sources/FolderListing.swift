internal import CTrustArchive

/// What files and folders there are.
enum FolderListing {
  /// What a path leads to.
  enum Kind {
    case file
    case folder
    /// A pipe, a socket, a device.
    case other
  }

  /// A file by the numbers by which the system knows it, whatever its names.
  struct Identity: Hashable {
    var device: UInt64
    var number: UInt64
  }

  /// Follows links; `nil` if there is nothing.
  static func look(at path: String) -> (kind: Kind, identity: Identity)? {
    var found = trust_file()
    guard unsafe path.withCString({ unsafe trust_file_look($0, &found) }) == 0 else { return nil }
    let kind: Kind =
      switch found.kind {
      case Int32(TRUST_FILE_REGULAR.rawValue): .file
      case Int32(TRUST_FILE_FOLDER.rawValue): .folder
      default: .other
      }
    return (kind, Identity(device: found.device, number: found.number))
  }

  /// The names in a folder, in the order of their bytes.
  static func names(in folder: String) throws(ByteSource.Failure) -> [String] {
    var error: Int32 = 0
    let opened = unsafe folder.withCString { unsafe trust_names_in_folder($0, &error) }
    guard let names = unsafe opened else { throw .system(SystemError.text(error)) }
    return unsafe sorted(names)
  }

  /// The paths that a pattern of the shell stands for, in the order of their bytes.
  static func paths(matching pattern: String) -> [String] {
    let opened = unsafe pattern.withCString { unsafe trust_names_of_pattern($0) }
    guard let names = unsafe opened else { return [] }
    return unsafe sorted(names)
  }

  private static func sorted(_ names: OpaquePointer) -> [String] {
    defer { unsafe trust_names_close(names) }
    let all = (0..<(unsafe trust_names_count(names))).map { index in
      unsafe String(cString: trust_names_at(names, index))
    }
    return all.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
