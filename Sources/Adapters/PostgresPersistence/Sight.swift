import Domain
import PostgresClient

/// Which patients, mappings and appointments a statement sees at all, whatever it asks for: PostgreSQL's policies
/// (`0016_row_security.sql`) hide the rest from the role with which the server runs.
///
/// It is the second line behind the conditions that `ScopeCondition` writes, and made without them: a statement that
/// lacks its condition finds nothing of others, and one that says nothing of what it sees finds nothing.
struct Sight: Equatable, Sendable {
    static let nothing = Sight()
    /// For what the rules ask of all records, such as whether a time is free, and for scopes of everything.
    static let everything = Sight(isEverything: true)

    private var isEverything = false
    /// Whose patients, and all that is about these.
    var registrar: AccountID?
    /// Who made the mapping or the appointment.
    var maker: AccountID?
    /// Whose mappings and appointments, and the patients actively assigned.
    var doctor: DoctorID?
    /// Who it is, and all that is about them.
    var patient: PatientID?

    private init(isEverything: Bool = false) { self.isEverything = isEverything }

    /// What is seen of mappings and appointments within a scope.
    init(_ scope: Scope) {
        switch scope {
        case .nothing: break
        case .everything: isEverything = true
        case .related(let relations, let caller):
            for relation in relations {
                switch relation {
                case .registeredItsPatient: registrar = caller.account
                case .madeIt: maker = caller.account
                case .isItsDoctor: doctor = caller.doctor
                case .isItsPatient: patient = caller.patient
                }
            }
        }
    }

    /// What is seen of patients within a scope: who made a patient's record registered the patient.
    init(ofPatients scope: Scope) {
        self.init(scope)
        (registrar, maker) = (maker, nil)
    }

    /// The name of the setting that the policies read.
    static let settingName = "clinic.sight"

    /// As the policies read it: `everything`, or four numbers, 0 for nobody.
    var setting: LocalSetting {
        if isEverything { return Self.settingOfEverything }
        guard self != .nothing else { return .none }
        return LocalSetting(
            "related", registrar?.number ?? 0, maker?.number ?? 0, doctor?.number ?? 0, patient?.number ?? 0)
    }

    private static let settingOfEverything = LocalSetting("everything")
}
