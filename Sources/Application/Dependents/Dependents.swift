/// How many records go along when a patient or a doctor is deleted, whoever may see them.
public struct Dependents: Equatable, Sendable {
    public let mappings: Int
    /// Of whatever status, starting now or later.
    public let appointmentsToCome: Int
    /// Of whatever status, started before now.
    public let pastAppointments: Int

    public init(mappings: Int, appointmentsToCome: Int, pastAppointments: Int) {
        self.mappings = mappings
        self.appointmentsToCome = appointmentsToCome
        self.pastAppointments = pastAppointments
    }
}
