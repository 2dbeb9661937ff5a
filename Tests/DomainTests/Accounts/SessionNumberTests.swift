import Domain
import Testing

@Suite struct `The number of a session` {
    @Test func `is made of the lowest 53 bits of its name, and fits into a JSON number`() {
        let name = SessionID(bits: UInt128.max)

        #expect(name.number?.number == (1 << 53) - 1)
        #expect(SessionID(bits: 7).number?.number == 7)
        #expect(SessionID(bits: 1 << 53 | 7).number?.number == 7)
    }

    @Test func `is missing for a name that nobody draws`() {
        #expect(SessionID(bits: 1 << 53).number == nil)
    }

    @Test func `uses are notable once a minute`() {
        let notable = [0, 59, 60, 600].map { Session.isUseNotable(at: monday.adding(seconds: $0), after: monday) }

        #expect(notable == [false, false, true, true])
    }
}
