import APIContract

/// What the program says about its own API.
enum ProgramContract {
    struct Silent: Error {}

    /// Read once for all tests.
    private static let reading = Task {
        let outcome = try await ClinicProgram.run(["openapi"], in: try WorkingDirectory())
        guard outcome.status == 0 else { throw Silent() }
        return try APIContract(json: outcome.output.utf8)
    }

    static var value: APIContract {
        get async throws { try await reading.value }
    }
}
