import Domain

// How many bytes the long texts of a record have: those that the stores count for a `ListEntry`.

extension Patient {
    var longBytes: Int {
        let texts = details.clinicalText
        return bytes(details.address, texts.medicalHistory, texts.allergies, texts.currentMedications)
    }
}

extension Doctor {
    var longBytes: Int { bytes(details.address, details.education, details.certifications) }
}

extension Assignment {
    var longBytes: Int { bytes(details.notes, details.reason) }
}

extension Appointment {
    var longBytes: Int { bytes(details.reason, details.notes) }
}

extension Account {
    var longBytes: Int { bytes(profile.address) }
}

extension KeptAuditEntry {
    /// An event has no long text, but it may name many patients, each by a number of eight bytes.
    var longBytes: Int { entry.patients.count * 8 }
}

private func bytes(_ texts: FreeText?...) -> Int { texts.reduce(0) { $0 + ($1?.text.utf8.count ?? 0) } }
