// swift-tools-version: 6.2
import PackageDescription

// Every target of ours is held to these. Third-party code is not.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "TrustScreen",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "TrustScreen", targets: ["TrustScreen", "TrustRuleFiles", "TrustReport"]),
    .executable(name: "trustscreen", targets: ["TrustScreenCLI"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(
      url: "https://github.com/hummingbird-project/hummingbird",
      from: "2.28.1",
      traits: []
    ),
    .package(
      url: "https://github.com/apple/swift-configuration",
      from: "1.4.0",
      traits: ["YAML"]
    ),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
    .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"),
  ],
  targets: [
    // MARK: The core: no Foundation, no third-party module but ICU.
    .systemLibrary(
      name: "CICU",
      pkgConfig: "icu-i18n",
      providers: [.apt(["libicu-dev"]), .brew(["icu4c"])]
    ),
    .target(
      name: "CTrustICU",
      dependencies: ["CICU"],
      linkerSettings: [.linkedLibrary("m")]
    ),
    .target(name: "CTrustLines"),
    .target(name: "TrustLines", dependencies: ["CTrustLines"], swiftSettings: strict),
    .target(name: "TrustText", dependencies: ["CTrustICU"], swiftSettings: strict),
    .target(name: "CTrustQuick"),
    .target(
      name: "TrustMatch",
      dependencies: ["TrustText", "CTrustQuick"],
      swiftSettings: strict
    ),
    .target(name: "TrustRules", dependencies: ["TrustText", "TrustMatch"], swiftSettings: strict),
    .target(
      name: "TrustEngine",
      dependencies: ["TrustText", "TrustMatch", "TrustRules"],
      swiftSettings: strict
    ),
    .target(
      name: "TrustPacks",
      dependencies: ["TrustRules", "TrustEngine"],
      swiftSettings: strict,
      plugins: ["BuiltInPacks"]
    ),
    .target(
      name: "TrustScreen",
      dependencies: ["TrustText", "TrustRules", "TrustEngine", "TrustPacks"],
      swiftSettings: strict
    ),

    // MARK: Around the core.
    .target(
      name: "TrustRuleFiles",
      dependencies: ["TrustRules", "TrustEngine", .product(name: "Yams", package: "Yams")],
      swiftSettings: strict
    ),
    .target(
      name: "TrustReport",
      dependencies: ["TrustText", "TrustRules", "TrustEngine"],
      exclude: ["Schemas"],
      swiftSettings: strict
    ),
    .target(
      name: "TrustDisguise",
      dependencies: ["TrustText", "TrustMatch"],
      swiftSettings: strict
    ),
    .target(
      name: "TrustEvaluation",
      dependencies: ["TrustText", "TrustRules", "TrustEngine", "TrustReport", "TrustDisguise"],
      swiftSettings: strict
    ),
    .target(
      name: "TrustRuleChecks",
      dependencies: ["TrustText", "TrustMatch", "TrustRules", "TrustEngine"],
      swiftSettings: strict
    ),
    .target(
      name: "TrustLanguageServer",
      dependencies: ["TrustText", "TrustRules", "TrustEngine", "TrustReport"],
      swiftSettings: strict
    ),
    .executableTarget(
      name: "TrustScreenCLI",
      dependencies: [
        "TrustLines", "TrustText", "TrustRules", "TrustEngine", "TrustPacks", "TrustRuleFiles",
        "TrustReport", "TrustEvaluation", "TrustRuleChecks", "TrustDisguise", "TrustInput",
        "TrustArchive", "TrustServer", "TrustLanguageServer",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict
    ),

    // MARK: Archives.
    .systemLibrary(
      name: "CArchive",
      pkgConfig: "libarchive",
      providers: [.apt(["libarchive-dev"]), .brew(["libarchive"])]
    ),
    .target(name: "CTrustArchive", dependencies: ["CArchive"]),
    .target(name: "CTrustEncoding", dependencies: ["CICU"]),
    .target(
      name: "TrustInput",
      dependencies: ["CTrustArchive", "CTrustEncoding", "TrustLines", "TrustText"],
      exclude: ["Profiles/README.md"],
      resources: [.embedInCode("Profiles/Files")],
      swiftSettings: strict
    ),
    .target(name: "CTrustMemory"),
    .target(
      name: "TrustArchive",
      dependencies: [
        "TrustLines", "TrustText", "TrustRules", "TrustEngine", "TrustReport", "TrustInput",
        "TrustEvaluation", "CTrustMemory",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: strict
    ),

    // MARK: The server.
    .target(
      name: "TrustServer",
      dependencies: [
        "TrustText", "TrustRules", "TrustEngine", "TrustPacks", "TrustRuleFiles", "TrustReport",
        "TrustInput",
        .product(name: "Configuration", package: "swift-configuration"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "HummingbirdTLS", package: "hummingbird"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "UnixSignals", package: "swift-service-lifecycle"),
      ],
      exclude: ["README.md"],
      resources: [.embedInCode("Page"), .embedInCode("openapi.yaml")],
      swiftSettings: strict
    ),

    // MARK: Made at build time, or for those who maintain the project.
    .executableTarget(
      name: "PackCompiler",
      dependencies: ["TrustRules", "TrustEngine", "TrustRuleFiles"],
      swiftSettings: strict
    ),
    .plugin(name: "BuiltInPacks", capability: .buildTool(), dependencies: ["PackCompiler"]),
    .executableTarget(
      name: "FoldTableGenerator",
      dependencies: ["CTrustICU"],
      swiftSettings: strict
    ),
    .executableTarget(
      name: "InstructionCount",
      dependencies: ["TrustScreen"],
      swiftSettings: strict
    ),

    .executableTarget(
      name: "BackgroundGenerator",
      dependencies: ["TrustText", "TrustMatch"],
      swiftSettings: strict
    ),
    .executableTarget(
      name: "DisguiseTableGenerator",
      dependencies: ["CTrustICU", "TrustText"],
      swiftSettings: strict
    ),

    // MARK: Tests.
    .target(
      name: "TrustTestSupport",
      dependencies: ["TrustText", "TrustRules", "TrustEngine", "TrustRuleFiles"],
      path: "Tests/TrustTestSupport",
      swiftSettings: strict
    ),
    .testTarget(
      name: "TrustLinesTests",
      dependencies: ["TrustLines", "CTrustLines", "TrustTestSupport"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "TrustInputTests",
      dependencies: ["TrustInput", "TrustLines"],
      resources: [.copy("Fixtures")],
      swiftSettings: strict
    ),
    .testTarget(
      name: "TrustTextTests",
      dependencies: ["TrustText", "CTrustICU", "TrustTestSupport"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "TrustMatchTests",
      dependencies: ["TrustMatch", "TrustText", "TrustTestSupport"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "TrustRulesTests",
      dependencies: ["TrustRules", "TrustText", "TrustRuleFiles", "TrustTestSupport"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "TrustEngineTests",
      dependencies: [
        "TrustEngine", "TrustMatch", "TrustRules", "TrustText", "TrustRuleFiles", "TrustDisguise",
        "TrustTestSupport",
      ],
      swiftSettings: strict
    ),
    .testTarget(
      name: "TrustReportTests",
      dependencies: ["TrustText", "TrustRules", "TrustEngine", "TrustReport", "TrustTestSupport"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "TrustEvaluationTests",
      dependencies: [
        "TrustEvaluation", "TrustText", "TrustRules", "TrustEngine", "TrustReport",
        "TrustRuleFiles",
        "TrustTestSupport",
      ],
      swiftSettings: strict
    ),
    .testTarget(
      name: "TrustRuleChecksTests",
      dependencies: ["TrustRules", "TrustEngine", "TrustRuleFiles", "TrustRuleChecks"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "TrustPacksTests",
      dependencies: [
        "TrustText", "TrustRules", "TrustEngine", "TrustPacks", "TrustRuleFiles", "TrustRuleChecks",
        "TrustEvaluation", "TrustDisguise", "TrustMatch", "TrustTestSupport",
      ],
      swiftSettings: strict
    ),
    .testTarget(
      name: "TrustArchiveTests",
      dependencies: [
        "TrustArchive", "TrustInput", "TrustText", "TrustRules", "TrustEngine", "TrustReport",
        "TrustRuleFiles", "TrustPacks", "TrustEvaluation", "TrustTestSupport",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: strict
    ),
    // As a user's server is built, without this package's stricter settings.
    .target(
      name: "ReadmeSamples",
      dependencies: [
        "TrustEngine", "TrustReport", .product(name: "Hummingbird", package: "hummingbird"),
      ],
      path: "Tests/ReadmeSamples"
    ),
    .testTarget(
      name: "TrustServerTests",
      dependencies: [
        "ReadmeSamples",
        "TrustServer", "TrustText", "TrustEngine", "TrustRules", "TrustReport", "TrustTestSupport",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdTesting", package: "hummingbird"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOEmbedded", package: "swift-nio"),
        .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: strict
    ),
    .testTarget(
      name: "TrustLanguageServerTests",
      dependencies: [
        "TrustLanguageServer", "TrustEngine", "TrustReport", "TrustRules", "TrustTestSupport",
      ],
      swiftSettings: strict
    ),
    .testTarget(
      name: "TrustScreenCLITests",
      dependencies: ["TrustScreenCLI"],
      swiftSettings: strict
    ),
  ]
)
