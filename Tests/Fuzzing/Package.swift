// swift-tools-version: 6.2
import PackageDescription

// A package of its own, as it needs the fuzzer's flags: see README.md.
let package = Package(
  name: "Fuzzing",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "TrustScreen", path: "../..")],
  targets: [
    .executableTarget(
      name: "fuzz-quick-look",
      dependencies: [.product(name: "TrustScreen", package: "TrustScreen")]
    )
  ]
)
