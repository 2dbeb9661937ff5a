import Application
import Domain
import HTTPTransport

/// Pages that make and change records of one kind by a form. How they go about it is the same for all kinds: who may,
/// what becomes of a form that is wrong, comes too late or comes back after signing in.
protocol RecordPages: Sendable {
    /// A record, with whatever else its pages say of it.
    associatedtype Record: Sendable

    var listAddress: Address { get }
    var listTitle: any Phrase { get }

    func address(of record: Record) -> Address
    func name(of record: Record, in language: Language) -> String
    var newTitle: any Phrase { get }
    /// - Parameter name: the record's.
    func editTitle(_ name: String) -> any Phrase

    /// Throws what is in the way of whoever wants to make a record, or to change the one that the path names.
    func expectMaking(_ request: PageRequest) async throws(Failure)
    func expectChanging(_ request: PageRequest) async throws(Failure)

    /// The record that the path names.
    func find(_ request: PageRequest) async throws(Failure) -> Record

    /// A form with what a new record begins with.
    func newForm(_ request: PageRequest) -> RecordForm
    func editForm(_ record: Record, _ request: PageRequest) -> RecordForm

    /// Makes the record that the request's form tells of, once, and goes on from there.
    func make(_ request: PageRequest) async throws(Failure) -> Answer
    /// Changes the one that the path names.
    func save(_ request: PageRequest) async throws(Failure) -> Answer

    /// Whether a form has to be looked at by `complete` before it can be saved.
    func hasQuestion(_ request: PageRequest) -> Bool
    /// Adds to a form what is to be found out about what stands in it.
    ///
    /// - Parameter record: the one that is changed; `nil` for a new one.
    func complete(_ form: inout RecordForm, _ record: Record?, _ request: PageRequest) async throws(Failure)
    /// Adds to a form why it was refused, where there is more to say than the failure does.
    func explain(
        _ failure: Failure, in form: inout RecordForm, _ record: Record?, _ request: PageRequest
    ) async throws(Failure)
}

extension RecordPages {
    func hasQuestion(_ request: PageRequest) -> Bool { false }

    func complete(_ form: inout RecordForm, _ record: Record?, _ request: PageRequest) async throws(Failure) {}

    func explain(
        _ failure: Failure, in form: inout RecordForm, _ record: Record?, _ request: PageRequest
    ) async throws(Failure) {}
}
