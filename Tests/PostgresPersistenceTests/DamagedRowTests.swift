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

            let failure = await #expect(throws: Failure.self) {
                try await storage.reads.doctors.find(doctor)
            }

            guard case .unavailable(let fault) = failure else { return #expect(failure == nil) }
            #expect(fault.summary.hasPrefix("PostgreSQL: column ") && fault.summary.hasSuffix(" something unexpected"))
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

extension PostgresStorage {
    fileprivate func employ() async throws(Failure) -> DoctorID {
        try await transaction { stores throws(Failure) in
            try await stores.doctors.insert(.licensed("H-1"), at: .noon).id
        }
    }
}
