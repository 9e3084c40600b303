internal import Foundation
internal import TrustEngine

/// Reads a post from a line of JSON.
enum ScannedPost {
  /// Why a line is no post.
  struct Failure: Error {
    var reason: String
  }

  /// The post in a line: its text fields and its id.
  static func post(in line: Data, textFields: [String], idField: String) throws(Failure) -> Post {
    let value: Any
    do {
      value = try JSONSerialization.jsonObject(with: line)
    } catch {
      throw Failure(reason: "the line is not JSON")
    }
    guard let object = value as? [String: Any] else {
      throw Failure(reason: "the line is JSON but no object")
    }
    var fields: [Post.Field] = []
    for name in textFields {
      switch object[name] {
      case let text as String: fields.append(Post.Field(name: name, text: text))
      case nil, is NSNull: continue
      default: throw Failure(reason: "“\(name)” is not text")
      }
    }
    guard !fields.isEmpty else {
      let names = textFields.map { "“\($0)”" }.joined(separator: " or ")
      throw Failure(reason: "there is no \(names); name the field with --text-field")
    }
    return Post(id: id(object[idField]), fields: fields)
  }

  /// An id is text or a whole number.
  private static func id(_ value: Any?) -> String? {
    switch value {
    case let text as String: text
    case let number as NSNumber: number.stringValue
    default: nil
    }
  }
}
