/// The groups in which operations are shown.
package enum Tag: String, CaseIterable, Sendable {
    case accounts = "Accounts"
    case patients = "Patients"
    case doctors = "Doctors"
    case mappings = "Mappings"
    case appointments = "Appointments"
    case administration = "Administration"
    case hospital = "Hospital"
    case operations = "Operations"

    /// What the group is about.
    var summary: String {
        switch self {
        case .accounts: "Registering, signing in and out, and the caller's own account."
        case .patients: "The people who are treated."
        case .doctors: "The people who treat them. Doctors are shared by all accounts."
        case .mappings: "Which doctor cares for which patient."
        case .appointments: "Who sees whom, and when. Neither a doctor nor a patient can be in two places at once."
        case .administration:
            "All accounts, for administrators: their roles, to whom they belong, whether they can sign in."
        case .hospital: "A second, smaller contract over the same accounts and records."
        case .operations: "How the server is, and what it can do."
        }
    }
}
