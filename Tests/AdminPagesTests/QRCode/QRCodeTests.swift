import Testing

@testable import AdminPages

@Suite struct `A QR code` {
    @Test func `has the correction of the example in ISO/IEC 18004, annex I`() {
        let data: [UInt8] = [
            0x10, 0x20, 0x0C, 0x56, 0x61, 0x80, 0xEC, 0x11, 0xEC, 0x11, 0xEC, 0x11, 0xEC, 0x11, 0xEC, 0x11,
        ]

        let correction = ReedSolomon.correction(of: data, count: 10)

        #expect(correction == [0xA5, 0x24, 0xD4, 0xC1, 0xED, 0x36, 0xC7, 0x87, 0x2C, 0x55])
    }

    @Test(arguments: [(14, 21), (15, 25), (106, 41), (107, 45), (180, 53), (181, 57), (213, 57), (214, 61), (666, 97)])
    func `is as large as its text needs`(count: Int, size: Int) {
        #expect(QRCode(String(repeating: "x", count: count))?.size == size)
    }

    @Test func `is none for a text that is too long`() {
        #expect(QRCode(String(repeating: "x", count: 667)) == nil)
    }

    @Test func `has its three corners and says its version where it has to`() throws {
        let code = try #require(QRCode(String(repeating: "x", count: 110)))

        let corner = (0..<8).map { y in String((0..<8).map { code[$0, y] ? "#" : "." }) }
        // Version 7 is 000111 110010 010100 (ISO/IEC 18004, annex D), the lowest bit first.
        let version = (0..<18).map { code[code.size - 11 + $0 % 3, $0 / 3] ? "1" : "0" }.reversed().joined()

        #expect(
            corner == ["#######.", "#.....#.", "#.###.#.", "#.###.#.", "#.###.#.", "#.....#.", "#######.", "........"])
        #expect(version == "000111110010010100")
    }
}
