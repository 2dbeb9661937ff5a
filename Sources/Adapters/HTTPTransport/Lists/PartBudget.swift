import Domain
import NIOConcurrencyHelpers

/// Bounds how many bytes the parts of all lists may take together that are being read or wait for their clients.
///
/// While there is no room, whoever wants a part waits. The next is a list of the account that holds the fewest bytes, the
/// first of several: who takes much and takes it slowly keeps their own lists waiting first. Nobody is passed over because
/// they want more than the others, so everybody's turn comes. Who holds a share gets it off their hands without another
/// one: their client takes it, or is cut.
package final class PartBudget: Sendable {
    fileprivate struct Waiting {
        let account: AccountID
        let bytes: Int
        let turn: CheckedContinuation<Bool, Never>
    }

    fileprivate struct State {
        var held = 0
        var heldBy: [AccountID: Int] = [:]
        /// In the order in which they came.
        var waiting: [Waiting] = []
    }

    private let limit: Int
    private let state = NIOLockedValueBox(State())

    /// - Parameter bytes: how many there may be. A part that would take more by itself is read when there is no other one.
    package init(bytes: Int) { limit = bytes }

    /// How many bytes are held.
    var held: Int { state.withLockedValue(\.held) }

    /// How many lists wait for their turn.
    var waiting: Int { state.withLockedValue(\.waiting.count) }

    /// So many lists may wait, each with the numbers of what it shows.
    static let mostWaiting = 1_024

    /// Waits for room.
    ///
    /// - Parameters:
    ///   - bytes: the most that a part may take.
    ///   - account: whose list it is.
    /// - Throws: `.busy` when too many wait.
    func share(of bytes: Int, for account: AccountID) async throws(Failure) -> PartShare {
        let bytes = min(max(bytes, 0), limit)
        let isAdmitted = await withCheckedContinuation { turn in
            let isWaiting = change { state in
                guard state.waiting.count < PartBudget.mostWaiting else { return false }
                state.waiting.append(Waiting(account: account, bytes: bytes, turn: turn))
                return true
            }
            if !isWaiting { turn.resume(returning: false) }
        }
        guard isAdmitted else { throw .busy }
        return PartShare(of: bytes, in: self, for: account)
    }

    /// Holds so many bytes more, or fewer.
    fileprivate func hold(_ more: Int, for account: AccountID) { change { $0.hold(more, for: account) } }

    private func change<Answer>(_ change: (inout State) -> Answer) -> Answer {
        let (answer, turns) = state.withLockedValue { state in (change(&state), state.admit(within: limit)) }
        for turn in turns { turn.resume(returning: true) }
        return answer
    }
}

extension PartBudget.State {
    fileprivate mutating func hold(_ more: Int, for account: AccountID) {
        held += more
        let sum = heldBy[account, default: 0] + more
        heldBy[account] = sum == 0 ? nil : sum
    }

    /// Takes from those who wait whoever has room by now.
    fileprivate mutating func admit(within limit: Int) -> [CheckedContinuation<Bool, Never>] {
        var turns: [CheckedContinuation<Bool, Never>] = []
        while let next = waiting.indices.min(by: { heldBy(waiting[$0]) < heldBy(waiting[$1]) }),
            held == 0 || held + waiting[next].bytes <= limit
        {
            let admitted = waiting.remove(at: next)
            hold(admitted.bytes, for: admitted.account)
            turns.append(admitted.turn)
        }
        return turns
    }

    private func heldBy(_ waiting: PartBudget.Waiting) -> Int { heldBy[waiting.account] ?? 0 }
}

/// What one part holds of a `PartBudget`, until it is given back, at the latest when nobody has it any more.
package final class PartShare: Sendable {
    private let bytes: NIOLockedValueBox<Int>
    private let budget: PartBudget
    private let account: AccountID

    fileprivate init(of bytes: Int, in budget: PartBudget, for account: AccountID) {
        self.bytes = NIOLockedValueBox(bytes)
        self.budget = budget
        self.account = account
    }

    /// The part takes so many bytes, as is known once it is written.
    func settle(on actual: Int) {
        let more = bytes.withLockedValue { bytes in
            defer { bytes = actual }
            return actual - bytes
        }
        if more != 0 { budget.hold(more, for: account) }
    }

    /// The part is gone. Once is enough.
    func giveBack() { settle(on: 0) }

    deinit { giveBack() }
}
