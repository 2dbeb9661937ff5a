import Application
import Domain
import Synchronization

/// Gives out tokens that say nothing, and remembers what each stands for.
final class PlainTokens: TokenIssuer {
    private let issued = Mutex<[TokenClaims]>([])

    func sign(_ claims: TokenClaims) -> String {
        issued.withLock { issued in
            issued.append(claims)
            return "token-\(issued.count - 1)"
        }
    }

    func verify(_ token: String, as kind: TokenKind, at now: Instant) throws(SignInRefusal) -> TokenClaims {
        guard let number = Int(token.dropFirst("token-".count)) else { throw .invalidToken }
        let claims = issued.withLock { $0[number] }
        guard claims.expiresAt > now else { throw .expiredToken }
        guard claims.kind == kind else { throw .wrongTokenType }
        return claims
    }
}
