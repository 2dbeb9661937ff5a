import Domain
import Testing

@Suite("Refreshing a session")
struct SessionRefreshingTests {
    /// The newest generation used so far and, in seconds, how long ago that was; the generation that is used now; what
    /// is issued, and the newest generation used after it.
    typealias Row = (newest: Int, age: Int64, used: Int, issued: Int?, after: Int)

    @Test(
        "goes by the generation that is used, the newest that was, and the time since then",
        arguments: [
            // The first token works as long as nobody uses one that was issued from it.
            (0, 0, 0, 1, 0), (0, 1_000_000, 0, 1, 0),
            // So does any later one.
            (1, 0, 1, 2, 1), (1, 1_000_000, 1, 2, 1), (7, 1_000_000, 7, 8, 7),
            // Using the next one overtakes it.
            (0, 0, 1, 2, 1), (1, 0, 2, 3, 2), (7, 1_000_000, 8, 9, 8),
            // Whoever used the old one at about the same time gets the same generation as the others.
            (1, 0, 0, 1, 1), (1, 10, 0, 1, 1), (8, 10, 7, 8, 8), (1, -3, 0, 1, 1),
            // Later it has two owners.
            (1, 11, 0, nil, 1), (8, 11, 7, nil, 8),
            // What is older has, even within that time; and we issued nothing that is newer.
            (2, 0, 0, nil, 2), (8, 0, 6, nil, 8), (0, 0, 2, nil, 0), (8, 0, 10, nil, 8), (0, 0, -1, nil, 0),
            // Numbers of damaged rows.
            (.max, 0, 0, nil, .max), (.min, 0, 0, nil, .min),
        ] as [Row])
    func table(row: Row) {
        let advance = row.newest == 0 ? nil : monday.adding(seconds: -row.age)
        var session = Session(
            id: SessionID(bits: 7), account: nurse, startedAt: monday.adding(seconds: -2_000_000),
            expiresAt: monday.adding(minutes: 30), generation: row.newest, advancedAt: advance)

        let issued = session.refresh(with: row.used, at: monday)

        #expect(issued == row.issued)
        #expect(session.generation == row.after)
        #expect(session.advancedAt == (row.after == row.newest ? advance : monday))
    }

    @Test("grants the time of grace to the microsecond")
    func grace() {
        let end = monday.adding(seconds: Session.graceSeconds)
        var session = Session(
            id: SessionID(bits: 7), account: nurse, startedAt: monday, expiresAt: monday.adding(minutes: 30),
            generation: 1, advancedAt: monday)

        let last = session.refresh(with: 0, at: end)
        let late = session.refresh(with: 0, at: Instant(microseconds: end.microseconds + 1))

        #expect(last == 1)
        #expect(late == nil)
    }
}
