import Application
import Domain
import Testing

@Suite("The parts of a long list")
struct ListPartsContractTests {
    @Test(
        "are the list, in its order, few bytes at a time, and noted as shown before they are",
        arguments: Backend.available)
    func together(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            for _ in 0..<8 { _ = try await clinic.register(.longWinded) }
            let whole = try await clinic.reads.patients.list(PatientQuery(), in: .everything)

            let parts = try await clinic.parts()
            let noted = try await clinic.storage.noted()
            var rows: [[Patient]] = []
            for index in 0..<parts.count { rows.append(try await parts.rows(index)) }

            #expect(noted.map(\.action) == ["patient.listed"])
            #expect(noted.first?.patients == whole.map(\.id.number).sorted())
            #expect(rows.map(\.count) == [3, 3, 2])
            #expect(rows.flatMap(\.self) == whole)
            #expect(try await clinic.storage.noted().count == 1)
        }
    }

    @Test("leave out who was deleted before they were read", arguments: Backend.available)
    func deleted(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            var patients: [Patient] = []
            for _ in 0..<8 { patients.insert(try await clinic.register(.longWinded), at: 0) }

            let parts = try await clinic.parts()
            for patient in patients.suffix(3) { try await clinic.delete(patient.id) }
            let rows = [try await parts.rows(1), try await parts.rows(2)]

            #expect(rows == [Array(patients[3..<5]), []])
        }
    }

    @Test("leave out what is about another patient by then, who was not noted", arguments: Backend.available)
    func moved(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let (ann, bo) = (try await clinic.register(.ann), try await clinic.register(.bo))
            let house = try await clinic.hire(.drHouse)
            var appointments: [Appointment] = []
            for hour: Int64 in 6..<20 {
                let booked = try await clinic.book(ann, with: house, .monday(hour))
                appointments.append(
                    try await clinic.change(booked) {
                        $0.notes = FreeText(stored: String(repeating: "é", count: 10_000))
                    })
            }

            let reading = try await clinic.useCases.appointments.list.inParts(
                AppointmentQuery(), for: Caller(clinic.nurse))
            guard case .parts(let parts) = reading else { throw Failure.busy }
            try await clinic.change(appointments[13]) { $0.patient = bo.id }
            let rows = try await parts.rows(1)

            #expect(try await clinic.storage.noted().first?.patients == [ann.id.number])
            #expect(rows == [appointments[12]])
        }
    }

    @Test("are one, read at once, where that takes little", arguments: Backend.available)
    func small(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            for _ in 0..<60 { _ = try await clinic.register(.ann) }
            let whole = try await clinic.reads.patients.list(PatientQuery(), in: .everything)

            let reading = try await clinic.useCases.patients.list.inParts(PatientQuery(), for: Caller(clinic.nurse))

            guard case .whole(let page) = reading else { throw Failure.busy }
            #expect(page.rows == whole)
            #expect(page.next == nil && page.previous == nil)
        }
    }

    @Test("lead on from where the list leads on", arguments: Backend.available)
    func neighbours(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            for _ in 0..<55 { _ = try await clinic.register(.longWinded) }
            var query = PatientQuery()
            query.page.size = 52
            query.page.isCounted = true
            let page = try await clinic.useCases.patients.list(query, for: Caller(clinic.nurse))

            let parts = try await clinic.parts(query)
            query.page.position = parts.page.next
            let last = try await clinic.useCases.patients.list(query, for: Caller(clinic.nurse))

            #expect(parts.page.next == page.next && parts.page.previous == page.previous)
            #expect(parts.page.count == 55)
            #expect(last.rows.count == 3 && last.next == nil)
        }
    }
}

extension Clinic {
    /// The nurse's patients, of whom there are so many that they come in parts.
    fileprivate func parts(
        _ query: PatientQuery = PatientQuery()
    ) async throws -> ListParts<Patient, PatientSortKey> {
        let reading = try await useCases.patients.list.inParts(query, for: Caller(nurse))
        guard case .parts(let parts) = reading else { throw Failure.busy }
        return parts
    }
}
