/// Why reading cannot start.
package enum InputError: Error, Equatable, Sendable {
  /// There is no such file or folder, and no pattern that matches one.
  case noSuchInput(String)
  /// A profile's file is not one; what is wrong, and where.
  case badProfile(path: String, problem: String)
  /// There is no profile of this name.
  case noSuchProfile(String)

  /// A sentence for a person, with a hint.
  package var message: String {
    switch self {
    case .noSuchInput(let path):
      "“\(path)” is no file, no folder, and no pattern that matches one; check the spelling"
    case .badProfile(let path, let problem): "\(path): \(problem)"
    case .noSuchProfile(let name):
      "there is no profile “\(name)”; there are \(Profile.builtInNames.joined(separator: ", ")), "
        + "or give the path of a profile's JSON file"
    }
  }
}
