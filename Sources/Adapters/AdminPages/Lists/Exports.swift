import Domain
import Synchronization

/// The files of lists that are being made. Each is in memory as a whole.
package final class Exports: Sendable {
    /// The greatest length of a file, in bytes: a hundred thousand patients have room.
    let mostBytes: Int
    private let mostAtOnce: Int
    private let underWay = Mutex(0)

    /// - Parameter mostAtOnce: how many files are made at once.
    package init(mostBytes: Int = 33_554_432, mostAtOnce: Int = 2) {
        self.mostBytes = mostBytes
        self.mostAtOnce = mostAtOnce
    }

    /// Counts a file that is begun; `end` has to follow.
    ///
    /// - Throws: `busy` when as many are under way as may be.
    func begin() throws(Failure) {
        let hasRoom = underWay.withLock { count in
            guard count < mostAtOnce else { return false }
            count += 1
            return true
        }
        guard hasRoom else { throw .busy }
    }

    func end() { underWay.withLock { $0 -= 1 } }
}
