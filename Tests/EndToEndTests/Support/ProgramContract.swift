import APIContract

/// What the program says about its own API.
enum ProgramContract {
    struct Silent: Error {}

    // Each is read once for all tests.
    private static let whole = Task { try await read([:]) }
    private static let withoutHospital = Task { try await read(["HOSPITAL_DIALECT": "off"]) }

    /// - Parameter environment: that of the server whose answers are looked at.
    static func of(_ environment: [String: String]) async throws -> APIContract {
        try await (environment["HOSPITAL_DIALECT"] == "off" ? withoutHospital : whole).value
    }

    private static func read(_ environment: [String: String]) async throws -> APIContract {
        let outcome = try await ClinicProgram.run(["openapi"], in: try WorkingDirectory(), environment: environment)
        guard outcome.status == 0 else { throw Silent() }
        return try APIContract(json: outcome.output.utf8)
    }
}
