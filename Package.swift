// swift-tools-version: 6.2
import PackageDescription

// Targets and arrows. Arrows point inwards: adapters know Application and Domain, never each other, but that a store
// knows its client, and a dialect and the pages the transport that speaks for them; only `clinic` sees them all. `swift build --explicit-target-dependency-import-check error` keeps them.

let hummingbird: Target.Dependency = .product(name: "Hummingbird", package: "hummingbird")
let httpTypes: Target.Dependency = .product(name: "HTTPTypes", package: "swift-http-types")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let nioCore: Target.Dependency = .product(name: "NIOCore", package: "swift-nio")
let nioPosix: Target.Dependency = .product(name: "NIOPosix", package: "swift-nio")
let nioHTTP1: Target.Dependency = .product(name: "NIOHTTP1", package: "swift-nio")
let nioConcurrencyHelpers: Target.Dependency = .product(name: "NIOConcurrencyHelpers", package: "swift-nio")
let nioHTTPTypes: Target.Dependency = .product(name: "NIOHTTPTypes", package: "swift-nio-extras")
let nioSSL: Target.Dependency = .product(name: "NIOSSL", package: "swift-nio-ssl")
let nioHTTP2: Target.Dependency = .product(name: "NIOHTTP2", package: "swift-nio-http2")
let nioEmbedded: Target.Dependency = .product(name: "NIOEmbedded", package: "swift-nio")
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let sqlite: Target.Dependency = .product(name: "GRDBSQLite", package: "GRDB.swift")
let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let serviceLifecycle: Target.Dependency = .product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let unixSignals: Target.Dependency = .product(name: "UnixSignals", package: "swift-service-lifecycle")

