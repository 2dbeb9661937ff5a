import Testing

@testable import clinic

@Suite struct `The writer of the log` {
    @Test func `writes every line in order before it is closed`() throws {
        let expected = (0..<200).map { "line \($0)" }

        let lines = try written { lines in
            for line in expected { lines.append(Array(line.utf8)) }
        }

        #expect(lines == expected)
    }

    @Test func `counts lines for which there is no room, and says so in JSON`() throws {
        let lines = try written(capacity: 8) { lines in
            lines.append(Array("too long a line".utf8))
            lines.append(Array("another of these".utf8))
        }

        let total = try lines.map { try #require(try members(of: $0)?["message"]) }
            .compactMap { Int($0.prefix(while: \.isNumber)) }.reduce(0, +)
        #expect(total == 2)
    }

    @Test func `goes on when nobody reads any more`() throws {
        let lines = LogLines(descriptor: -1, clock: StoppedClock())

        lines.append(Array("unseen".utf8))

        lines.close()
    }
}
