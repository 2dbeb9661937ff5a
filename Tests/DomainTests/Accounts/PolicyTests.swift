import Domain
import Testing

@Suite("Who may do what")
struct PolicyTests {
    /// made: the account made the record; registered: it registered the record's patient; doctor, patient: the
    /// caller's own doctor or patient record is meant. "clinic" is staff where all staff share patients.
    private static let table = """
        action                   admin  staff            clinic  doctor  patient
        readPatients             all    made             all     doctor  patient
        registerPatient          all    all              all     none    none
        changePatient            all    made             all     none    none
        writeClinicalText        all    made             all     doctor  none
        deletePatient            all    made             all     none    none
        readDoctors              all    all              all     all     all
        registerDoctor           all    all              all     none    none
        changeDoctor             all    all              all     doctor  none
        deleteDoctor             all    all              all     none    none
        readAssignments          all    registered       all     doctor  patient
        assignDoctor             all    registered       all     none    none
        changeAssignment         all    registered       all     none    none
        deleteAssignment         all    registered       all     none    none
        readAppointments         all    registered,made  all     doctor  patient
        bookAppointment          all    registered,made  all     none    patient
        changeAppointment        all    registered,made  all     none    none
        changeAppointmentStatus  all    registered,made  all     doctor  none
        cancelAppointment        all    registered,made  all     none    patient
        deleteAppointment        all    registered,made  all     none    none
        manageAccounts           all    none             none    none    none
        readAccessLog            all    made             all     none    patient
        readAuditTrail           all    none             none    none    none
        watchOperations          all    none             none    none    none
        """

    private static let words: [Substring: Relation] = [
        "made": .madeIt, "registered": .registeredItsPatient, "doctor": .isItsDoctor, "patient": .isItsPatient,
    ]

    private static let rows = table.split(separator: "\n").dropFirst().map { $0.split(separator: " ") }

    @Test("the table names each action once and has a cell for each role")
    func tableIsComplete() {
        let names = Self.rows.map { String($0[0]) }

        #expect(names == Action.allCases.map { "\($0)" })
        #expect(Self.rows.allSatisfy { $0.count == 6 })
    }

    @Test("each role may do to each record what the table says", arguments: Array(zip(Action.allCases, rows)))
    func cells(action: Action, row: [Substring]) {
        let alone = Policy()
        let shared = Policy(patientVisibility: .clinic)

        #expect(alone.patientVisibility == .creator)
        #expect(alone.access(of: .admin, to: action) == Self.access(row[1]))
        #expect(alone.access(of: .staff, to: action) == Self.access(row[2]))
        #expect(alone.access(of: .doctor, to: action) == Self.access(row[4]))
        #expect(alone.access(of: .patient, to: action) == Self.access(row[5]))
        #expect(shared.access(of: .admin, to: action) == Self.access(row[1]))
        #expect(shared.access(of: .staff, to: action) == Self.access(row[3]))
        #expect(shared.access(of: .doctor, to: action) == Self.access(row[4]))
        #expect(shared.access(of: .patient, to: action) == Self.access(row[5]))
    }

    @Test("a caller's scope is the role's access, with the caller where relations matter")
    func scope() {
        let policy = Policy()
        let house = caller(.doctor, doctor: drHouse)

        #expect(policy.scope(of: caller(.admin), for: .deletePatient) == .everything)
        #expect(policy.scope(of: caller(.staff), for: .manageAccounts) == .nothing)
        #expect(policy.scope(of: house, for: .readPatients) == .related([.isItsDoctor], house))
        #expect(
            policy.scope(of: caller(.staff), for: .readAppointments)
                == .related([.madeIt, .registeredItsPatient], caller(.staff)))
        #expect(
            policy.scope(of: house, for: .readPatients) != .related([.isItsDoctor], caller(.doctor, doctor: drWilson)))
    }

    private static func access(_ cell: Substring) -> Access {
        switch cell {
        case "all": .all
        case "none": .none
        default: .related(Set(cell.split(separator: ",").map { words[$0]! }))
        }
    }
}
