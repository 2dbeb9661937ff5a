import Application
import Domain
import Testing

@Suite("The version that a request expects")
struct ExpectedVersionTests {
    @Test("is any, one of some, or none of some")
    func kinds() {
        let (old, new) = (Instant.monday(8), Instant.monday(9))

        #expect(throws: Never.self) { try ExpectedVersion.any.expect(new) }
        #expect(throws: Never.self) { try ExpectedVersion.oneOf([old, new]).expect(new) }
        #expect(throws: Never.self) { try ExpectedVersion.noneOf([old]).expect(new) }
        #expect(throws: Failure.outdated) { try ExpectedVersion.oneOf([old]).expect(new) }
        #expect(throws: Failure.outdated) { try ExpectedVersion.oneOf([]).expect(new) }
        #expect(throws: Failure.outdated) { try ExpectedVersion.noneOf([new]).expect(new) }
    }

    @Test("of a patient that has changed since stops a change and a deletion")
    func patient() async throws {
        let clinic = try await TestClinic()
        let ann = try await clinic.patients.register(by: clinic.nurse) { PatientForm(.ann) }
        let changed = try await clinic.patients.change(ann.id, by: clinic.nurse) { PatientForm($0) }

        await #expect(throws: Failure.outdated) {
            try await clinic.patients.change(ann.id, by: clinic.nurse, expecting: .oneOf([ann.updatedAt])) {
                PatientForm($0)
            }
        }
        await #expect(throws: Failure.outdated) {
            try await clinic.patients.delete(ann.id, by: clinic.nurse, expecting: .oneOf([ann.updatedAt]))
        }
        try await clinic.patients.delete(ann.id, by: clinic.nurse, expecting: .oneOf([changed.updatedAt]))
    }

    @Test("is a new one after each change, though the clock stands still")
    func newVersion() async throws {
        let clinic = try await TestClinic()
        let ann = try await clinic.patients.register(by: clinic.nurse) { PatientForm(.ann) }

        let once = try await clinic.patients.change(ann.id, by: clinic.nurse) { PatientForm($0) }
        let twice = try await clinic.patients.change(ann.id, by: clinic.nurse) { PatientForm($0) }

        #expect(ann.updatedAt < once.updatedAt && once.updatedAt < twice.updatedAt)
    }
}
