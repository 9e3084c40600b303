package import TrustRules

/// Text that is safe to put into a page.
package enum HTMLText {
  /// A text for an element or a quoted attribute.
  ///
  /// Every character that has a meaning in HTML is escaped; those that a page may not hold, or that
  /// turn the writing around, are replaced.
  package static func escaped(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar.value {
      case 0x26: result += "&amp;"
      case 0x3C: result += "&lt;"
      case 0x3E: result += "&gt;"
      case 0x22: result += "&quot;"
      case 0x27: result += "&#39;"
      case 0x09, 0x0A: result.unicodeScalars.append(scalar)
      case 0x0D: break
      case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069, 0xFDD0...0xFDEF:
        result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
  }

  /// A text in both languages, of which the reader's switch shows one.
  package static func both(_ text: Localized) -> String {
    let (zh, en) = (escaped(text.zh), escaped(text.en))
    if zh == en { return zh }
    return "<span class=\"zh\" lang=\"zh\">\(zh)</span><span class=\"en\" lang=\"en\">\(en)</span>"
  }

  /// A link to a source, or only its title if it is not on the web.
  static func link(to citation: Citation) -> String {
    let title = both(citation.title)
    guard let address = citation.webAddress else { return title }
    return "<a href=\"\(escaped(address))\" rel=\"noopener noreferrer\">\(title)</a>"
  }
}

extension Citation {
  /// Its address if it can be followed safely: a rule file could hold a `javascript:` address.
  package var webAddress: String? {
    guard let url else { return nil }
    let lowercase = url.lowercased()
    return lowercase.hasPrefix("https://") || lowercase.hasPrefix("http://") ? url : nil
  }
}
