internal import CPeers
internal import Foundation
internal import TrustScreen

/// Where and with what a run was made.
struct Machine: Codable {
  var processor: String
  var cores: Int
  var system: String
  var load: [Double]
  var flags: String
  var swift: String
  var versions: [String: String]

  static func current() -> Machine {
    var load = [0.0, 0.0, 0.0]
    getloadavg(&load, 3)
    var versions = [
      "TrustScreen": Screener.version,
      "Unicode folding": unicode,
      "ICU": String(cString: peer_icu_version()),
    ]
    if peer_has_hyperscan() {
      versions["Hyperscan"] = String(cString: peer_hyperscan_version())
    }
    if peer_has_simdjson() { versions["simdjson"] = String(cString: peer_simdjson_version()) }
    return Machine(
      processor: processor,
      cores: ProcessInfo.processInfo.activeProcessorCount,
      system: ProcessInfo.processInfo.operatingSystemVersionString,
      load: load,
      flags: flags,
      swift: compiler,
      versions: versions
    )
  }

  private static var unicode: String {
    (try? Screener(packs: []))?.identity.unicode ?? "unknown"
  }

  private static var flags: String {
    #if DEBUG
    "debug: not for figures"
    #else
    "release"
    #endif
  }

  private static var compiler: String {
    #if compiler(>=6.4)
    "6.4 or later"
    #elseif compiler(>=6.3)
    "6.3"
    #else
    "6.2"
    #endif
  }

  private static var processor: String {
    let lines = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
    let model = lines.split(separator: "\n").first { $0.hasPrefix("model name") }
    return model?.split(separator: ":").last?.trimmingCharacters(in: .whitespaces) ?? "unknown"
  }
}