let package = Package(
    name: "clinic",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "clinic", targets: ["clinic"])],
    dependencies: [
        // Its traits by name: SwiftPM passes default ones in changing order, and builds it anew each time.
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: ["FullFoundation"]),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.34.1"),
        .package(url: "https://github.com/apple/swift-nio-http2", from: "1.46.0"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        .target(name: "Domain"),
        .target(name: "Application", dependencies: ["Domain"]),

        .target(
            name: "PostgresClient", dependencies: ["CLibPQ", "CEpoll", logging, nioCore, nioPosix],
            path: "Sources/Adapters/PostgresClient"),
        .target(
            name: "PostgresPersistence", dependencies: ["Application", "Domain", "PostgresClient", logging],
            path: "Sources/Adapters/PostgresPersistence", resources: [.embedInCode("Migrations")]),
        .target(
            name: "SQLitePersistence", dependencies: ["Application", "Domain", grdb, sqlite, logging],
            path: "Sources/Adapters/SQLitePersistence", resources: [.embedInCode("Migrations")]),
        .target(
            name: "HTTPTransport",
            dependencies: [
                "Application", "Domain", hummingbird, httpTypes, logging, nioCore, nioPosix, nioHTTP1, nioHTTP2,
                nioHTTPTypes, nioSSL, nioConcurrencyHelpers, serviceLifecycle,
                .product(name: "NIOHTTPTypesHTTP1", package: "swift-nio-extras"),
                .product(name: "NIOHTTPTypesHTTP2", package: "swift-nio-extras"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
            ],
            path: "Sources/Adapters/HTTPTransport", resources: [.embedInCode("Documentation/Page")]),
        .target(
            name: "HospitalDialect", dependencies: ["Application", "Domain", "HTTPTransport", httpTypes],
            path: "Sources/Adapters/HospitalDialect"),
        .target(
            name: "AdminPages", dependencies: ["Application", "Domain", "HTTPTransport", "CZlib", httpTypes],
            path: "Sources/Adapters/AdminPages", resources: [.embedInCode("Assets")]),
        .target(
            name: "Argon2PasswordHashing", dependencies: ["Application", "Domain", "CArgon2", "CSodium"],
            path: "Sources/Adapters/Argon2PasswordHashing"),
        .target(
            name: "OpenSSLTokens", dependencies: ["Application", "Domain", "COpenSSL"],
            path: "Sources/Adapters/OpenSSLTokens"),

        .systemLibrary(
            name: "CLibPQ", path: "Sources/SystemLibraries/CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]
        ),
        .systemLibrary(
            name: "CArgon2", path: "Sources/SystemLibraries/CArgon2", pkgConfig: "libargon2",
            providers: [.apt(["libargon2-dev"])]),
        .systemLibrary(
            name: "CSodium", path: "Sources/SystemLibraries/CSodium", pkgConfig: "libsodium",
            providers: [.apt(["libsodium-dev"])]),
        .systemLibrary(
            name: "COpenSSL", path: "Sources/SystemLibraries/COpenSSL", pkgConfig: "libcrypto",
            providers: [.apt(["libssl-dev"])]),
        .systemLibrary(
            name: "CZlib", path: "Sources/SystemLibraries/CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CEpoll", path: "Sources/SystemLibraries/CEpoll"),

        .executableTarget(
            name: "clinic",
            dependencies: [
                "Application", "Domain", "PostgresClient", "PostgresPersistence", "SQLitePersistence", "HTTPTransport",
                "HospitalDialect", "AdminPages", "Argon2PasswordHashing", "OpenSSLTokens", argumentParser, logging,
                serviceLifecycle, unixSignals,
            ]),

        .testTarget(name: "DomainTests", dependencies: ["Domain"]),
        .testTarget(
            name: "ApplicationTests", dependencies: ["Application", "Domain", "OpenSSLTokens", "SQLitePersistence"]),
        .testTarget(
            name: "PersistenceContractTests",
            dependencies: [
                "Application", "Domain", "OpenSSLTokens", "SQLitePersistence", "PostgresClient", "PostgresPersistence",
                "PostgresTestServer", grdb, logging,
            ]),
        .testTarget(
            name: "SQLitePersistenceTests", dependencies: ["Application", "Domain", "SQLitePersistence", grdb, logging]),
        .testTarget(
            name: "PostgresPersistenceTests",
            dependencies: [
                "Application", "Domain", "PostgresClient", "PostgresPersistence", "PostgresTestServer", logging,
            ]),
        .testTarget(
            name: "PostgresClientTests",
            dependencies: ["PostgresClient", "PostgresTestServer", logging, nioCore, nioPosix]),
        .testTarget(
            name: "HTTPTransportTests",
            dependencies: [
                "APIContract", "TestCertificates", "HTTPTransport", "HospitalDialect", "Application", "Domain",
                "OpenSSLTokens",
                "SQLitePersistence",
                httpTypes,
                logging, nioCore, nioPosix, nioHTTP1, nioHTTP2, nioHTTPTypes, nioSSL, nioEmbedded,
                serviceLifecycle, .product(name: "NIOHPACK", package: "swift-nio-http2"),
                .product(name: "NIOHTTPTypesHTTP1", package: "swift-nio-extras"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
            ],
            resources: [.copy("Vectors")]),
        .testTarget(
            name: "AdminPagesTests",
            dependencies: [
                "AdminPages", "HTTPTransport", "Application", "Domain", "OpenSSLTokens", "SQLitePersistence",
                httpTypes, logging, nioCore,
                .product(name: "HummingbirdCore", package: "hummingbird"),
            ]),
        .testTarget(
            name: "EndToEndTests",
            dependencies: [
                "clinic", "APIContract", "HTTPTransport", "PostgresTestServer", "TestCertificates", "COpenSSL",
            ],
            resources: [.copy("Recordings"), .copy("Vectors")]),
        .testTarget(
            name: "Argon2PasswordHashingTests",
            dependencies: ["Application", "Domain", "Argon2PasswordHashing", "CArgon2"], resources: [.copy("Vectors")]),
        .testTarget(
            name: "OpenSSLTokensTests", dependencies: ["Application", "Domain", "OpenSSLTokens"],
            resources: [.copy("Vectors")]),
        .testTarget(
            name: "ClinicTests",
            dependencies: [
                "clinic", "Application", "Domain", "HTTPTransport", "OpenSSLTokens", "PostgresClient", logging,
            ]),
        // Compares answers with the document that describes them.
        .target(name: "APIContract", dependencies: ["HTTPTransport"], path: "Tests/APIContract"),
        // Makes certificates for tests of TLS.
        .target(name: "TestCertificates", dependencies: ["COpenSSL"], path: "Tests/TestCertificates"),
        // Starts the PostgreSQL servers that tests need.
        .target(name: "PostgresTestServer", path: "Tests/PostgresTestServer"),
    ]
)

// Needs flags of its own, which scripts/fuzz gives.
if Context.environment["CLINIC_FUZZING"] == "1" {
    package.targets.append(
        .executableTarget(
            name: "Fuzzing", dependencies: ["Application", "Domain", "HTTPTransport", "OpenSSLTokens"],
            path: "Tests/Fuzzing",
            exclude: ["Seeds"]))
}

for target in package.targets where target.type != .system {
    target.swiftSettings = [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        // A call of an asynchronous function goes on where it is, instead of asking which executor its task prefers.
        .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
        .treatAllWarnings(as: .error),
    ]
}
