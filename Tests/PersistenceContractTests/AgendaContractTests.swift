import Application
import Domain
import Testing

@Suite struct `An agenda` {
    @Test(arguments: Backend.listing)
    func `has what starts within its time, by start and then number`(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let scene = try await AgendaScene(clinic)

            let day = try await clinic.agenda(from: .monday(9), to: .monday(11))

            #expect(day == [scene.nine, scene.ten, scene.otherTen])
        }
    }

    @Test(arguments: Backend.listing)
    func `has what still runs at its beginning where that is asked for, and nothing that has ended by then`(
        _ backend: Backend
    ) async throws {
        try await backend.withClinic { clinic in
            let scene = try await AgendaScene(clinic)
            let (from, to): (Instant, Instant) = (.monday(10, 15), .monday(11))
            let running = try AgendaQuery(from: from, to: to, includingRunning: true)
            let ended = try AgendaQuery(from: .monday(10, 30), to: to, includingRunning: true)
            let house = try AgendaQuery(from: from, to: to, doctors: [scene.house.id], includingRunning: true)
            let nurse = Scope.related([.madeIt], Caller(clinic.nurse))

            let reads = clinic.reads.appointments
            #expect(try await clinic.agenda(from: from, to: to) == [])
            #expect(try await reads.agenda(running, limit: 9, in: .everything) == [scene.ten, scene.otherTen])
            #expect(try await reads.agenda(ended, limit: 9, in: .everything) == [])
            #expect(try await reads.agenda(house, limit: 9, in: .everything) == [scene.ten])
            #expect(try await reads.agenda(running, limit: 9, in: nurse) == [scene.otherTen])
            let version = try await reads.agendaVersion(running, in: .everything)
            #expect(version == AgendaVersion(counting: [scene.ten, scene.otherTen]))
        }
    }

    @Test(arguments: Backend.listing)
    func `of some doctors has theirs, and of none nothing`(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let scene = try await AgendaScene(clinic)
            let (house, grey) = (scene.house.id, scene.grey.id)

            #expect(try await clinic.agenda(of: [house]) == [scene.nine, scene.ten, scene.eleven])
            #expect(try await clinic.agenda(of: [grey]) == [scene.otherTen])
            #expect(try await clinic.agenda(of: [house, grey]) == scene.all)
            #expect(try await clinic.agenda(of: []) == [])
            #expect(try await clinic.agenda(of: [DoctorID(999)!]) == [])
        }
    }

    @Test(arguments: Backend.listing)
    func `is cut at its limit, the earliest first`(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let scene = try await AgendaScene(clinic)

            let cut = try await clinic.agenda(limit: 2)

            #expect(cut == [scene.nine, scene.ten])
        }
    }

    @Test(arguments: Backend.listing)
    func `shows and counts what its scope has, alone and for some doctors`(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let scene = try await AgendaScene(clinic)
            let (nine, ten, other, eleven) = (scene.nine, scene.ten, scene.otherTen, scene.eleven)
            let nurse = Caller(clinic.nurse)
            let cases: [(Scope, [Appointment])] = [
                (.everything, scene.all), (.nothing, []), (.related([], nurse), []),
                (.related([.madeIt], nurse), [nine, other]), (.related([.registeredItsPatient], nurse), [nine, ten]),
                (.related([.madeIt, .registeredItsPatient], nurse), [nine, ten, other]),
                (.related([.isItsDoctor], Caller(clinic.admin, doctor: scene.grey)), [other]),
                (.related([.isItsPatient], Caller(clinic.admin, patient: scene.bo)), [other, eleven]),
                (.related([.isItsDoctor, .isItsPatient], nurse), []),
            ]

            for (scope, expected) in cases {
                let ofHouse = expected.filter { $0.details.doctor == scene.house.id }
                #expect(try await clinic.agenda(in: scope) == expected, "\(scope)")
                #expect(try await clinic.agenda(of: [scene.house.id], in: scope) == ofHouse, "\(scope)")
                let version = try await clinic.version(in: scope)
                #expect(version == AgendaVersion(counting: expected), "\(scope)")
                let versionOfHouse = try await clinic.version(of: [scene.house.id], in: scope)
                #expect(versionOfHouse == AgendaVersion(counting: ofHouse), "\(scope)")
                #expect(try await clinic.starts(in: scope) == Starts.counts(expected), "\(scope)")
                #expect(try await clinic.starts(of: [scene.house.id], in: scope) == Starts.counts(ofHouse), "\(scope)")
            }
        }
    }

    @Test(arguments: Backend.available)
    func `has another version after every change, and the same one otherwise`(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let scene = try await AgendaScene(clinic)
            var versions = [try await clinic.version()]
            let again = try await clinic.version()

            var moved = scene.nine
            (moved.details.slot, moved.updatedAt) = (.monday(13), .monday(7))
            let kept = moved
            try await clinic.storage.write { try await $0.appointments.update(kept) }
            versions.append(try await clinic.version())
            _ = try await clinic.book(scene.bo, with: scene.grey, .monday(15))
            versions.append(try await clinic.version())
            try await clinic.delete(scene.ten.id)
            versions.append(try await clinic.version())
            try await clinic.delete(scene.otherTen.id)
            // In the place of the one that is gone, made at the same moment.
            _ = try await clinic.book(scene.bo, with: scene.grey, .monday(10), by: clinic.nurse, at: .monday(6, 3))
            versions.append(try await clinic.version())
            try await clinic.delete(scene.bo.id)
            versions.append(try await clinic.version())

            #expect(again == versions[0])
            #expect(Set(versions).count == 6)
        }
    }

    @Test(arguments: Backend.available)
    func `keeps its version whatever happens outside its time and doctors`(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let scene = try await AgendaScene(clinic)
            let query = try AgendaQuery(from: .monday(9), to: .monday(11), doctors: [scene.house.id])
            let before = try await clinic.reads.appointments.agendaVersion(query, in: .everything)

            try await clinic.delete(scene.otherTen.id)
            try await clinic.delete(scene.eleven.id)
            _ = try await clinic.book(scene.ann, with: scene.grey, .monday(9, 30))

            let after = try await clinic.reads.appointments.agendaVersion(query, in: .everything)
            #expect(before == after)
        }
    }

    @Test(arguments: Backend.available)
    func `may be of a time far beyond all appointments`(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            for from in [Int64.min, Int64.max - 60_000_000] {
                let far = try AgendaQuery(
                    from: Instant(microseconds: from), to: Instant(microseconds: from + 60_000_000),
                    includingRunning: true)

                #expect(try await clinic.reads.appointments.agenda(far, limit: 9, in: .everything) == [])
                let version = try await clinic.reads.appointments.agendaVersion(far, in: .everything)
                #expect(version == AgendaVersion(count: 0, latest: nil, mark: 0))
            }
        }
    }

    @Test(arguments: Backend.available)
    func `and a diary can be looked at without a transaction`(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let scene = try await AgendaScene(clinic)

            let diary = try await clinic.reads.appointments.diary(
                of: scene.house.id, and: scene.ann.id, around: .monday(10), except: nil)

            #expect(diary?.refusals(of: .monday(10)) == [.doctorConflict])
        }
    }
}

