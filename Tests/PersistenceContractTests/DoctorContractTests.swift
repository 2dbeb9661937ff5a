import Application
import Domain
import Testing

@Suite("The doctor store")
struct DoctorContractTests {
    @Test("finds what was inserted, with every member", arguments: Backend.available)
    func insertFull(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let grey = try await clinic.hire(.drGreyInFull, at: .monday(9))

            #expect(try await clinic.reads.doctors.find(grey.id) == grey)
            #expect(grey.details == .drGreyInFull)
            #expect(grey.createdAt == .monday(9) && grey.updatedAt == .monday(9))
        }
    }

    @Test("tells nothing from zero", arguments: Backend.available)
    func nothingAndZero(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let house = try await clinic.hire(.drHouse)
            let grey = try await clinic.hire(
                .drGrey.with {
                    $0.consultationFee = Money(stored: 0)
                    $0.maximumAppointmentsPerDay = DailyCap(stored: 0)
                })

            let foundHouse = try await clinic.reads.doctors.find(house.id)
            let foundGrey = try await clinic.reads.doctors.find(grey.id)

            #expect(foundHouse?.details == .drHouse)
            #expect(foundHouse?.details.consultationFee == nil)
            #expect(foundHouse?.details.maximumAppointmentsPerDay == nil)
            #expect(foundHouse?.details.dateOfBirth == nil)
            #expect(foundGrey?.details.consultationFee == Money(stored: 0))
            #expect(foundGrey?.details.maximumAppointmentsPerDay == DailyCap(stored: 0))
        }
    }

    @Test("changes every member and the time of the change", arguments: Backend.available)
    func updateAll(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            var changed = try await clinic.hire(.drHouse)
            changed.details = .drGreyInFull
            changed.updatedAt = .monday(10)
            let final = changed

            try await clinic.storage.write { try await $0.doctors.update(final) }

            #expect(try await clinic.reads.doctors.find(changed.id) == changed)
        }
    }

    @Test("refuses a licence that another doctor has", arguments: Backend.available)
    func uniqueLicense(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let house = try await clinic.hire(.drHouse)
            let grey = try await clinic.hire(.drGrey)

            await #expect(throws: Failure.conflict(.licenseTaken)) {
                _ = try await clinic.hire(.drGrey.with { $0.licenseNumber = house.details.licenseNumber })
            }
            await #expect(throws: Failure.conflict(.licenseTaken)) {
                try await clinic.change(grey) { $0.licenseNumber = house.details.licenseNumber }
            }

            #expect(try await clinic.reads.doctors.list(DoctorQuery()) == [grey, house])
        }
    }

    @Test("refuses an e-mail address that another doctor has", arguments: Backend.available)
    func uniqueEmail(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let house = try await clinic.hire(.drHouse)
            let grey = try await clinic.hire(.drGrey)

            await #expect(throws: Failure.conflict(.doctorEmailTaken)) {
                _ = try await clinic.hire(.drHouse.with { $0.licenseNumber = LicenseNumber(stored: "H-9") })
            }
            await #expect(throws: Failure.conflict(.doctorEmailTaken)) {
                try await clinic.change(grey) { $0.email = house.details.email }
            }
        }
    }

    @Test("names the licence when both are taken", arguments: Backend.available)
    func bothTaken(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            _ = try await clinic.hire(.drHouse)

            await #expect(throws: Failure.conflict(.licenseTaken)) { _ = try await clinic.hire(.drHouse) }
        }
    }

    @Test("lets doctors have what differs in case or in the writing of an accent", arguments: Backend.available)
    func exactlyAsWritten(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let spellings = ["é-1", "É-1", "e\u{301}-1", "e-1"]

            for spelling in spellings {
                _ = try await clinic.hire(.drHouse.named("Dr", "X", license: spelling))
            }

            #expect(try await clinic.reads.doctors.list(DoctorQuery()).count == 4)
        }
    }

    @Test("lets a doctor keep its own licence in a change", arguments: Backend.available)
    func keepsItsOwn(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let house = try await clinic.hire(.drHouse)

            try await clinic.change(house) { $0.isAvailable = false }

            #expect(try await clinic.reads.doctors.find(house.id)?.details.isAvailable == false)
        }
    }

    @Test("frees licence and e-mail of a deleted doctor, and never its number", arguments: Backend.available)
    func takenAgain(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let house = try await clinic.hire(.drHouse)
            try await clinic.delete(house.id)

            let again = try await clinic.hire(.drHouse)
            try await clinic.delete(again.id)
            let third = try await clinic.hire(.drHouse)

            #expect(again.id > house.id && third.id > again.id)
            #expect(try await clinic.reads.doctors.find(house.id) == nil)
            #expect(try await clinic.reads.doctors.list(DoctorQuery()) == [third])
        }
    }

    @Test("keeps any number of doctors without licence and telephone", arguments: Backend.available)
    func withoutLicense(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let house = try await clinic.hire(.drHouse.unlicensed)
            var grey = try await clinic.hire(.drGrey)
            grey.details = grey.details.unlicensed
            let final = grey

            try await clinic.storage.write { try await $0.doctors.update(final) }

            #expect(try await clinic.reads.doctors.find(house.id) == house)
            #expect(try await clinic.reads.doctors.find(grey.id) == grey)
            #expect(try await clinic.reads.doctors.taken(license: nil, email: nil, except: nil).isEmpty)
        }
    }

    @Test("finds several at once", arguments: Backend.available)
    func findSeveral(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let house = try await clinic.hire(.drHouse)
            let grey = try await clinic.hire(.drGrey)
            let gone = try await clinic.hire(.drGrey.named("Ada", "Gone", license: "A-3"))
            _ = try await clinic.hire(.drGrey.named("Bea", "Fourth", license: "B-4"))
            try await clinic.delete(gone.id)

            let found = try await clinic.reads.doctors.find([house.id, grey.id, gone.id])

            #expect(found.sorted { $0.id < $1.id } == [house, grey])
            #expect(try await clinic.reads.doctors.find([]).isEmpty)
        }
    }

    @Test("says what is taken, in order", arguments: Backend.available)
    func taken(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let doctors = clinic.reads.doctors
            let house = try await clinic.hire(.drHouse)
            let gone = try await clinic.hire(.drGrey)
            try await clinic.delete(gone.id)
            let (license, email) = (house.details.licenseNumber, house.details.email)

            #expect(
                try await doctors.taken(license: license, email: email, except: nil) == [
                    .licenseTaken, .doctorEmailTaken,
                ])
            #expect(try await doctors.taken(license: license, email: nil, except: nil) == [.licenseTaken])
            #expect(try await doctors.taken(license: nil, email: email, except: gone.id) == [.doctorEmailTaken])
            #expect(try await doctors.taken(license: license, email: email, except: house.id).isEmpty)
            #expect(try await doctors.taken(license: nil, email: nil, except: nil).isEmpty)
            let upper = EmailAddress(stored: email.text.uppercased())
            #expect(try await doctors.taken(license: LicenseNumber(stored: "h-1"), email: upper, except: nil).isEmpty)
            let (old, oldEmail) = (gone.details.licenseNumber, gone.details.email)
            #expect(try await doctors.taken(license: old, email: oldEmail, except: nil).isEmpty)
        }
    }

    @Test("finds for a change what it finds, and no longer whom it deleted", arguments: Backend.available)
    func findForChange(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let house = try await clinic.hire(.drHouse)
            let grey = try await clinic.hire(.drGrey)
            try await clinic.delete(grey.id)

            let (first, second) = try await clinic.storage.write { stores in
                let first = try await stores.doctors.findForChange(house.id)
                return (first, try await stores.doctors.findForChange(grey.id))
            }

            #expect(first == house)
            #expect(second == nil)
        }
    }
}

extension DoctorDetails {
    fileprivate var unlicensed: DoctorDetails {
        with {
            $0.licenseNumber = nil
            $0.phoneNumber = nil
        }
    }
}

extension Clinic {
    fileprivate func change(_ doctor: Doctor, _ change: (inout DoctorDetails) -> Void) async throws {
        var changed = doctor
        change(&changed.details)
        let final = changed
        try await storage.write { try await $0.doctors.update(final) }
    }
}
