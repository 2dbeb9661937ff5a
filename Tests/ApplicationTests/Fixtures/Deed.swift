import Application
import Domain
import Testing

/// Something that can be done in the scene, with what comes of it for each person.
struct Deed: Sendable, CustomTestStringConvertible {
    let name: String
    /// In the order of `Person.allCases`: nurse, other nurse, Dr House, Dr Grey, Ann, Bo, admin.
    let outcomes: [Outcome]
    let act: @Sendable (Scene, Caller) async throws -> Void

    var testDescription: String { name }

    init(
        _ name: String, _ outcomes: Outcome..., act: @escaping @Sendable (Scene, Caller) async throws -> Void
    ) {
        precondition(outcomes.count == Person.allCases.count)
        self.name = name
        self.outcomes = outcomes
        self.act = act
    }

    static let all = patients + doctors + mappings + appointments + accounts

    private static let patients = [
        Deed("reads Ann", .done, .notFound, .done, .notFound, .done, .notFound, .done) {
            _ = try await $0.clinic.patients.find($0.ann, for: $1)
        },
        Deed(
            "registers a patient", .done, .done, .notAllowed, .notAllowed, .notAllowed, .notAllowed, .done
        ) {
            _ = try await $0.clinic.patients.register(by: $1) { PatientForm(.bo) }
        },
        Deed(
            "asks what goes along with Ann", .done, .notFound, .notAllowed, .notFound, .notAllowed, .notFound, .done
        ) {
            _ = try await $0.clinic.patients.findDependents(of: $0.ann, for: $1)
        },
        Deed("renames Ann", .done, .notFound, .notAllowed, .notFound, .notAllowed, .notFound, .done) {
            _ = try await $0.clinic.patients.change($0.ann, by: $1) { present in
                PatientForm(present.with { $0.firstName = PersonName(stored: "Anna") })
            }
        },
        Deed("notes Ann's allergies", .done, .notFound, .done, .notFound, .notAllowed, .notFound, .done) {
            _ = try await $0.clinic.patients.change($0.ann, by: $1) { present in
                PatientForm(present.with { $0.clinicalText.allergies = FreeText(stored: "nuts") })
            }
        },
        Deed("deletes Ann", .done, .notFound, .notAllowed, .notFound, .notAllowed, .notFound, .done) {
            try await $0.clinic.patients.delete($0.ann, by: $1)
        },
    ]

    private static let doctors = [
        Deed("reads Dr House", .done, .done, .done, .done, .done, .done, .done) { scene, caller in
            _ = try await scene.clinic.doctors.find(scene.drHouse, for: caller)
        },
        Deed(
            "registers a doctor", .done, .done, .notAllowed, .notAllowed, .notAllowed, .notAllowed, .done
        ) {
            let drWho = DoctorDetails.drHouse.with { details in
                details.licenseNumber = LicenseNumber(stored: "W-3")
                details.email = EmailAddress(stored: "who@example.org")
            }
            _ = try await $0.clinic.doctors.register(DoctorForm(drWho), by: $1)
        },
        Deed("changes Dr House", .done, .done, .done, .notAllowed, .notAllowed, .notAllowed, .done) {
            _ = try await $0.clinic.doctors.change($0.drHouse, by: $1) { present in
                DoctorForm(present.with { $0.isAvailable = false })
            }
        },
        Deed(
            "asks what goes along with Dr House", .done, .done, .notAllowed, .notAllowed, .notAllowed, .notAllowed,
            .done
        ) {
            _ = try await $0.clinic.doctors.findDependents(of: $0.drHouse, for: $1)
        },
        Deed("deletes Dr House", .done, .done, .notAllowed, .notAllowed, .notAllowed, .notAllowed, .done) {
            try await $0.clinic.doctors.delete($0.drHouse, by: $1)
        },
    ]

    private static let mappings = [
        Deed("reads the mapping", .done, .notFound, .done, .notFound, .done, .notFound, .done) {
            _ = try await $0.clinic.assignments.find($0.mapping, for: $1)
        },
        Deed("reads Ann's mappings", .done, .notFound, .done, .notFound, .done, .notFound, .done) {
            _ = try await $0.clinic.assignments.listOfPatient($0.ann, for: $1)
        },
        Deed("maps Ann to Dr Grey", .done, .invalid, .notAllowed, .notAllowed, .notAllowed, .notAllowed, .done) {
            _ = try await $0.clinic.assignments.assign(AssignmentForm($0.ann, $0.drGrey), by: $1)
        },
        Deed("ends the mapping", .done, .notFound, .notAllowed, .notFound, .notAllowed, .notFound, .done) {
            _ = try await $0.clinic.assignments.change($0.mapping, by: $1) { AssignmentForm($0, isActive: false) }
        },
        Deed("deletes the mapping", .done, .notFound, .notAllowed, .notFound, .notAllowed, .notFound, .done) {
            try await $0.clinic.assignments.delete($0.mapping, by: $1)
        },
    ]

