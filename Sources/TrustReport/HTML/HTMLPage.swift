package import TrustEngine
package import TrustRules

/// The frame of every page: one file without scripts that asks nobody for anything, in two languages
/// of which the reader's switch shows one.
package struct HTMLPage {
  /// The language shown first: `zh` or a variant of it, else English.
  package var language: String
  /// What the browser's tab says behind the product's name.
  package var title: Localized
  /// The style sheet.
  package var style: String
  /// What stands under the bar with the switch.
  package var header: String
  /// What the page is about.
  package var main: String
  /// What the results depend on.
  package var identity: Identity?

  package init(
    language: String,
    title: Localized,
    style: String,
    header: String,
    main: String,
    identity: Identity?
  ) {
    self.language = language
    self.title = title
    self.style = style
    self.header = header
    self.main = main
    self.identity = identity
  }

  /// The whole page, with a line break at its end.
  package var html: String {
    let language = Localized(zh: "zh", en: "en")[self.language]
    return """
      <!DOCTYPE html>
      <html lang="\(language)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta name="referrer" content="no-referrer">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
      style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
      <title>TrustScreen · \(HTMLText.escaped(title[self.language]))</title>
      <style>
      \(style)
      </style>
      </head>
      <body>
      <input class="switch" type="radio" name="language" id="language-zh" \
      aria-label="中文"\(language == "zh" ? " checked" : "")>
      <input class="switch" type="radio" name="language" id="language-en" \
      aria-label="English"\(language == "en" ? " checked" : "")>
      <header>
      <div class="bar">
      <span class="brand">TrustScreen</span>
      <span class="languages"><label for="language-zh" lang="zh">中文</label>\
      <label for="language-en" lang="en">English</label></span>
      </div>
      \(header)
      </header>
      <main>
      \(main)
      </main>
      \(footer)
      </body>
      </html>

      """
  }

  private var footer: String {
    let identity = identity.map { identity in
      let parts =
        [identity.engine] + identity.packs
        + ["Unicode \(identity.unicode)", "ICU \(identity.icu)"]
      return "<p class=\"identity\">\(parts.map(HTMLText.escaped).joined(separator: " · "))</p>"
    }
    return """
      <footer>
      <p>\(HTMLText.both(Wording.disclaimer))</p>
      \(identity ?? "")
      </footer>
      """
  }
}
