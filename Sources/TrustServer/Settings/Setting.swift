internal import TrustRules

/// One setting of `ServerSettings`: its name in files, from which flags and environment variables are derived, and how
/// its text is read.
struct Setting {
  enum Value {
    case text(WritableKeyPath<ServerSettings, String>)
    case optionalText(WritableKeyPath<ServerSettings, String?>)
    case number(WritableKeyPath<ServerSettings, Int>, ClosedRange<Int>)
    case list(WritableKeyPath<ServerSettings, [String]>)
    case adapters
  }

  var name: String
  var value: Value
  /// Whether its value is to be shown to nobody.
  var isSecret = false

  /// The variable of the environment that has it.
  var variable: String {
    "TRUSTSCREEN_" + name.uppercased().replacing("-", with: "_")
  }

  /// Whether a file gives a list for it.
  var isList: Bool {
    switch value {
    case .list, .adapters: true
    case .text, .optionalText, .number: false
    }
  }

  /// All settings, in the order of the documentation.
  static var all: [Setting] {
    [
      Setting(name: "host", value: .text(\.host)),
      Setting(name: "port", value: .number(\.port, 0...65_535)),
      Setting(name: "packs", value: .list(\.packs)),
      Setting(name: "with", value: .list(\.with)),
      Setting(name: "disable", value: .list(\.disable)),
      Setting(name: "calibration", value: .optionalText(\.calibration)),
      Setting(name: "policies", value: .list(\.policies)),
      Setting(name: "default-policy", value: .optionalText(\.defaultPolicy)),
      Setting(name: "shadow-policies", value: .list(\.shadowPolicies)),
      Setting(name: "tenants", value: .optionalText(\.tenants)),
      Setting(name: "token", value: .optionalText(\.token), isSecret: true),
      Setting(name: "tls-certificate", value: .optionalText(\.tlsCertificate)),
      Setting(name: "tls-key", value: .optionalText(\.tlsKey)),
      Setting(name: "watch-interval", value: .number(\.watchInterval, 0...86_400)),
      Setting(name: "adapters", value: .adapters),
      Setting(name: "audit-log", value: .optionalText(\.auditLog)),
      Setting(name: "audit-bytes", value: .number(\.auditBytes, 4096...(1 << 40))),
      Setting(name: "audit-files", value: .number(\.auditFiles, 1...10_000)),
      Setting(name: "log-level", value: .text(\.logLevel)),
      Setting(name: "body-bytes", value: .number(\.limits.bodyBytes, 1024...(1 << 28))),
      Setting(name: "upload-bytes", value: .number(\.limits.uploadBytes, 1024...(1 << 28))),
      Setting(name: "items", value: .number(\.limits.items, 1...10_000)),
      Setting(name: "fields", value: .number(\.limits.fields, 1...1000)),
      Setting(name: "field-bytes", value: .number(\.limits.fieldBytes, 64...(1 << 28))),
      Setting(name: "request-seconds", value: .number(\.limits.requestSeconds, 1...3600)),
      Setting(name: "body-seconds", value: .number(\.limits.bodySeconds, 1...3600)),
      Setting(name: "idle-seconds", value: .number(\.limits.idleSeconds, 1...86_400)),
      Setting(name: "requests", value: .number(\.limits.requests, 1...1_000_000)),
      Setting(name: "connections", value: .number(\.limits.connections, 1...10_000_000)),
      Setting(name: "shutdown-seconds", value: .number(\.limits.shutdownSeconds, 1...3600)),
    ]
  }

  /// Puts texts into settings; the list has one element unless the setting is a list.
  ///
  /// - Returns: What is wrong, in words.
  func set(_ texts: [String], in settings: inout ServerSettings) -> String? {
    let text = texts.last ?? ""
    switch value {
    case .text(let path): settings[keyPath: path] = text
    case .optionalText(let path): settings[keyPath: path] = text.isEmpty ? nil : text
    case .list(let path): settings[keyPath: path] = texts
    case .number(let path, let range):
      guard let number = Int(text), range.contains(number) else {
        return "“\(name)” must be a whole number from \(range.lowerBound) to \(range.upperBound)"
      }
      settings[keyPath: path] = number
    case .adapters:
      settings.adapters = []
      for text in texts {
        guard let adapter = ServerSettings.Adapter(rawValue: text) else {
          let known = ServerSettings.Adapter.allCases.map(\.rawValue)
          return "there is no adapter “\(text)”; "
            + (NearestName.hint(text, in: known) ?? "there are \(known.joined(separator: ", "))")
        }
        settings.adapters.append(adapter)
      }
    }
    return nil
  }
}

extension ServerSettings {
  /// The names of all settings.
  package static let names = Setting.all.map(\.name)
}
