/// What a page says about what was done just before it. It travels by its name, so that no cookie tells about anybody.
struct Flash: Equatable, Sendable {
    /// What was done.
    enum Deed: String, CaseIterable, Sendable {
        case signedOut, patientRegistered, patientChanged, patientDeleted
        case appointmentBooked, appointmentChanged, appointmentMoved, appointmentDeleted
    }

    let deed: Deed
    /// How many records it concerned.
    let count: Int

    init(_ deed: Deed, count: Int = 1) {
        self.deed = deed
        self.count = count
    }

    /// As a cookie holds it.
    var text: String { "\(deed.rawValue).\(count)" }

    /// - Returns: `nil` for text of another form.
    init?(_ text: String) {
        let parts = text.split(separator: ".")
        guard parts.count == 2, let deed = Deed(rawValue: String(parts[0])), let count = Int(parts[1]) else {
            return nil
        }
        self.init(deed, count: count)
    }
}

extension Flash: Phrase {
    var english: String {
        switch deed {
        case .signedOut: "You are signed out."
        case .patientRegistered: "The patient is registered."
        case .patientChanged: "The patient's record is saved."
        case .patientDeleted: count == 1 ? "The patient is deleted." : "\(count) patients are deleted."
        case .appointmentBooked: "The appointment is booked."
        case .appointmentChanged: "The appointment is saved."
        case .appointmentMoved: "The appointment is moved."
        case .appointmentDeleted: "The appointment is deleted."
        }
    }

    var german: String {
        switch deed {
        case .signedOut: "Sie sind abgemeldet."
        case .patientRegistered: "Der Patient ist aufgenommen."
        case .patientChanged: "Die Änderungen sind gespeichert."
        case .patientDeleted: count == 1 ? "Der Patient ist gelöscht." : "\(count) Patienten sind gelöscht."
        case .appointmentBooked: "Der Termin ist vergeben."
        case .appointmentChanged: "Der Termin ist gespeichert."
        case .appointmentMoved: "Der Termin ist verschoben."
        case .appointmentDeleted: "Der Termin ist gelöscht."
        }
    }
}
