extension CrashRound {
    /// Compares what the server has after its restart with what was written in this round.
    /// - Returns: what is wrong, by id; no value of a record.
    func verdict(_ writes: [Write], client: TestClient) async throws -> [String] {
        let stored =
            try await rows("/api/patients/?search=\(marker)", client) + rows("/api/appointments/?date=\(day)", client)
        var problems: [String] = []
        for write in writes {
            guard let acknowledged = write.acknowledged, let id = acknowledged["id"]?.number else { continue }
            if !stored.contains(acknowledged) { problems.append("\(write.path)\(id)/ is lost or changed") }
        }
        for row in stored where !writes.contains(where: { $0.acknowledged == row || $0.isWhole(in: row) }) {
            problems.append("a row \(row["id"]?.number ?? 0) of round \(number) is not as it was sent")
        }
        return problems
    }

    private func rows(_ path: String, _ client: TestClient) async throws -> [JSON] {
        try await client.fetch(path, as: account).elements ?? []
    }
}

extension CrashRound.Write {
    /// Whether a row holds every member that was sent.
    fileprivate func isWhole(in row: JSON) -> Bool {
        (sent.members ?? [:]).allSatisfy { name, value in row[name] == value }
    }
}
