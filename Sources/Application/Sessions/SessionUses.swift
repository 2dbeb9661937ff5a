import Domain

/// Notes when sessions are used, without letting anybody wait for it: requests leave a note, and one task at a time
/// writes what has gathered. A note that cannot be written is lost.
final class SessionUses: Sendable {
    private struct State {
        var waiting: [SessionID: Instant] = [:]
        /// The uses noted of late, so that requests at the same time leave one note.
        var noted: [SessionID: Instant] = [:]
        var writing: Task<Void, Never>?
    }

    private let storage: any Storage
    private let state = Guarded(State())
    /// So many notes are written in one transaction, and so many are remembered.
    private static let batch = 100
    private static let memory = 4096

    init(storage: any Storage) { self.storage = storage }

    /// Leaves a note, unless there was one within the minute.
    ///
    /// - Parameter last: the use that was noted last.
    func note(_ session: SessionID, at now: Instant, after last: Instant) {
        guard Session.isUseNotable(at: now, after: last) else { return }
        state.withLock { state in
            if let noted = state.noted[session], !Session.isUseNotable(at: now, after: noted) { return }
            if state.noted.count >= SessionUses.memory {
                state.noted = state.noted.filter { !Session.isUseNotable(at: now, after: $0.value) }
            }
            state.noted[session] = now
            state.waiting[session] = now
            if state.writing == nil { state.writing = Task { await self.write() } }
        }
    }

    /// Waits until there are no notes left to write.
    func finish() async { await state.withLock { $0.writing }?.value }

    private func write() async {
        while let notes = next() {
            _ = try? await storage.transaction { stores throws(Failure) in
                for (session, time) in notes { try await stores.sessions.noteUse(of: session, at: time) }
                return true
            }
        }
    }

    /// In the order of names, so that two servers never wait for each other in a circle.
    private func next() -> [(SessionID, Instant)]? {
        state.withLock { state in
            guard !state.waiting.isEmpty else {
                state.writing = nil
                return nil
            }
            let notes = state.waiting.sorted { $0.key.text < $1.key.text }.prefix(SessionUses.batch)
            for note in notes { state.waiting[note.key] = nil }
            return notes.map { ($0.key, $0.value) }
        }
    }
}
