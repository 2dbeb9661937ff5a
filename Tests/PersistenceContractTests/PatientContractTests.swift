import Application
import Domain
import Testing

@Suite("The patient store")
struct PatientContractTests {
    @Test("finds what was inserted, with every member", arguments: Backend.available)
    func insertFull(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let bo = try await clinic.register(.boInFull, by: clinic.otherNurse, at: .monday(9))

            let found = try await clinic.reads.patients.find(bo.id, in: .everything)

            #expect(found == bo)
            #expect(bo.details == .boInFull)
            #expect(bo.createdBy == clinic.otherNurse.id)
            #expect(bo.createdAt == .monday(9) && bo.updatedAt == .monday(9))
        }
    }

    @Test("keeps blank members blank", arguments: Backend.available)
    func insertBlank(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let ann = try await clinic.register(.ann)

            let found = try await clinic.reads.patients.find(ann.id, in: .everything)

            #expect(found?.details == .ann)
            #expect(found?.details.bloodGroup == nil)
            #expect(found?.details.email == nil)
            #expect(found?.details.clinicalText == PatientDetails.ClinicalText())
        }
    }

    @Test("changes every member and the time of the change, and nothing else", arguments: Backend.available)
    func updateAll(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let ann = try await clinic.register(.ann)
            let bystander = try await clinic.register(.ann)
            var changed = ann
            changed.details = .boInFull
            changed.updatedAt = .monday(10)
            let final = changed

            try await clinic.storage.write { try await $0.patients.update(final) }

            #expect(try await clinic.reads.patients.find(ann.id, in: .everything) == changed)
            #expect(try await clinic.reads.patients.find(bystander.id, in: .everything) == bystander)
        }
    }

    @Test("empties members that are blank in a change", arguments: Backend.available)
    func updateToBlank(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            var changed = try await clinic.register(.boInFull)
            changed.details = .ann
            let final = changed

            try await clinic.storage.write { try await $0.patients.update(final) }

            #expect(try await clinic.reads.patients.find(changed.id, in: .everything)?.details == .ann)
        }
    }

    @Test("keeps a patient without a telephone, and takes it away again", arguments: Backend.available)
    func withoutTelephone(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let ann = try await clinic.register(.ann.with { $0.phoneNumber = nil })
            var bo = try await clinic.register(.bo)
            bo.details.phoneNumber = nil
            let final = bo

            try await clinic.storage.write { try await $0.patients.update(final) }

            #expect(try await clinic.reads.patients.find(ann.id, in: .everything) == ann)
            #expect(try await clinic.reads.patients.find(bo.id, in: .everything) == bo)
        }
    }

    @Test("finds several at once, those within the scope", arguments: Backend.available)
    func findSeveral(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let ann = try await clinic.register(.ann)
            let bo = try await clinic.register(.bo, by: clinic.otherNurse)
            let gone = try await clinic.register(.ann)
            _ = try await clinic.register(.ann)
            try await clinic.delete(gone.id)
            let ids: Set = [ann.id, bo.id, gone.id, try #require(PatientID(.max))]
            let patients = clinic.reads.patients

            let all = try await patients.find(ids, in: .everything)
            let nurses = try await patients.find(ids, in: .related([.madeIt], Caller(clinic.nurse)))

            #expect(all.sorted { $0.id < $1.id } == [ann, bo])
            #expect(nurses == [ann])
            #expect(try await patients.find(ids, in: .nothing).isEmpty)
            #expect(try await patients.find([], in: .everything).isEmpty)
        }
    }

    @Test("finds nobody under a number that nobody has", arguments: Backend.available)
    func findNobody(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let ann = try await clinic.register(.ann)
            let nobody = try #require(PatientID(ann.id.number + 1))
            let last = try #require(PatientID(.max))

            #expect(try await clinic.reads.patients.find(nobody, in: .everything) == nil)
            #expect(try await clinic.reads.patients.find(last, in: .everything) == nil)
        }
    }

    @Test("finds for a change what it finds", arguments: Backend.available)
    func findForChange(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let bo = try await clinic.register(.boInFull)

            let found = try await clinic.storage.write { try await $0.patients.findForChange(bo.id, in: .everything) }

            #expect(found == bo)
        }
    }

    @Test("no longer finds whom it deleted", arguments: Backend.available)
    func delete(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let ann = try await clinic.register(.ann)
            let bo = try await clinic.register(.bo)

            try await clinic.delete(ann.id)

            #expect(try await clinic.reads.patients.find(ann.id, in: .everything) == nil)
            #expect(try await clinic.reads.patients.list(PatientQuery(), in: .everything) == [bo])
            let forChange = try await clinic.storage.write {
                try await $0.patients.findForChange(ann.id, in: .everything)
            }
            #expect(forChange == nil)
        }
    }

    @Test("deletes nothing, and does not complain, where there is nothing", arguments: Backend.available)
    func deleteTwice(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let ann = try await clinic.register(.ann)
            let bo = try await clinic.register(.bo)

            try await clinic.delete(ann.id)
            try await clinic.delete(ann.id)

            #expect(try await clinic.reads.patients.list(PatientQuery(), in: .everything) == [bo])
        }
    }

    @Test("does not bring back whom it deleted by a change", arguments: Backend.available)
    func updateDeleted(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let ann = try await clinic.register(.ann)
            try await clinic.delete(ann.id)

            _ = try? await clinic.storage.write { try await $0.patients.update(ann) }

            #expect(try await clinic.reads.patients.find(ann.id, in: .everything) == nil)
        }
    }

    @Test("never gives a number again", arguments: Backend.available)
    func newNumbers(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let ann = try await clinic.register(.ann)
            let bo = try await clinic.register(.bo)
            try await clinic.delete(bo.id)
            try await clinic.delete(ann.id)

            let next = try await clinic.register(.bo)

            #expect(next.id > bo.id)
            #expect(bo.id > ann.id)
        }
    }

    @Test("keeps instants to the microsecond, before 1970 too", arguments: Backend.available)
    func microseconds(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let instants = [1, 999_999, 1_757_151_906_922_295, 0, -1, -2_208_988_800_000_000].map(
                Instant.init(microseconds:))

            for instant in instants {
                let ann = try await clinic.register(.ann, at: instant)
                let found = try await clinic.reads.patients.find(ann.id, in: .everything)
                #expect(found?.createdAt == instant)
                #expect(found?.updatedAt == instant)
            }
        }
    }

    @Test("keeps the first and the last day that a birthday can be", arguments: Backend.available)
    func birthdays(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let dates = ["1900-01-01", "2000-02-29", "1969-12-31", "2025-09-01"].compactMap { CalendarDate($0) }

            for date in dates {
                let ann = try await clinic.register(.ann.with { $0.dateOfBirth = BirthDate(stored: date) })
                let found = try await clinic.reads.patients.find(ann.id, in: .everything)
                #expect(found?.details.dateOfBirth.date == date)
            }
            #expect(dates.count == 4)
        }
    }

    @Test("keeps every gender and blood group", arguments: Backend.available)
    func codes(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            for (index, group) in BloodGroup.allCases.enumerated() {
                let gender = Gender.allCases[index % Gender.allCases.count]
                let ann = try await clinic.register(
                    .ann.with {
                        $0.bloodGroup = group
                        $0.gender = gender
                    })
                let found = try await clinic.reads.patients.find(ann.id, in: .everything)
                #expect(found?.details.bloodGroup == group)
                #expect(found?.details.gender == gender)
            }
        }
    }
}
