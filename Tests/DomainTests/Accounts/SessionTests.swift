import Domain
import Testing

@Suite("Sessions")
struct SessionTests {
    @Test(
        "a name of 128 bits is written with 32 hexadecimal digits and read again",
        arguments: [0, 1, 0xA1 << 64, UInt128.max])
    func bits(bits: UInt128) throws {
        let id = SessionID(bits: bits)

        #expect(id.text.utf8.count == 32)
        #expect(SessionID(id.text) == id)
        #expect(UInt128(id.text, radix: 16) == bits)
    }

    @Test(
        "text of another form names no session",
        arguments: [
            "", "a", String(repeating: "a", count: 31), String(repeating: "a", count: 33),
            String(repeating: "A", count: 32),
            String(repeating: "g", count: 32), String(repeating: "/", count: 32), String(repeating: ":", count: 32),
            String(repeating: "`", count: 32), String(repeating: " ", count: 32), String(repeating: "é", count: 16),
        ])
    func otherForms(text: String) {
        #expect(SessionID(text) == nil)
    }

    @Test("a session keeps what it was made with")
    func session() {
        var session = Session(
            id: SessionID(bits: 7), account: nurse, startedAt: monday, expiresAt: monday.adding(minutes: 30))

        session.expiresAt = monday.adding(minutes: 60)

        #expect(session.id == SessionID(bits: 7) && session.account == nurse && session.startedAt == monday)
        #expect(session.expiresAt == monday.adding(minutes: 60))
    }
}
