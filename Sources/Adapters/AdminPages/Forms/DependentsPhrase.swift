import Application

/// What goes along with somebody who is deleted.
struct DependentsPhrase: Phrase {
    private let dependents: Dependents

    init(_ dependents: Dependents) { self.dependents = dependents }

    var english: String {
        let parts = counts.filter { $0.0 > 0 }.map { count, singular, plural, _, _ in
            "\(count) \(count == 1 ? singular : plural)"
        }
        return parts.isEmpty ? "Nothing else goes along." : "Goes along: \(parts.joined(separator: ", "))."
    }

    var german: String {
        let parts = counts.filter { $0.0 > 0 }.map { count, _, _, singular, plural in
            "\(count) \(count == 1 ? singular : plural)"
        }
        return parts.isEmpty ? "Sonst geht nichts mit." : "Mit gelöscht: \(parts.joined(separator: ", "))."
    }

    private var counts: [(Int, String, String, String, String)] {
        [
            (dependents.mappings, "mapping", "mappings", "Zuordnung", "Zuordnungen"),
            (
                dependents.appointmentsToCome, "appointment to come", "appointments to come", "kommender Termin",
                "kommende Termine"
            ),
            (
                dependents.pastAppointments, "past appointment", "past appointments", "vergangener Termin",
                "vergangene Termine"
            ),
        ]
    }
}
