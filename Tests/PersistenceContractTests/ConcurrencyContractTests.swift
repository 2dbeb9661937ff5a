import Application
import Domain
import Testing

@Suite("Many at once")
struct ConcurrencyContractTests {
    @Test("of twenty bookings of one time exactly one wins", arguments: Backend.available)
    func oneWinner(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let house = try await clinic.hire(.drHouse)
            var patients: [Patient] = []
            for number in 0..<20 { patients.append(try await clinic.register(.ann.named("Ann", "\(number)"))) }

            let outcomes = await withTaskGroup(of: Failure?.self) { group in
                for patient in patients {
                    group.addTask { await clinic.tryToBook(patient, with: house, .monday(10)) }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }

            #expect(outcomes.count { $0 == nil } == 1)
            #expect(outcomes.count { $0 == .conflict(.diary([.doctorConflict])) } == 19)
            #expect(try await clinic.reads.appointments.list(AppointmentQuery(), in: .everything).count == 1)
        }
    }

    @Test("of twenty bookings of one patient with different doctors exactly one wins", arguments: Backend.available)
    func oneWinnerForAPatient(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let ann = try await clinic.register(.ann)
            var doctors: [Doctor] = []
            for number in 0..<20 {
                doctors.append(try await clinic.hire(.drHouse.named("Dr", "\(number)", license: "L-\(number)")))
            }

            let outcomes = await withTaskGroup(of: Failure?.self) { group in
                for doctor in doctors {
                    group.addTask { await clinic.tryToBook(ann, with: doctor, .monday(10)) }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }

            #expect(outcomes.count { $0 == nil } == 1)
            #expect(outcomes.count { $0 == .conflict(.diary([.patientConflict])) } == 19)
        }
    }

    @Test("bookings never exceed the doctor's cap for a day", arguments: Backend.available)
    func capHolds(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let house = try await clinic.hire(.drHouse.with { $0.maximumAppointmentsPerDay = DailyCap(stored: 3) })
            var patients: [Patient] = []
            for number in 0..<12 { patients.append(try await clinic.register(.ann.named("Ann", "\(number)"))) }

            let outcomes = await withTaskGroup(of: Failure?.self) { group in
                for (hour, patient) in patients.enumerated() {
                    group.addTask { await clinic.tryToBook(patient, with: house, .monday(Int64(hour) + 8)) }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }

            #expect(outcomes.count { $0 == nil } == 3)
            #expect(outcomes.count { $0 == .conflict(.diary([.dayFull])) } == 9)
        }
    }

    @Test("fifty changes of one record are all kept", arguments: Backend.available)
    func noLostUpdate(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let storage = clinic.storage
            let house = try await clinic.hire(.drHouse)

            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<50 {
                    group.addTask {
                        try await storage.write { stores in
                            guard var doctor = try await stores.doctors.findForChange(house.id) else {
                                throw Failure.notFound(.doctor)
                            }
                            let years = doctor.details.yearsOfExperience.number
                            doctor.details.yearsOfExperience = YearsOfExperience(stored: years + 1)
                            try await stores.doctors.update(doctor)
                        }
                    }
                }
                try await group.waitForAll()
            }

            let found = try await clinic.reads.doctors.find(house.id)
            #expect(found?.details.yearsOfExperience.number == 50)
        }
    }

    @Test("registrations of one licence have one winner", arguments: Backend.available)
    func oneLicense(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let storage = clinic.storage

            let outcomes = await withTaskGroup(of: Failure?.self) { group in
                for number in 0..<10 {
                    let details = DoctorDetails.drHouse.with {
                        $0.email = EmailAddress(stored: "\(number)@example.org")
                    }
                    group.addTask {
                        do throws(Failure) {
                            _ = try await storage.write { try await $0.doctors.insert(details, at: .dawn) }
                            return nil
                        } catch {
                            return error
                        }
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }

            #expect(outcomes.count { $0 == nil } == 1)
            #expect(outcomes.count { $0 == .conflict(.licenseTaken) } == 9)
        }
    }

    @Test("readers never see half of a change", arguments: Backend.available)
    func consistentReads(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let storage = clinic.storage
            let reads = clinic.reads
            let ann = try await clinic.register(.ann.named("0", "0"))

            let seen = try await withThrowingTaskGroup(of: [Patient].self) { group in
                group.addTask {
                    for number in 1...30 {
                        var changed = ann
                        changed.details = .ann.named("\(number)", "\(number)")
                        let final = changed
                        try await storage.write { try await $0.patients.update(final) }
                    }
                    return []
                }
                for _ in 0..<100 {
                    group.addTask { try await reads.patients.list(PatientQuery(), in: .everything) }
                }
                return try await group.reduce(into: []) { $0 += $1 }
            }

            #expect(seen.count == 100)
            #expect(seen.allSatisfy { $0.details.firstName.text == $0.details.lastName.text })
            let last = try await reads.patients.find(ann.id, in: .everything)
            #expect(last?.details.firstName.text == "30")
        }
    }
}

extension Clinic {
    /// Books as a use case does: holds both people, asks the diary, and inserts.
    fileprivate func tryToBook(_ patient: Patient, with doctor: Doctor, _ slot: Slot) async -> Failure? {
        let details = AppointmentDetails(doctor: doctor.id, patient: patient.id, slot: slot)
        let account = nurse.id
        do throws(Failure) {
            try await storage.write { stores in
                try await stores.locks.holdAhead(doctors: [doctor.id], patients: [patient.id])
                let diary = try await stores.appointments.diary(
                    of: doctor.id, and: patient.id, around: slot, except: nil)
                guard let diary else { throw Failure.notFound(.doctor) }
                try diary.accept(slot)
                _ = try await stores.appointments.insert(details, by: account, at: .dawn)
            }
            return nil
        } catch {
            return error
        }
    }
}
