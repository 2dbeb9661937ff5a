import Domain
import Testing

@testable import AdminPages

@Suite struct `Work on many records` {
    @Test func `goes on where one record refuses`() async {
        let undone = await BulkOutcome.undone([1, 2, 3]) { number throws(Failure) -> Bool in
            if number == 2 { throw .conflict(.alreadyAssigned) }
            return true
        }

        #expect(undone.map(\.number) == [2])
    }

    @Test(arguments: [Failure.busy, .unavailable(Fault("a fault", outcomeUnknown: true))])
    func `ends where the database cannot do it now, and says so of the rest`(_ failure: Failure) async {
        var tried: [Int64] = []

        let undone = await BulkOutcome.undone([1, 2, 3, 4]) { number throws(Failure) -> Bool in
            tried.append(number)
            if number == 2 { throw failure }
            return true
        }

        #expect(tried == [1, 2])
        #expect(undone.map(\.number) == [2, 3, 4])
        #expect(undone.map(\.failure) == [failure, .busy, .busy])
    }
}
