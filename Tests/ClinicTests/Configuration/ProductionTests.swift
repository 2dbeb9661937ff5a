import Testing

@testable import clinic

@Suite struct `Without DEBUG` {
    private static let strong = "f0e1d2c3b4a5968778695a4b3c2d1e0f"

    @Test func `a strong key and hosts are asked for, both in one report`() {
        let problems = Configuration.problems(environment: ["DEBUG": "False"])

        #expect(problems.count == 2)
        #expect(problems[0].hasPrefix("SECRET_KEY is not set") && problems[0].contains("openssl rand -hex 32"))
        #expect(problems[1].hasPrefix("ALLOWED_HOSTS is not set"))
    }

    @Test func `a strong key and hosts are enough`() throws {
        let configuration = try Configuration.read(environment: [
            "DEBUG": "False", "SECRET_KEY": Self.strong, "ALLOWED_HOSTS": "clinic.example.org",
        ])

        #expect(!configuration.isDebug && configuration.secretKey?.text == Self.strong)
        #expect(!"\(configuration)".contains(Self.strong))
    }

    @Test(arguments: [
        (String(strong.dropLast()), "shorter than 32 bytes"), (String(repeating: "abcabcab", count: 8), "repeats"),
        ("django-insecure-\(strong)", "django-insecure"), ("\(strong)-CHANGEME", "changeme"),
        ("change-me-\(strong)", "change-me"), ("your-secret-\(strong)", "your-secret"),
        ("my-Secret-Key-\(strong)", "secret-key"), ("an-example-\(strong)", "example"),
    ])
    func `a weak key is refused with its reason and not repeated`(key: String, reason: String) {
        let problems = Configuration.problems(environment: [
            "DEBUG": "off", "SECRET_KEY": key, "ALLOWED_HOSTS": "clinic.example.org",
        ])

        #expect(problems.count == 1)
        #expect(problems.allSatisfy { $0.hasPrefix("SECRET_KEY ") && $0.contains(reason) && !$0.contains(key) })
    }

    @Test func `nothing is asked for while it is on, but that a key be no mere word`() throws {
        #expect(try Configuration.read().secretKey == nil)
        #expect(try Configuration.read(environment: ["SECRET_KEY": "changeme"]).secretKey?.text == "changeme")
        #expect(Configuration.problems(environment: ["SECRET_KEY": "quagga"]).count == 1)
    }
}
