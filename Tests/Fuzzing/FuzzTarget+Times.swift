import Domain

@testable import HTTPTransport

extension FuzzTarget {
    /// A time that is read is written as the same time.
    static func dates(_ input: [UInt8]) {
        let text = String(decoding: input, as: UTF8.self)
        if let date = CalendarDate(text) { precondition(CalendarDate(date.description) == date) }
        guard let instant = InstantText.parse(text), (1...9999).contains(instant.date.year) else { return }
        var json = JSONWriter()
        json.value(instant)
        let written = String(decoding: json.bytes.dropFirst().dropLast(), as: UTF8.self)
        precondition(InstantText.parse(written) == instant)
    }
}
