import Application
import Domain
import Synchronization

/// Hashes at no cost, and remembers what it was asked.
final class RecordingHasher: PasswordHasher {
    enum Call: Equatable {
        case hash
        case verify(isKnown: Bool)
    }

    private let recorded = Mutex<[Call]>([])
    private let failure: Failure?

    /// - Parameter failure: what it throws instead of doing its work.
    init(failing failure: Failure? = nil) { self.failure = failure }

    var calls: [Call] { recorded.withLock { $0 } }

    func hash(_ password: Password) async throws(Failure) -> PasswordHash {
        recorded.withLock { $0.append(.hash) }
        if let failure { throw failure }
        return .fake(password)
    }

    func verify(_ password: Password, against hash: PasswordHash?) async throws(Failure) -> Bool {
        recorded.withLock { $0.append(.verify(isKnown: hash != nil)) }
        if let failure { throw failure }
        return hash == .fake(password) || hash == .old(password)
    }

    func needsRenewal(_ hash: PasswordHash) -> Bool { hash.phc.hasPrefix("old:") }
}

extension PasswordHash {
    /// One that was made in another way than new ones are.
    static func old(_ password: Password) -> PasswordHash { PasswordHash(phc: "old:\(password.clearText)") }

    static func fake(_ password: Password) -> PasswordHash { PasswordHash(phc: "fake:\(password.clearText)") }
}

extension Password {
    /// A password that every rule likes.
    static let good = try! Password("Tr1cky-Horse-9")
    static let wrong = try! Password("Another-Horse-8")
    static let other = try! Password("Calm-Otter-Lake-51")
}
