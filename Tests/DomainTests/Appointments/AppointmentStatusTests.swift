import Domain
import Testing

@Suite("The status of appointments")
struct AppointmentStatusTests {
    /// Rows: from; columns: to, in the same order.
    private static let moves = """
                    SCHEDULED CHECKED_IN COMPLETED CANCELLED NO_SHOW
        SCHEDULED   stay      yes        yes       yes       yes
        CHECKED_IN  yes       stay       yes       yes       no
        COMPLETED   no        no         stay      no        no
        CANCELLED   yes       no         no        stay      no
        NO_SHOW     no        yes        no        no        stay
        """

    @Test("each move is possible or not as the table says", arguments: moves.split(separator: "\n").dropFirst())
    func move(row: Substring) throws {
        let cells = row.split(separator: " ")
        let from = try #require(AppointmentStatus(rawValue: String(cells[0])))

        let possible = AppointmentStatus.allCases.map { from.canBecome($0) }

        #expect(possible == cells.dropFirst().map { $0 != "no" })
    }

    @Test("the table is about every status, in order")
    func tableIsComplete() {
        let names = AppointmentStatus.allCases.map(\.rawValue)

        #expect(Self.moves.split(separator: "\n")[0].split(separator: " ").map { String($0) } == names)
        #expect(Self.moves.split(separator: "\n").dropFirst().map { String($0.split(separator: " ")[0]) } == names)
    }

    @Test("cancelled appointments and those nobody came to hold no time")
    func holdsTime() {
        #expect(AppointmentStatus.allCases.filter { !$0.holdsTime } == [.cancelled, .noShow])
    }
}
