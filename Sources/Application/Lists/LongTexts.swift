import Domain

// How many bytes the long texts of a record have: those that the stores count for a `ListEntry`.

extension Patient {
    var longBytes: Int {
        let texts = details.clinicalText
        return details.address.bytes + texts.medicalHistory.bytes + texts.allergies.bytes
            + texts.currentMedications.bytes
    }
}

extension Doctor {
    var longBytes: Int { details.address.bytes + details.education.bytes + details.certifications.bytes }
}

extension Assignment {
    var longBytes: Int { details.notes.bytes + details.reason.bytes }
}

extension Appointment {
    var longBytes: Int { details.reason.bytes + details.notes.bytes }
}

extension Account {
    var longBytes: Int { profile.address.bytes }
}

extension KeptAuditEntry {
    /// An event has no long text, but it may name many patients, each by a number of eight bytes.
    var longBytes: Int { entry.patients.count * 8 }
}

extension FreeText? {
    fileprivate var bytes: Int { self?.text.utf8.count ?? 0 }
}
