import Domain
import NIOConcurrencyHelpers

/// The `Date` of answers, written once a second.
final class DateHeader: Sendable {
    private let last = NIOLockedValueBox((second: Int64.min, text: ""))

    func text(at now: Instant) -> String {
        last.withLockedValue { last in
            if last.second != now.seconds { last = (now.seconds, HTTPDate.text(now)) }
            return last.text
        }
    }
}
