internal import ArgumentParser
internal import Foundation
internal import TrustArchive
public import TrustInput

extension InputFormat: ExpressibleByArgument {}

/// How `scan --out` reads its inputs.
struct ReadingOptions: ParsableArguments {
  @Option(
    name: .long,
    help: """
      The platform that exported the posts, or a file that maps fields: weibo, douyin, xiaohongshu, \
      wechat, qq, youku, tiktok, generic.
      """
  )
  var profile = "generic"

  @Option(name: .long, help: "The format of all inputs; by default found out for each.")
  var inputFormat: InputFormat?

  @Option(name: .long, help: "The encoding of all inputs; by default found out for each.")
  var encoding: String?

  @Option(name: .long, help: "What a post of plain text is: line, paragraph, file.")
  var plainText = "line"

  /// What `InputOptions` are made from, by option, for `run.json`.
  func settings(textFields: [String], idField: String?) -> [String: String] {
    var settings = ["--profile": profile, "--plain-text": plainText]
    if let inputFormat { settings["--input-format"] = inputFormat.rawValue }
    if let encoding { settings["--encoding"] = encoding }
    if !textFields.isEmpty { settings["--text-field"] = textFields.joined(separator: " ") }
    if let idField { settings["--id-field"] = idField }
    return settings
  }

  func options(textFields: [String], idField: String?) throws -> InputOptions {
    let profile: Profile
    do throws(InputError) { profile = try Profile.named(self.profile) } catch {
      throw ValidationError(error.message)
    }
    var options = InputOptions(profile: profile, textFields: textFields, idField: idField)
    options.format = inputFormat
    if let encoding {
      guard let known = TextEncoding(name: encoding) else {
        let names = TextEncoding.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("“\(encoding)” is not read; there are \(names)")
      }
      options.encoding = known
    }
    guard let plain = InputOptions.PlainText(rawValue: plainText) else {
      throw ValidationError("--plain-text is line, paragraph or file")
    }
    options.plainText = plain
    return options
  }

  /// How long an input is, folders with all that is in them; `nil` if that cannot be known.
  static func size(of path: String) -> Int? {
    let manager = FileManager.default
    guard let attributes = try? manager.attributesOfItem(atPath: path) else { return nil }
    guard attributes[.type] as? FileAttributeType == .typeDirectory else {
      return attributes[.size] as? Int
    }
    guard let names = try? manager.subpathsOfDirectory(atPath: path) else { return nil }
    return names.reduce(0) { sum, name in
      let inside = try? manager.attributesOfItem(atPath: "\(path)/\(name)")
      guard inside?[.type] as? FileAttributeType == .typeRegular else { return sum }
      return sum + (inside?[.size] as? Int ?? 0)
    }
  }

  /// Refuses a folder for results that lies within an input: it would be read, too.
  static func requireOutside(_ folder: String, _ inputs: [String]) throws {
    let results = URL(fileURLWithPath: folder).standardizedFileURL.path + "/"
    for input in inputs where input != "-" {
      let path = URL(fileURLWithPath: input).standardizedFileURL.path
      guard !results.hasPrefix(path + "/") else {
        throw ValidationError(
          "--out “\(folder)” lies within the input “\(input)”; name a folder outside"
        )
      }
    }
  }
}
