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
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
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
        "TrustLanguageServer",
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
        "TrustEvaluation",
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
