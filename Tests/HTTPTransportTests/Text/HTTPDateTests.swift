import Domain
import Testing

@testable import HTTPTransport

@Suite struct `A date in a header field` {
    @Test(arguments: [
        (784_111_777, "Sun, 06 Nov 1994 08:49:37 GMT"), (0, "Thu, 01 Jan 1970 00:00:00 GMT"),
        (951_782_399, "Mon, 28 Feb 2000 23:59:59 GMT"), (951_782_400, "Tue, 29 Feb 2000 00:00:00 GMT"),
        (-1, "Wed, 31 Dec 1969 23:59:59 GMT"),
    ]) func `is written as RFC 9110 has it`(_ seconds: Int64, _ text: String) {
        let instant = Instant(microseconds: 0).adding(seconds: seconds)

        #expect(HTTPDate.text(instant) == text)
    }

    @Test func `is another one a second later`() {
        let header = DateHeader()

        let first = header.text(at: Instant(microseconds: 1_999_999))
        let second = header.text(at: Instant(microseconds: 2_000_000))

        #expect(first == "Thu, 01 Jan 1970 00:00:01 GMT")
        #expect(second == "Thu, 01 Jan 1970 00:00:02 GMT")
    }
}
