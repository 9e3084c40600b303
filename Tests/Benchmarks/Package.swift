// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that nobody who uses TrustScreen builds or fetches any of this.
//
// Hyperscan, simdjson and Python are optional: what is not there is named as missing.
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "Benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "TrustScreen", path: "../.."),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
  ],
  targets: [
    .systemLibrary(
      name: "CPeerICU",
      pkgConfig: "icu-i18n",
      providers: [.apt(["libicu-dev"]), .brew(["icu4c"])]
    ),
    .systemLibrary(
      name: "CPeerHyperscan",
      pkgConfig: "libhs",
      providers: [.apt(["libhyperscan-dev"]), .brew(["vectorscan"])]
    ),
    .systemLibrary(
      name: "CPeerSimdjson",
      pkgConfig: "simdjson",
      providers: [.apt(["libsimdjson-dev"]), .brew(["simdjson"])]
    ),
    .target(name: "CClocks"),
    .target(
      name: "CPeers",
      dependencies: ["CPeerICU", "CPeerHyperscan", "CPeerSimdjson"]
    ),
    .executableTarget(
      name: "bench",
      dependencies: [
        "CClocks", "CPeers",
        .product(name: "TrustScreen", package: "TrustScreen"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings
    ),
    .executableTarget(name: "measure", dependencies: ["CClocks"]),
    .executableTarget(
      name: "first-finding",
      dependencies: [.product(name: "TrustScreen", package: "TrustScreen")],
      swiftSettings: settings
    ),
  ],
  cxxLanguageStandard: .cxx17
)
