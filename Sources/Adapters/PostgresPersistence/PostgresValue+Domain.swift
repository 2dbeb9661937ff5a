import Domain
import PostgresClient

/// Domain values as parameters of statements.
extension PostgresValue {
    static func id<Kind>(_ id: ID<Kind>) -> PostgresValue { .int64(id.number) }

    static func ids<Kind>(_ ids: Set<ID<Kind>>) -> PostgresValue { .int64s(ids.map(\.number)) }

    static func number(_ number: (some LimitedNumber)?) -> PostgresValue {
        number.map { .int64(Int64($0.number)) } ?? .null
    }

    static func money(_ money: Money?) -> PostgresValue { PostgresValue(money?.minorUnits) }

    static func text(_ text: some LimitedText) -> PostgresValue { .text(text.text) }

    /// '' for a member left blank.
    static func blankable(_ text: (some LimitedText)?) -> PostgresValue { .text(text?.text ?? "") }

    static func code(_ code: some RawRepresentable<String>) -> PostgresValue { .text(code.rawValue) }

    static func instant(_ instant: Instant) -> PostgresValue { .timestamp(microseconds: instant.microseconds) }

    static func day(_ date: CalendarDate) -> PostgresValue {
        .date(PostgresDate(year: date.year, month: date.month, day: date.day))
    }

    static func day(_ birthDate: BirthDate?) -> PostgresValue { birthDate.map { .day($0.date) } ?? .null }
}
