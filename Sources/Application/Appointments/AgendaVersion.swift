public import Domain

/// Tells one state of an agenda from another: it changes when any of its appointments changes, appears or vanishes.
public struct AgendaVersion: Hashable, Sendable {
    /// Short, of digits, lower-case letters and hyphens.
    public let text: String

    /// - Parameters:
    ///   - count: how many appointments there are.
    ///   - latest: when one of them changed last.
    ///   - mark: the sum of what `mark(of:)` gives for each, so that one is noticed that takes another's place.
    public init(count: Int, latest: Instant?, mark: Int64) {
        let numbers = [Int64(count), latest?.microseconds ?? 0, mark]
        text = numbers.map { String($0, radix: 36) }.joined(separator: "-")
    }

    /// The version of an agenda that has these.
    init(of appointments: [Appointment]) {
        self.init(
            count: appointments.count, latest: appointments.map(\.updatedAt).max(),
            mark: appointments.reduce(0) { $0 + AgendaVersion.mark(of: $1) })
    }

    private static func mark(of appointment: Appointment) -> Int64 {
        appointment.updatedAt.microseconds % markModulus + appointment.id.number
    }

    /// For the sum in a store: of the microseconds since 1970 of each appointment's last change, modulo this, and its number.
    public static let markModulus: Int64 = 4_294_967_291
}
