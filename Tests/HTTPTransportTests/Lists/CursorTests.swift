import Application
import Domain
import Testing

@testable import HTTPTransport

@Suite("A cursor")
struct CursorTests {
    @Test func `is read as the position that was written`() throws {
        let values: [PatientSortKey: SortValue] = [
            .id: .number(.max), .firstName: .text("Zoë \u{10FFFF}"), .lastName: .text(""),
            .dateOfBirth: .date(CalendarDate(daysSince1970: -1)), .createdAt: .instant(Instant(microseconds: -1)),
            .updatedAt: .instant(Instant(microseconds: 1_772_000_000_123_456)),
        ]
        for descending in [false, true] {
            let keys = PatientSortKey.allCases.reversed()
            let order = ListOrder(keys.map { Ordering($0, descending: descending) })
            for side in [ListPosition<PatientSortKey>.Side.after, .before] {
                let position = try #require(ListPosition(side, order.keys.compactMap { values[$0.key] }, in: order))

                let text = Cursor.text(for: position)

                #expect(text.utf8.allSatisfy { $0.isPlainBase64URL })
                #expect(Cursor.position(text, PatientSortKey.named) == position)
            }
        }
    }

    @Test func `that was changed anywhere is another one or none, and never stops the server`() throws {
        let order = ListOrder<PatientSortKey>([Ordering(.lastName)])
        let position = try #require(ListPosition(.after, [.text("Archer"), .number(7)], in: order))
        let text = Array(Cursor.text(for: position))

        for index in text.indices {
            for replacement in "AZaz09-_=.é" where replacement != text[index] {
                var changed = text
                changed[index] = replacement
                #expect(Cursor.position(String(changed), PatientSortKey.named) != position)
            }
            #expect(Cursor.position(String(text[..<index]), PatientSortKey.named) == nil)
        }
    }

    @Test(arguments: [
        "", "A", "AA", "AAA=", "YQ", "YQ==", "YR", "Yg\n", "zzzz", "YQAC", "____",
        // Names a key twice, or one behind the number, or does not end with the number.
        encoded("a", "id", 1, "id", 1), encoded("a", "id", 1, "last_name", "x"), encoded("a", "last_name", "x"),
        // Values of another kind, or that no record has.
        encoded("a", "id", "1"), encoded("a", "id", 0), encoded("a", "last_name", 1, "id", 1),
        encoded("a", "last_name", "x\0", "id", 1), encoded("c", "id", 1), encoded("a", "--id", 1), encoded("a", "", 1),
    ])
    func `that nobody wrote is none`(text: String) {
        #expect(Cursor.position(text, PatientSortKey.named) == nil)
    }

    private static func encoded(_ side: String, _ parts: any Sendable...) -> String {
        var writer = CursorWriter()
        for byte in side.utf8 { writer.append(byte) }
        for (index, part) in parts.enumerated() {
            switch part {
            case let text as String: index % 2 == 0 ? writer.append(text) : writer.append(SortValue.text(text))
            case let number as Int: writer.append(SortValue.number(Int64(number)))
            default: break
            }
        }
        return Base64URL.encode(writer.bytes)
    }
}

extension UInt8 {
    fileprivate var isPlainBase64URL: Bool {
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8.contains(self)
    }
}
