import Application
import Domain

/// The claims of tokens whose signatures were found good of late, so that a client that comes often is not asked for its
/// proof each time. It says nothing about time: whoever looks a token up here has to look at its dates.
///
/// Bounded; when it is full all are forgotten, which costs a check each.
final class VerifiedTokens: Sendable {
    private static let most = 2_048
    /// What we sign is shorter; anything else is not worth its memory.
    private static let longest = 512

    private let claims = Guarded<[String: TokenClaims]>([:])

    subscript(token: String) -> TokenClaims? { claims.withLock { $0[token] } }

    func note(_ token: String, _ verified: TokenClaims) {
        guard token.utf8.count <= VerifiedTokens.longest else { return }
        claims.withLock { claims in
            if claims.count >= VerifiedTokens.most { claims = [:] }
            claims[token] = verified
        }
    }
}