    private static let appointments = [
        Deed("reads the appointment", .done, .notFound, .done, .notFound, .done, .notFound, .done) {
            _ = try await $0.clinic.appointments.find($0.appointment, for: $1)
        },
        Deed("books Ann with Dr Grey", .done, .invalid, .notAllowed, .notAllowed, .done, .invalid, .done) {
            _ = try await $0.clinic.appointments.book(AppointmentForm($0.ann, $0.drGrey, .monday(15)), by: $1)
        },
        Deed("looks at the day", .done, .done, .done, .done, .done, .done, .done) {
            _ = try await $0.clinic.appointments.listAgenda($0.day(), for: $1)
            _ = try await $0.clinic.appointments.findAgendaVersion($0.day(), for: $1)
        },
        Deed("looks ahead to that", .done, .invalid, .notAllowed, .notAllowed, .done, .invalid, .done) {
            let proposal = BookingProposal(doctor: $0.drGrey, patient: $0.ann, slot: .monday(15))
            _ = try await $0.clinic.appointments.preview(proposal, for: $1)
        },
        Deed("looks ahead to a move", .done, .notFound, .notAllowed, .notFound, .notAllowed, .notFound, .done) {
            let proposal = BookingProposal(
                doctor: $0.drHouse, patient: $0.ann, slot: .monday(11), moved: $0.appointment)
            _ = try await $0.clinic.appointments.preview(proposal, for: $1)
        },
        Deed("moves the appointment", .done, .notFound, .notAllowed, .notFound, .notAllowed, .notFound, .done) {
            try await $0.changeAppointment(by: $1) { $0.slot = .monday(11) }
        },
        Deed("edits its notes", .done, .notFound, .notAllowed, .notFound, .notAllowed, .notFound, .done) {
            try await $0.changeAppointment(by: $1) { $0.notes = FreeText(stored: "fasting") }
        },
        Deed("checks Ann in", .done, .notFound, .done, .notFound, .notAllowed, .notFound, .done) {
            try await $0.changeAppointment(by: $1) { $0.status = .checkedIn }
        },
        Deed("cancels the appointment", .done, .notFound, .done, .notFound, .done, .notFound, .done) {
            try await $0.changeAppointment(by: $1) { $0.status = .cancelled }
        },
        Deed("cancels and moves at once", .done, .notFound, .notAllowed, .notFound, .notAllowed, .notFound, .done) {
            try await $0.changeAppointment(by: $1) {
                $0.status = .cancelled
                $0.slot = .monday(11)
            }
        },
        Deed("changes nothing", .done, .notFound, .done, .notFound, .done, .notFound, .done) {
            try await $0.changeAppointment(by: $1) { _ in }
        },
        Deed("deletes the appointment", .done, .notFound, .notAllowed, .notFound, .notAllowed, .notFound, .done) {
            try await $0.clinic.appointments.delete($0.appointment, by: $1)
        },
    ]
}

extension Deed {
    fileprivate static let accounts = [
        forAdministrators("reads the nurse's account") {
            _ = try await $0.clinic.useCases.administration.find($0.clinic.nurse.account, for: $1)
        },
        forAdministrators("lists the accounts") {
            _ = try await $0.clinic.useCases.administration.list(AccountQuery(), for: $1)
        },
        forAdministrators("makes an account") { scene, caller in
            _ = try await scene.clinic.useCases.administration.create(by: caller) { .cuddy(.doctor, scene.free) }
        },
        forAdministrators("disables the nurse") {
            _ = try await $0.clinic.useCases.administration.change($0.clinic.nurse.account, by: $1) {
                var form = AccountForm($0)
                form.isActive = false
                return form
            }
        },
        forAdministrators("asks for the light of the audit trail") {
            _ = try await $0.clinic.useCases.audit.checkChains(for: $1)
        },
        forAdministrators("counts appointments") {
            _ = try await $0.clinic.useCases.statistics.countAppointments(on: $0.days(), for: $1)
        },
        forAdministrators("measures loads") {
            _ = try await $0.clinic.useCases.statistics.measureLoads(on: $0.days(), for: $1)
        },
        forAdministrators("counts new patients") {
            _ = try await $0.clinic.useCases.statistics.countNewPatients(on: $0.days(), for: $1)
        },
        forAdministrators("counts sign-ins") {
            _ = try await $0.clinic.useCases.statistics.countSignIns(on: $0.days(), for: $1)
        },
        forAdministrators("counts sessions") {
            _ = try await $0.clinic.useCases.statistics.countSessions(for: $1)
        },
        forAdministrators("ends the nurse's sessions") {
            try await $0.clinic.useCases.administration.endSessions(of: $0.clinic.nurse.account, by: $1)
        },
    ]

    private static func forAdministrators(
        _ name: String, act: @escaping @Sendable (Scene, Caller) async throws -> Void
    ) -> Deed {
        Deed(
            name, .notAllowed, .notAllowed, .notAllowed, .notAllowed, .notAllowed, .notAllowed, .done, act: act)
    }
}

extension Scene {
    fileprivate func day() throws(Failure) -> AgendaQuery { try AgendaQuery(from: .monday(0), to: .monday(24)) }

    fileprivate func days() throws(Failure) -> LocalDays { try LocalDays([.monday(0), .monday(24)]) }

    /// Changes Ann's appointment.
    func changeAppointment(
        by caller: Caller, _ change: @escaping @Sendable (inout AppointmentDetails) -> Void
    ) async throws(Failure) {
        _ = try await clinic.appointments.change(appointment, by: caller) { AppointmentForm($0.with(change)) }
    }
}