/// Ann with House at 9 and 10, Bo with Grey at 10 and with House at 11; Ann is the nurse's patient, Bo the other nurse's.
private struct AgendaScene {
    let (ann, bo): (Patient, Patient)
    let (house, grey): (Doctor, Doctor)
    let (nine, ten, otherTen, eleven): (Appointment, Appointment, Appointment, Appointment)

    init(_ clinic: Clinic) async throws {
        (ann, bo) = (try await clinic.register(.ann), try await clinic.register(.bo, by: clinic.otherNurse))
        (house, grey) = (try await clinic.hire(.drHouse), try await clinic.hire(.drGrey))
        eleven = try await clinic.book(bo, with: house, .monday(11), by: clinic.admin, at: .monday(6, 1))
        ten = try await clinic.book(ann, with: house, .monday(10), by: clinic.admin, at: .monday(6, 4))
        otherTen = try await clinic.book(bo, with: grey, .monday(10), by: clinic.nurse, at: .monday(6, 3))
        nine = try await clinic.book(ann, with: house, .monday(9), .cancelled, by: clinic.nurse, at: .monday(6, 2))
        let gone = try await clinic.book(ann, with: grey, .monday(9), by: clinic.nurse)
        try await clinic.delete(gone.id)
    }

    var all: [Appointment] { [nine, ten, otherTen, eleven] }
}

extension Clinic {
    fileprivate func agenda(
        from: Instant = .monday(0), to: Instant = .monday(24), of doctors: Set<DoctorID>? = nil, limit: Int = 100,
        in scope: Scope = .everything
    ) async throws -> [Appointment] {
        try await reads.appointments.agenda(
            try AgendaQuery(from: from, to: to, doctors: doctors), limit: limit, in: scope)
    }

    /// How many start when, in which status, on the Monday.
    fileprivate func starts(
        of doctors: Set<DoctorID>? = nil, in scope: Scope = .everything
    ) async throws -> [Starts: Int] {
        let query = try AgendaQuery(from: .monday(0), to: .monday(24), doctors: doctors)
        let starts = try await reads.appointments.agendaStarts(query, in: scope)
        return Dictionary(
            uniqueKeysWithValues: starts.map { (Starts(instant: $0.instant, status: $0.status), $0.count) })
    }

    /// Of the Monday.
    fileprivate func version(
        of doctors: Set<DoctorID>? = nil, in scope: Scope = .everything
    ) async throws -> AgendaVersion {
        try await reads.appointments.agendaVersion(
            try AgendaQuery(from: .monday(0), to: .monday(24), doctors: doctors), in: scope)
    }
}

/// How many of these start when, in which status.
private struct Starts: Hashable {
    let instant: Instant
    let status: AppointmentStatus

    static func counts(_ appointments: [Appointment]) -> [Starts: Int] {
        Dictionary(
            appointments.map { (Starts(instant: $0.details.slot.start.instant, status: $0.details.status), 1) },
            uniquingKeysWith: +)
    }
}

extension AgendaVersion {
    /// As the port says.
    fileprivate init(counting appointments: [Appointment]) {
        self.init(
            count: appointments.count, latest: appointments.map(\.updatedAt).max(),
            mark: appointments.reduce(0) {
                $0 + $1.updatedAt.microseconds % AgendaVersion.markModulus + $1.id.number
            })
    }
}
