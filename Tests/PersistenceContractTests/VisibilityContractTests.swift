import Application
import Domain
import Testing

@Suite("Whom staff see")
struct VisibilityContractTests {
    @Test(
        "is theirs, or everybody where patients are shared: in lists, searches, filters, counts",
        arguments: Backend.listing)
    func lists(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let scene = try await VisibilityScene(clinic)
            for (visibility, own) in [
                (Policy.PatientVisibility.creator, [scene.ann]), (.clinic, [scene.ann, scene.bo]),
            ] {
                let useCases = clinic.useCases(at: .dawn) { $0.patientVisibility = visibility }
                let seen = try await useCases.seen(by: Caller(clinic.nurse), of: scene)

                #expect(seen.patients == own.map(\.id))
                #expect(seen.found == own.map(\.id))
                #expect(seen.filtered == own.map(\.id))
                #expect(seen.counts == [own.count, own.count, own.count])
                #expect(seen.mappings == own.map(\.id) && seen.appointments == own.map(\.id))
            }
        }
    }

    @Test("decides whom they can map, book for and ask for, the nested list too", arguments: Backend.available)
    func writes(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let scene = try await VisibilityScene(clinic)
            let nurse = Caller(clinic.nurse)
            let alone = clinic.useCases
            let shared = clinic.useCases(at: .dawn) { $0.patientVisibility = .clinic }

            await #expect(throws: Failure.notFound(.patient)) {
                try await alone.patients.find(scene.bo.id, for: nurse)
            }
            await #expect(throws: Failure.notFound(.patient)) {
                try await alone.assignments.listOfPatient(scene.bo.id, for: nurse)
            }
            await #expect(throws: Failure.invalid([FieldError(.patient, .filterNoSuchRecord)])) {
                var query = AppointmentQuery()
                query.patient = scene.bo.id
                return try await alone.appointments.list(query, for: nurse)
            }
            let mapping = try await shared.assignments.assign(by: nurse) { scene.mapping }
            let nested = try await shared.assignments.listOfPatient(scene.bo.id, for: nurse)
            await #expect(throws: Failure.notFound(.assignment)) {
                try await alone.assignments.find(mapping.id, for: nurse)
            }

            #expect(nested.rows.map(\.assignment.id).contains(mapping.id))
        }
    }

    @Test("does not change what a repeated request made for them", arguments: Backend.available)
    func retries(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let scene = try await VisibilityScene(clinic)
            let retry = Retry<Assignment>(key: try #require(IdempotencyKey("k")), fingerprint: "f") {
                "\($0.id.number)"
            }
            let shared = clinic.useCases(at: .dawn) { $0.patientVisibility = .clinic }
            let nurse = Caller(clinic.nurse)

            await #expect(throws: Failure.self) {
                try await clinic.useCases.assignments.assign.once(retry, by: nurse) { scene.mapping }
            }
            let first = try await shared.assignments.assign.once(retry, by: nurse) { scene.mapping }
            let second = try await shared.assignments.assign.once(retry, by: nurse) { scene.mapping }

            #expect(first == second)
        }
    }
}

/// Ann is the nurse's patient and Bo the other nurse's; both are treated by Dr House.
private struct VisibilityScene {
    let ann: Patient
    let bo: Patient
    let house: Doctor
    let grey: Doctor

    init(_ clinic: Clinic) async throws {
        ann = try await clinic.register(.ann)
        bo = try await clinic.register(.bo, by: clinic.otherNurse)
        (house, grey) = (try await clinic.hire(.drHouse), try await clinic.hire(.drGrey))
        for (patient, hour) in [(ann, Int64(9)), (bo, 10)] {
            _ = try await clinic.assign(patient, to: house, by: clinic.otherNurse)
            _ = try await clinic.book(patient, with: house, .monday(hour), by: clinic.admin)
        }
    }

    /// Bo is to be treated by Dr Grey too.
    var mapping: AssignmentForm {
        AssignmentForm(
            patient: bo.id, doctor: grey.id, status: nil, isActive: nil, notes: nil, reason: nil, check: FieldCheck())
    }
}

/// The patients whom somebody sees in each list.
private struct Seen {
    let patients: [PatientID]
    let found: [PatientID]
    let filtered: [PatientID]
    let counts: [Int?]
    let mappings: [PatientID]
    let appointments: [PatientID]
}

extension UseCases {
    fileprivate func seen(by caller: Caller, of scene: VisibilityScene) async throws(Failure) -> Seen {
        var all = PatientQuery()
        (all.ordering, all.page.isCounted) = ([Ordering(.id)], true)
        var search = all
        search.search = ["a", "+1"]
        var filter = all
        filter.doctor = scene.house.id
        var mappings = AssignmentQuery()
        (mappings.ordering, mappings.doctor, mappings.page.isCounted) = ([Ordering(.id)], scene.house.id, true)
        var appointments = AppointmentQuery()
        (appointments.ordering, appointments.page.isCounted) = ([Ordering(.id)], true)
        let patientPage = try await patients.list(all, for: caller)
        let mappingPage = try await assignments.list(mappings, for: caller)
        let appointmentPage = try await self.appointments.list(appointments, for: caller)
        return Seen(
            patients: patientPage.rows.map(\.id), found: try await patients.list(search, for: caller).rows.map(\.id),
            filtered: try await patients.list(filter, for: caller).rows.map(\.id),
            counts: [patientPage.count, mappingPage.count, appointmentPage.count],
            mappings: mappingPage.rows.map(\.details.patient), appointments: appointmentPage.rows.map(\.details.patient)
        )
    }
}
