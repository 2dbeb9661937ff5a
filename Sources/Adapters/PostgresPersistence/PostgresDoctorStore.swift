import Application
import Domain
import PostgresClient

/// Doctors in PostgreSQL.
struct PostgresDoctorStore<Runner: StatementRunner> {
    let runner: Runner
}

extension PostgresDoctorStore: DoctorReader {
    func find(_ id: DoctorID) async throws(Failure) -> Doctor? {
        try await runner.first(DoctorStatements.find, [.id(id)], DoctorRows.doctor)
    }

    func find(_ ids: Set<DoctorID>) async throws(Failure) -> [Doctor] {
        try await runner.all(DoctorStatements.findMany, [.ids(ids)], DoctorRows.doctor)
    }

    func list(_ query: DoctorQuery) async throws(Failure) -> [Doctor] {
        guard let selection = selection(query) else { return [] }
        return try await runner.list(selection, query, column: Self.column, DoctorRows.doctor)
    }

    func outline(_ query: DoctorQuery) async throws(Failure) -> [ListEntry] {
        guard let selection = selection(query) else { return [] }
        return try await runner.outline(selection, query, column: Self.column, DoctorRows.outline)
    }

    func count(_ query: DoctorQuery) async throws(Failure) -> Int {
        guard let selection = selection(query) else { return 0 }
        return try await runner.count(selection)
    }

    private func selection(_ query: DoctorQuery) -> Selection? {
        let texts = query.search + [query.specialization ?? ""]
        guard !texts.contains(where: \.isNeverStored), var selection = Selection(DoctorRows.columns, from: "doctors")
        else { return nil }
        selection.search(query.search)
        selection.require("t.specialization = ?", query.specialization.map { .text($0) })
        selection.require("t.gender = ?", query.gender.map { .code($0) })
        selection.require("t.is_available = ?", query.isAvailable.map { .bool($0) })
        return selection
    }

    func taken(
        license: LicenseNumber?, email: EmailAddress?, except: DoctorID?
    ) async throws(Failure) -> [Conflict] {
        let values: [PostgresValue] = [
            PostgresValue(license?.text), PostgresValue(email?.text), PostgresValue(except?.number),
        ]
        let taken = try await runner.first(DoctorStatements.taken, values) { row throws(PostgresError) in
            [try row.bool() ? Conflict.licenseTaken : nil, try row.bool() ? Conflict.doctorEmailTaken : nil]
        }
        return (taken ?? []).compactMap(\.self)
    }

    private static func column(_ key: DoctorSortKey) -> String {
        switch key {
        case .id: "t.id"
        case .firstName: "t.first_name"
        case .lastName: "t.last_name"
        case .specialization: "t.specialization"
        case .yearsOfExperience: "t.years_of_experience"
        case .createdAt: "t.created_at"
        case .updatedAt: "t.updated_at"
        }
    }
}

extension PostgresDoctorStore: DoctorStore where Runner == PostgresTransaction {
    func findForChange(_ id: DoctorID) async throws(Failure) -> Doctor? {
        try await runner.first(DoctorStatements.findForChange, [.id(id)], DoctorRows.doctor)
    }

    func insert(_ details: DoctorDetails, at now: Instant) async throws(Failure) -> Doctor {
        let values = DoctorRows.values(details) + [.instant(now)]
        let id: DoctorID = try await runner.insert(DoctorStatements.insert, values)
        return Doctor(id: id, details: details, createdAt: now, updatedAt: now)
    }

    func update(_ doctor: Doctor) async throws(Failure) {
        let values = DoctorRows.values(doctor.details) + [.instant(doctor.updatedAt), .id(doctor.id)]
        guard try await runner.change(DoctorStatements.update, values) == 1 else { throw .notFound(.doctor) }
    }

    @discardableResult
    func delete(_ id: DoctorID, at now: Instant) async throws(Failure) -> Set<PatientID> {
        // Waits for whoever is mapping or booking with the doctor, so that the second statement sees what they made.
        try await runner.change(DoctorStatements.lock, [.id(id)])
        let patients: [PatientID] = try await runner.all(
            DoctorStatements.delete, [.id(id), .instant(now)], seeing: .everything
        ) {
            row throws(PostgresError) in
            try row.id()
        }
        return Set(patients)
    }
}
