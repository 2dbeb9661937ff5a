import Application
import Domain
import PostgresTestServer
import Testing

@testable import PostgresPersistence

@Suite(.enabled(if: TestPostgres.isAvailable)) struct `A row that holds what it cannot hold` {
    @Test(
        arguments: [
            ("created_at", "0001-12-31 23:59:59.999999Z BC"), ("updated_at", "10000-01-01 00:00Z"),
            ("created_at", "294276-12-31 23:59Z"), ("updated_at", "infinity"),
        ])
    func `is a fault and no end of the program`(column: String, value: String) async throws {
        try await withStorage { storage, url in
            let doctor = try await storage.employ()
            try await TestPostgres.psql(url, "UPDATE doctors SET \(column) = '\(value)'")

            let failure = await #expect(throws: Failure.self) { try await storage.reads.doctors.find(doctor) }

            #expect(failure?.isOfAColumn == true)
        }
    }

    @Test func `is a fault, for an amount below zero`() async throws {
        try await withStorage { storage, url in
            let doctor = try await storage.employ()
            try await TestPostgres.psql(
                url,
                "ALTER TABLE doctors DROP CONSTRAINT doctors_consultation_fee_range; UPDATE doctors SET consultation_fee = -1"
            )

            let failure = await #expect(throws: Failure.self) { try await storage.reads.doctors.find(doctor) }

            #expect(failure?.isOfAColumn == true)
        }
    }

    @Test func `is a fault, for the time of a failed attempt`() async throws {
        try await withStorage { storage, url in
            let key = ThrottleKey("own")
            try await storage.transaction { stores throws(Failure) in
                try await stores.throttle.keep(FailureTally([.noon]), under: key, until: .noon.adding(minutes: 30))
            }
            try await TestPostgres.psql(url, "UPDATE sign_in_tallies SET times = '{12, 9223372036854775807}'")

            let failure = await #expect(throws: Failure.self) {
                try await storage.reads.throttle.tallies(of: [key], at: .noon)
            }

            #expect(failure?.isOfAColumn == true)
        }
    }

    @Test(arguments: [("0001-01-01 00:00Z", -62_135_596_800), ("9999-12-31 23:59:59Z", 253_402_300_799)])
    func `is none at the ends of the calendar`(time: String, seconds: Int64) async throws {
        try await withStorage { storage, url in
            let doctor = try await storage.employ()
            try await TestPostgres.psql(url, "UPDATE doctors SET created_at = '\(time)'")

            let found = try await storage.reads.doctors.find(doctor)

            #expect(found?.createdAt.seconds == seconds)
        }
    }
}

extension Failure {
    /// Whether a column held what it cannot hold.
    fileprivate var isOfAColumn: Bool {
        guard case .unavailable(let fault) = self else { return false }
        return fault.summary.hasPrefix("PostgreSQL: column ") && fault.summary.hasSuffix(" something unexpected")
    }
}

extension PostgresStorage {
    fileprivate func employ() async throws(Failure) -> DoctorID {
        try await transaction { stores throws(Failure) in
            try await stores.doctors.insert(.licensed("H-1"), at: .noon).id
        }
    }
}
