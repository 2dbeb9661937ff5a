import Application
import Domain

/// Something that can be done to many records of a list, each by itself.
protocol BulkDeed: RawRepresentable<String>, CaseIterable, Equatable, Sendable {
    /// On its button.
    var label: any Phrase { get }
    /// Whether it is to be done to so many.
    func question(_ count: Int) -> any Phrase
    /// To whom it is offered.
    var action: Action { get }
    var isDangerous: Bool { get }
    /// What is said when it is done.
    var done: Flash.Deed { get }
}

/// A record that was chosen.
struct BulkRow: Sendable {
    let number: Int64
    /// What distinguishes it.
    let name: HTML
    /// As it stands now.
    let version: Instant
    /// What else is to be known before it is done.
    var about: HTML = .empty
}

/// What is done to the records of one kind.
protocol BulkWork: Sendable {
    associatedtype Deed: BulkDeed

    /// The list.
    var home: Address { get }
    var title: any Phrase { get }
    /// Where the choice is sent.
    var bulkAddress: Address { get }

    /// - Throws: `.notFound`.
    func row(_ number: Int64, for deed: Deed, _ request: PageRequest) async throws(Failure) -> BulkRow

    /// Does it to one record.
    func perform(
        _ deed: Deed, on number: Int64, expecting version: ExpectedVersion, _ request: PageRequest
    ) async throws(Failure)
}

extension BulkWork {
    /// The buttons for what the caller may do; `nil` when that is nothing.
    ///
    /// - Parameter others: buttons for what else can be done with those who are chosen.
    func choice<Row: Sendable>(
        _ request: PageRequest, besides others: [HTML] = [],
        _ row: @escaping @Sendable (Row, Language) -> (number: Int64, name: String)
    ) -> BulkChoice<Row>? {
        let deeds = Deed.allCases.filter { request.offers($0.action) }
        guard !deeds.isEmpty || !others.isEmpty else { return nil }
        let buttons =
            others
            + deeds.map {
                """
                <button class="button button-small\(HTML.when($0.isDangerous, " button-danger"))" name="action" \
                value="\($0.rawValue)">\(request.language.text($0.label))</button>
                """ as HTML
            }
        return BulkChoice(address: bulkAddress, buttons: buttons, row: row)
    }
}
