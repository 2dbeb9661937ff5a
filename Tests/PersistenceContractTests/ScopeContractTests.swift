import Application
import Domain
import Testing

@Suite("A scope")
struct ScopeContractTests {
    @Test("limits which patients are found, listed and changed", arguments: Backend.listing)
    func patients(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let ann = try await clinic.register(.ann)
            let bo = try await clinic.register(.bo, by: clinic.otherNurse)
            let cy = try await clinic.register(.ann.named("Cy", "C"), by: clinic.otherNurse)
            let (house, grey) = (try await clinic.hire(.drHouse), try await clinic.hire(.drGrey))
            _ = try await clinic.assign(ann, to: grey)
            _ = try await clinic.assign(bo, to: house)
            _ = try await clinic.assign(cy, to: house, .inactive)
            let nurse = Caller(clinic.nurse)
            let doctor = Caller(clinic.nurse, doctor: house)
            let patient = Caller(clinic.admin, patient: cy)
            let cases: [(Scope, [Patient])] = [
                (.everything, [ann, bo, cy]), (.nothing, []), (.related([], nurse), []),
                (.related([.madeIt], nurse), [ann]), (.related([.madeIt], Caller(clinic.admin)), []),
                (.related([.isItsDoctor], doctor), [bo]), (.related([.isItsDoctor], nurse), []),
                (.related([.isItsPatient], patient), [cy]), (.related([.isItsPatient], nurse), []),
                (.related([.registeredItsPatient], nurse), []),
                (.related([.madeIt, .isItsDoctor], doctor), [ann, bo]),
                (.related(Set(Relation.allCases), Caller(clinic.nurse, doctor: house, patient: cy)), [ann, bo, cy]),
            ]

            for (scope, expected) in cases {
                let seen = try await clinic.patients(seen: scope, of: [ann, bo, cy])
                #expect(seen == Array(repeating: expected, count: 3), "\(scope)")
            }
        }
    }

    @Test("limits which mappings are found, listed and changed", arguments: Backend.listing)
    func assignments(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let ann = try await clinic.register(.ann)
            let bo = try await clinic.register(.bo, by: clinic.otherNurse)
            let (house, grey) = (try await clinic.hire(.drHouse), try await clinic.hire(.drGrey))
            let first = try await clinic.assign(ann, to: house, by: clinic.otherNurse)
            let second = try await clinic.assign(ann, to: grey, .inactive, by: clinic.admin)
            let third = try await clinic.assign(bo, to: house, .completed, by: clinic.nurse)
            let all = [first, second, third]
            let nurse = Caller(clinic.nurse)
            let cases: [(Scope, [Assignment])] = [
                (.everything, all), (.nothing, []), (.related([], nurse), []),
                (.related([.registeredItsPatient], nurse), [first, second]), (.related([.madeIt], nurse), [third]),
                (.related([.isItsDoctor], Caller(clinic.admin, doctor: house)), [first, third]),
                (.related([.isItsPatient], Caller(clinic.admin, patient: ann)), [first, second]),
                (.related([.isItsDoctor, .isItsPatient], nurse), []),
                (.related([.madeIt, .registeredItsPatient], nurse), all),
                (
                    .related([.isItsDoctor, .isItsPatient], Caller(clinic.admin, doctor: grey, patient: bo)),
                    [second, third]
                ),
            ]

            for (scope, expected) in cases {
                let seen = try await clinic.assignments(seen: scope, of: all)
                #expect(seen == Array(repeating: expected, count: 3), "\(scope)")
                let ofAnn = try await clinic.reads.assignments.listWithDoctors(.of(ann), in: scope)
                #expect(
                    ofAnn.map(\.assignment.id).sorted() == expected.filter { $0.details.patient == ann.id }.map(\.id))
            }
        }
    }

    @Test("limits which appointments are found, listed and changed", arguments: Backend.listing)
    func appointments(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let ann = try await clinic.register(.ann)
            let bo = try await clinic.register(.bo, by: clinic.otherNurse)
            let (house, grey) = (try await clinic.hire(.drHouse), try await clinic.hire(.drGrey))
            let first = try await clinic.book(ann, with: house, .monday(9), by: clinic.otherNurse)
            let second = try await clinic.book(ann, with: grey, .monday(10), by: clinic.admin)
            let third = try await clinic.book(bo, with: house, .monday(11), .cancelled, by: clinic.nurse)
            let all = [first, second, third]
            let nurse = Caller(clinic.nurse)
            let cases: [(Scope, [Appointment])] = [
                (.everything, all), (.nothing, []), (.related([], nurse), []),
                (.related([.registeredItsPatient], nurse), [first, second]), (.related([.madeIt], nurse), [third]),
                (.related([.isItsDoctor], Caller(clinic.admin, doctor: house)), [first, third]),
                (.related([.isItsPatient], Caller(clinic.admin, patient: ann)), [first, second]),
                (.related([.isItsDoctor, .isItsPatient], nurse), []),
                (.related([.registeredItsPatient, .madeIt], nurse), all),
                (.related([.registeredItsPatient, .madeIt], Caller(clinic.admin)), [second]),
                (
                    .related([.isItsDoctor, .isItsPatient], Caller(clinic.admin, doctor: grey, patient: bo)),
                    [second, third]
                ),
            ]

            for (scope, expected) in cases {
                let seen = try await clinic.appointments(seen: scope, of: all)
                #expect(seen == Array(repeating: expected, count: 3), "\(scope)")
            }
        }
    }

    @Test("follows a mapping and an appointment that are moved to another patient", arguments: Backend.listing)
    func moved(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let ann = try await clinic.register(.ann)
            let bo = try await clinic.register(.bo, by: clinic.otherNurse)
            let house = try await clinic.hire(.drHouse)
            var assignment = try await clinic.assign(ann, to: house, by: clinic.admin)
            let booked = try await clinic.book(ann, with: house, .monday(9), by: clinic.admin)

            assignment.details.patient = bo.id
            let moved = assignment
            try await clinic.storage.write { try await $0.assignments.update(moved) }
            let appointment = try await clinic.change(booked) { $0.patient = bo.id }

            let before = Scope.related([.registeredItsPatient], Caller(clinic.nurse))
            let after = Scope.related([.registeredItsPatient], Caller(clinic.otherNurse))
            #expect(try await clinic.assignments(seen: before, of: [moved]) == [[], [], []])
            #expect(try await clinic.appointments(seen: before, of: [appointment]) == [[], [], []])
            #expect(try await clinic.assignments(seen: after, of: [moved]) == [[moved], [moved], [moved]])
            #expect(
                try await clinic.appointments(seen: after, of: [appointment])
                    == [[appointment], [appointment], [appointment]])
        }
    }

    @Test("counts a record once that is related in two ways", arguments: Backend.listing)
    func counted(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let ann = try await clinic.register(.ann)
            let bo = try await clinic.register(.bo, by: clinic.otherNurse)
            let house = try await clinic.hire(.drHouse)
            _ = try await clinic.book(ann, with: house, .monday(9), by: clinic.nurse)
            _ = try await clinic.book(ann, with: house, .monday(10), .cancelled, by: clinic.admin)
            _ = try await clinic.book(bo, with: house, .monday(11), by: clinic.nurse)
            _ = try await clinic.book(bo, with: house, .monday(12), by: clinic.admin)
            let scope = Scope.related([.registeredItsPatient, .madeIt], Caller(clinic.nurse))

            let all = try await clinic.reads.appointments.count(AppointmentQuery(), in: scope)
            var query = AppointmentQuery()
            query.status = .scheduled
            let scheduled = try await clinic.reads.appointments.count(query, in: scope)

            #expect(all == 3)
            #expect(scheduled == 2)
        }
    }

    @Test("and the conditions of a list hold together", arguments: Backend.listing)
    func withFilters(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let ann = try await clinic.register(.ann)
            let bo = try await clinic.register(.bo)
            _ = try await clinic.register(.ann, by: clinic.otherNurse)
            var query = PatientQuery()
            query.gender = .female

            let list = try await clinic.reads.patients.list(
                query, in: .related([.madeIt, .isItsPatient], Caller(clinic.nurse, patient: bo)))

            #expect(list == [ann])
        }
    }

    @Test("shows nothing of a deleted patient's, not even to the one who booked", arguments: Backend.listing)
    func deleted(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let ann = try await clinic.register(.ann)
            let house = try await clinic.hire(.drHouse)
            let kept = try await clinic.book(ann, with: house, .monday(9))
            try await clinic.delete(ann.id)

            let caller = Caller(clinic.nurse, doctor: house, patient: ann)
            let seen = try await clinic.appointments(seen: .related(Set(Relation.allCases), caller), of: [kept])

            #expect(seen == [[], [], []])
            #expect(
                try await clinic.patients(seen: .related(Set(Relation.allCases), caller), of: [ann]) == [[], [], []])
        }
    }
}

