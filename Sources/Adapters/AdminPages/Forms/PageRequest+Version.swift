import Application
import Domain

extension PageRequest {
    /// The version that a form showed; one that cannot be read is none that there is.
    var shownVersion: Instant? { form["updated_at"].flatMap { Int64($0) }.map(Instant.init(microseconds:)) }

    /// The version of the record that the form showed is the one that is meant.
    var expectedVersion: ExpectedVersion { .oneOf(shownVersion.map { [$0] } ?? []) }
}
