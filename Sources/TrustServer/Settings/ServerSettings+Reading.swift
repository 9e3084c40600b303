internal import Configuration
internal import TrustRuleFiles
package import TrustRules

extension ServerSettings {
  /// Reads settings: flags go before the environment (`TRUSTSCREEN_BODY_BYTES` and so on), and that
  /// before a file.
  ///
  /// - Parameters:
  ///   - flags: What the command line says, by the names of settings.
  ///   - environment: The variables of the environment.
  ///   - file: The path of a YAML file, or `nil`.
  /// - Returns: The settings, those that nobody gave as usual.
  /// - Throws: `PackError` with every mistake in the file, or else with every bad value.
  package static func read(
    flags: [String: [String]],
    environment: [String: String],
    file: String?
  ) async throws(PackError) -> ServerSettings {
    if let file { try SettingsFile.check(file) }
    let reader = try await reader(flags: flags, environment: environment, file: file)
    var settings = ServerSettings()
    var issues: [PackError.Issue] = []
    for setting in Setting.all {
      let key = ConfigKey([setting.name])
      let texts =
        setting.isList
        ? reader.stringArray(forKey: key)
        : reader.string(forKey: key, isSecret: setting.isSecret).map { [$0] }
      guard let texts, let mistake = setting.set(texts, in: &settings) else { continue }
      issues.append(
        PackError.Issue.inFile(
          "bad-value",
          setting.name,
          mistake,
          "in a file, or \(setting.variable)"
        )
      )
    }
    guard issues.isEmpty else { throw PackError(issues) }
    try settings.check()
    return settings
  }

  private static func reader(
    flags: [String: [String]],
    environment: [String: String],
    file: String?
  ) async throws(PackError) -> ConfigReader {
    let isList = Dictionary(Setting.all.map { ($0.name, $0.isList) }) { first, _ in first }
    let values = flags.map { name, texts in
      (
        AbsoluteConfigKey([name]),
        isList[name] == true
          ? ConfigValue(.stringArray(texts), isSecret: false)
          : ConfigValue(.string(texts.last ?? ""), isSecret: false)
      )
    }
    var providers: [any ConfigProvider] = [
      InMemoryProvider(name: "flags", values: Dictionary(values) { first, _ in first }),
      EnvironmentVariablesProvider(environmentVariables: environment)
        .prefixKeys(with: "trustscreen"),
    ]
    if let file {
      let path = InMemoryProvider(values: ["filePath": ConfigValue(.string(file), isSecret: false)])
      do {
        providers.append(
          try await FileProvider<YAMLSnapshot>(config: ConfigReader(provider: path))
        )
      } catch {
        throw PackError([
          PackError.Issue.inFile("bad-format", file, "the file of settings cannot be read", nil)
        ])
      }
    }
    return ConfigReader(providers: providers)
  }

  /// Looks for settings that contradict each other, or that would open the server to strangers.
  private func check() throws(PackError) {
    var issues: [PackError.Issue] = []
    if !isLoopback, tenants == nil, token == nil {
      issues.append(
        PackError.Issue.inFile(
          "needs-token",
          "host",
          "the server would listen at \(host), where others can reach it, and ask nobody for a token",
          "give TRUSTSCREEN_TOKEN or a file of tenants, or listen at 127.0.0.1"
        )
      )
    }
    if (tlsCertificate == nil) != (tlsKey == nil) {
      issues.append(
        PackError.Issue.inFile(
          "missing-key",
          "tls-key",
          "TLS needs both a certificate and a key",
          nil
        )
      )
    }
    if let token, token.utf8.count < 16 {
      issues.append(
        PackError.Issue.inFile(
          "bad-value",
          "token",
          "the token is so short that it can be guessed",
          "take 16 bytes or more: openssl rand -hex 32"
        )
      )
    }
    guard issues.isEmpty else { throw PackError(issues) }
  }

  /// Whether only this machine can reach the server.
  package var isLoopback: Bool {
    host == "localhost" || host == "::1" || host == "127.0.0.1"
      || (host.hasPrefix("127.") && host.allSatisfy { $0.isNumber || $0 == "." })
  }
}