extension Clinic {
    /// Those found one by one, those found for a change, and those listed, each by number.
    fileprivate func patients(seen scope: Scope, of all: [Patient]) async throws -> [[Patient]] {
        var (found, foundForChange): ([Patient], [Patient]) = ([], [])
        for patient in all {
            found += [try await reads.patients.find(patient.id, in: scope)].compactMap(\.self)
            let forChange = try await storage.write { try await $0.patients.findForChange(patient.id, in: scope) }
            foundForChange += [forChange].compactMap(\.self)
        }
        var query = PatientQuery()
        query.ordering = [Ordering(.id)]
        return [found, foundForChange, try await reads.patients.list(query, in: scope)]
    }

    fileprivate func assignments(seen scope: Scope, of all: [Assignment]) async throws -> [[Assignment]] {
        var (found, foundForChange): ([Assignment], [Assignment]) = ([], [])
        for assignment in all {
            found += [try await reads.assignments.find(assignment.id, in: scope)].compactMap(\.self)
            let forChange = try await storage.write { try await $0.assignments.findForChange(assignment.id, in: scope) }
            foundForChange += [forChange].compactMap(\.self)
        }
        var query = AssignmentQuery()
        query.ordering = [Ordering(.id)]
        return [found, foundForChange, try await reads.assignments.list(query, in: scope)]
    }

    fileprivate func appointments(seen scope: Scope, of all: [Appointment]) async throws -> [[Appointment]] {
        var (found, foundForChange): ([Appointment], [Appointment]) = ([], [])
        for appointment in all {
            found += [try await reads.appointments.find(appointment.id, in: scope)].compactMap(\.self)
            let forChange = try await storage.write {
                try await $0.appointments.findForChange(appointment.id, in: scope)
            }
            foundForChange += [forChange].compactMap(\.self)
        }
        var query = AppointmentQuery()
        query.ordering = [Ordering(.id)]
        return [found, foundForChange, try await reads.appointments.list(query, in: scope)]
    }
}
