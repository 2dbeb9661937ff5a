import Application
import Domain
import Testing

/// Bookings and changes that come at once, of accounts that see different patients.
@Suite("Works that come at the same time")
struct SharedBookingContractTests {
    @Test("are kept each as its own, whoever asks", arguments: Backend.available)
    func eachIsItsOwn(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let pairs = try await clinic.pairs(24)

            let booked = try await withThrowingTaskGroup(of: Appointment.self) { group in
                for (place, pair) in pairs.enumerated() {
                    group.addTask {
                        try await clinic.useCases.appointments.book(by: pair.caller) {
                            pair.form(reason: SharedBookingContractTests.reasons[place % 6])
                        }
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }

            #expect(Set(booked.map(\.id)).count == 24)
            for (place, pair) in pairs.enumerated() {
                let own = try #require(booked.first { $0.details.patient == pair.patient.id })
                #expect(own.details.reason?.text == SharedBookingContractTests.reasons[place % 6])
                #expect(own.createdBy == pair.caller.account)
                #expect(try await clinic.reads.appointments.find(own.id, in: .everything) == own)
            }
            let noted = try await clinic.storage.noted().filter { $0.action == AuditAction.appointmentCreated.rawValue }
            #expect(noted.count == 24)
            #expect(try await clinic.storage.auditReport().findings.isEmpty)
        }
    }

    @Test("fail each for itself", arguments: Backend.available)
    func eachFailsForItself(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let pairs = try await clinic.pairs(12)
            try await clinic.delete(pairs[3].patient.id)
            _ = try await clinic.book(pairs[6].patient, with: pairs[6].doctor, .monday(9))

            let failures = await withTaskGroup(of: (Int, Failure?).self) { group in
                for (place, pair) in pairs.enumerated() {
                    group.addTask { (place, await clinic.tryToBook(pair, inspecting: place != 9)) }
                }
                return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
            }

            #expect(failures[3] == .invalid([FieldError(.patient, .noSuchRecord("\(pairs[3].patient.id.number)"))]))
            #expect(failures[6] == .conflict(.diary([.doctorConflict])))
            #expect(failures[9] == .notAllowed)
            #expect(failures.values.compactMap(\.self).count == 3)
            #expect(try await clinic.reads.appointments.count(AppointmentQuery(), in: .everything) == 10)
        }
    }

    @Test("change patients and book for others, and all is kept", arguments: Backend.available)
    func changesAndBookings(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let pairs = try await clinic.pairs(16)

            let failures = await withTaskGroup(of: Failure?.self) { group in
                for (place, pair) in pairs.enumerated() {
                    group.addTask {
                        place % 2 == 0 ? await clinic.tryToBook(pair) : await clinic.tryToRename(pair, "New \(place)")
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }

            #expect(failures.allSatisfy { $0 == nil })
            #expect(try await clinic.reads.appointments.count(AppointmentQuery(), in: .everything) == 8)
            for (place, pair) in pairs.enumerated() where place % 2 == 1 {
                let patient = try await clinic.reads.patients.find(pair.patient.id, in: .everything)
                #expect(patient?.details.firstName.text == "New \(place)")
            }
        }
    }

    private static let reasons = [
        "plain", #"with "quotes", \ and {braces}"#, "NULL", "line\nbreak", "Zoë 👩‍⚕️", "{\"1\",NULL}",
    ]
}

/// A doctor and a patient of an account's own.
private struct Pair: Sendable {
    let caller: Caller
    let doctor: Doctor
    let patient: Patient

    func form(reason: String? = nil) -> AppointmentForm {
        AppointmentForm(
            doctor: doctor.id, patient: patient.id, start: Slot.monday(9).start, length: Slot.monday(9).length,
            reason: reason.map { FreeText(stored: $0) }, notes: nil, status: .scheduled, check: FieldCheck())
    }
}

extension Clinic {
    fileprivate func pairs(_ count: Int) async throws -> [Pair] {
        var pairs: [Pair] = []
        for number in 0..<count {
            let account = [nurse, otherNurse, admin][number % 3]
            let doctor = try await hire(.drHouse.named("Doctor", "\(number)", license: "L\(number)"))
            let patient = try await register(.ann.named("Ann", "\(number)"), by: account)
            pairs.append(Pair(caller: Caller(account), doctor: doctor, patient: patient))
        }
        return pairs
    }

    /// - Parameter inspecting: false for a work that fails after it has left its appointment.
    fileprivate func tryToBook(_ pair: Pair, inspecting: Bool = true) async -> Failure? {
        do throws(Failure) {
            guard inspecting else {
                try await storage.transaction(holding: [pair.doctor.id], and: [pair.patient.id]) {
                    stores throws(Failure) in
                    let details = AppointmentDetails(
                        doctor: pair.doctor.id, patient: pair.patient.id, slot: .monday(9), status: .scheduled)
                    let facts = try await stores.appointments.facts(
                        for: BookingQuestion(doctor: pair.doctor.id, patient: pair.patient.id, planned: details),
                        patientIn: .everything)
                    _ = try await stores.appointments.insert(
                        details, as: facts.number, by: pair.caller.account, at: .monday(8))
                    throw .notAllowed
                }
                return nil
            }
            _ = try await useCases.appointments.book(by: pair.caller) { pair.form() }
            return nil
        } catch {
            return error
        }
    }

    fileprivate func tryToRename(_ pair: Pair, _ name: String) async -> Failure? {
        do throws(Failure) {
            _ = try await useCases.patients.change(pair.patient.id, by: pair.caller) { details throws(Failure) in
                var changed = details
                changed.firstName = PersonName(stored: name)
                return PatientForm(claimedEmail: nil, details: changed, check: FieldCheck())
            }
            return nil
        } catch {
            return error
        }
    }
}
