import Application
import Domain
import Testing

@Suite("The outline of a list")
struct OutlineContractTests {
    @Test("has the list's records in its order, with what they have in its keys", arguments: Backend.listing)
    func likeTheList(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            try await clinic.registerTwins()
            let reads = clinic.reads
            let scope = Scope.related([.madeIt], Caller(clinic.nurse))

            for ordering in PagingContractTests.orderings {
                var query = PatientQuery()
                query.ordering = ordering
                query.page.size = 7
                let first = try await reads.patients.list(query, in: scope)
                try expect(try await reads.patients.outline(query, in: scope), first, query)
                query.page.position = ListPosition(.before, try #require(first.last), in: query.order)
                let before = try await reads.patients.list(query, in: scope)
                let outline = try await reads.patients.outline(query, in: scope)
                try expect(outline, before, query)
                #expect(outline.map(\.patient) == before.map(\.id))
            }
        }
    }

    @Test("of doctors, mappings and appointments likewise", arguments: Backend.listing)
    func others(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            try await clinic.fillDiaries()
            let reads = clinic.reads
            let scope = Scope.related([.registeredItsPatient, .madeIt], Caller(clinic.nurse))

            for key in DoctorSortKey.allCases {
                var query = DoctorQuery()
                query.ordering = [Ordering(key)]
                try expect(try await reads.doctors.outline(query), try await reads.doctors.list(query), query)
            }
            for key in AssignmentSortKey.allCases {
                var query = AssignmentQuery()
                query.ordering = [Ordering(key)]
                let list = try await reads.assignments.list(query, in: scope)
                let outline = try await reads.assignments.outline(query, in: scope)
                try expect(outline, list, query)
                #expect(outline.map(\.patient) == list.map(\.details.patient))
            }
            for key in AppointmentSortKey.allCases {
                var query = AppointmentQuery()
                query.ordering = [Ordering(key)]
                let list = try await reads.appointments.list(query, in: scope)
                let outline = try await reads.appointments.outline(query, in: scope)
                try expect(outline, list, query)
                #expect(outline.map(\.patient) == list.map(\.details.patient))
            }
        }
    }

    @Test("counts the bytes of long texts", arguments: Backend.available)
    func bytes(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            _ = try await clinic.register(.ann)
            _ = try await clinic.register(.longWinded)
            var query = PatientQuery()
            query.ordering = [Ordering(.id)]

            let outline = try await clinic.reads.patients.outline(query, in: .everything)

            #expect(outline.map(\.bytes) == [0, 80_000])
        }
    }

    @Test("of accounts and of the audit trail likewise", arguments: Backend.listing)
    func accountsAndEvents(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let ann = try await clinic.register(.ann)
            var holder = NewAccount(named: "ann", role: .patient)
            holder.patient = ann.id
            let linked = holder
            _ = try await clinic.storage.write { try await $0.accounts.insert(linked, at: .dawn) }
            try await clinic.storage.note(.read(ann.id.number), .changed(ann.id.number), .read(ann.id.number + 1))
            let reads = clinic.reads

            for key in AccountSortKey.allCases {
                var query = AccountQuery()
                query.ordering = [Ordering(key, descending: true)]
                let list = try await reads.accounts.list(query)
                let outline = try await reads.accounts.outline(query)
                try expect(outline, list, query)
                #expect(outline.map(\.patient) == list.map(\.patient))
            }
            for patient in [nil, ann.id] {
                for key in AuditSortKey.allCases {
                    var query = AuditQuery()
                    query.patient = patient
                    query.ordering = [Ordering(key, descending: true)]
                    let list = try await reads.audit.list(query)
                    let outline = try await reads.audit.outline(query)
                    try expect(outline, list, query)
                    #expect(outline.allSatisfy { $0.patient == nil && $0.bytes < 64 })
                    let found = try await reads.audit.find(Set(list.map(\.id)))
                    #expect(found.sorted { $0.id.number < $1.id.number } == list.sorted { $0.id.number < $1.id.number })
                }
            }
        }
    }

    @Test("counts the bytes of those who are shown beside a record", arguments: Backend.available)
    func bytesOfPeople(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let (ann, bo) = (try await clinic.register(.ann), try await clinic.register(.longWinded))
            let house = try await clinic.hire(
                DoctorDetails.drHouse.with { $0.education = FreeText(stored: String(repeating: "é", count: 10_000)) })
            for patient in [ann, bo] { _ = try await clinic.assign(patient, to: house) }
            let reads = clinic.reads
            let mine = Scope.related([.madeIt], Caller(clinic.nurse))
            let ids = Set([ann.id, bo.id])

            let alone = try await reads.assignments.outline(AssignmentQuery(), in: .everything)
            let together = try await reads.assignments.outlineWithDoctors(AssignmentQuery(), in: .everything)

            #expect(alone.map(\.bytes) == [0, 0])
            #expect(
                together
                    == alone.map { ListEntry(number: $0.number, patient: $0.patient, bytes: 20_000, values: $0.values) }
            )
            #expect(try await reads.patients.longBytes(of: ids, in: mine) == [ann.id: 0, bo.id: 80_000])
            #expect(try await reads.patients.longBytes(of: ids, in: .nothing).isEmpty)
        }
    }

    @Test("names records that are found by their numbers within the scope alone", arguments: Backend.available)
    func byNumber(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            try await clinic.fillDiaries()
            let reads = clinic.reads
            let (mine, others) = (
                Scope.related([.registeredItsPatient, .madeIt], Caller(clinic.nurse)),
                Scope.related([.registeredItsPatient, .madeIt], Caller(clinic.otherNurse))
            )
            let assignments = try await reads.assignments.list(AssignmentQuery(), in: .everything)
            let appointments = try await reads.appointments.list(AppointmentQuery(), in: .everything)
            let (mapped, booked) = (Set(assignments.prefix(3).map(\.id)), Set(appointments.prefix(3).map(\.id)))

            #expect(Set(try await reads.assignments.find(mapped, in: mine).map(\.id)) == mapped)
            #expect(Set(try await reads.appointments.find(booked, in: mine).map(\.id)) == booked)
            #expect(try await reads.assignments.find(mapped, in: others).isEmpty)
            #expect(try await reads.appointments.find(booked, in: others).isEmpty)
            #expect(try await reads.assignments.find(mapped, in: .nothing).isEmpty)
            #expect(try await reads.appointments.find(booked, in: .nothing).isEmpty)
        }
    }

    private func expect<Query: ListQuery>(
        _ outline: [ListEntry], _ list: [Query.Key.Record], _ query: Query, location: SourceLocation = #_sourceLocation
    ) throws {
        let keys = query.order.keys.map(\.key)
        #expect(!list.isEmpty, sourceLocation: location)
        #expect(
            outline.map(\.values) == list.map { record in keys.map { $0.value(of: record) } }, "\(query.ordering)",
            sourceLocation: location)
        let numbers = outline.compactMap { entry in
            keys.firstIndex(of: Query.Key.id).map { entry.values[$0] == .number(entry.number) }
        }
        #expect(numbers == Array(repeating: true, count: list.count), sourceLocation: location)
    }
}

extension PatientDetails {
    /// Somebody whose four long texts are as long as they may be, in characters of two bytes.
    static let longWinded = ann.with {
        let text = FreeText(stored: String(repeating: "é", count: 10_000))
        $0.address = text
        $0.clinicalText = ClinicalText(medicalHistory: text, allergies: text, currentMedications: text)
    }
}
