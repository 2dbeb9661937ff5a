import Application
import Domain

extension TokenClaims {
    /// The claims as a JSON object, under the names that clients of SimpleJWT know, `sid` for the session
    /// and, unless it is 0, `gen` for the generation.
    var json: [UInt8] {
        var text = #"{"token_type":"\#(kind.rawValue)","exp":\#(expiresAt.seconds),"iat":\#(issuedAt.seconds)"#
        text += #","jti":\#(quoted(id)),"user_id":"\#(account.number)""#
        if let session { text += #","sid":"\#(session.text)""# }
        if generation != 0 { text += #","gen":\#(generation)"# }
        return Array((text + "}").utf8)
    }

    /// Checks what a signed payload says, and takes it.
    ///
    /// What is needed to tell that a token ran out comes first, because a token that ran out is called so whatever
    /// else it lacks; then what is needed to tell its kind.
    init(members: [String: JSONValue], kind: TokenKind, now: Instant) throws(SignInRefusal) {
        guard let expiry = members["exp"]?.instant else { throw .invalidToken }
        if let start = members["nbf"] {
            guard let start = start.instant, start <= now else { throw .invalidToken }
        }
        guard now < expiry else { throw .expiredToken }
        guard let type = members["token_type"]?.text else { throw .invalidToken }
        guard type == kind.rawValue else { throw .wrongTokenType }
        guard let id = members["jti"]?.text, !id.isEmpty, let issue = members["iat"]?.instant,
            let account = members["user_id"]?.accountID
        else { throw .invalidToken }
        let session = members["sid"]?.text.flatMap { SessionID($0) }
        guard session != nil || members["sid"] == nil else { throw .invalidToken }
        guard let generation = (members["gen"] ?? .integer(0)).generation else { throw .invalidToken }
        self.init(
            kind: kind, account: account, session: session, generation: generation, id: id, issuedAt: issue,
            expiresAt: expiry)
    }
}

extension JSONValue {
    /// Whole seconds since 1970 (`NumericDate`, RFC 7519, 2), in the years 1 to 9999.
    fileprivate var instant: Instant? {
        guard let seconds = integer, (-62_135_596_800...253_402_300_799).contains(seconds) else { return nil }
        return Instant(microseconds: 0).adding(seconds: seconds)
    }

    /// A number of exchanges, which nobody brings beyond 32 bits.
    fileprivate var generation: Int? {
        guard let integer, (0...Int64(Int32.max)).contains(integer) else { return nil }
        return Int(integer)
    }

    /// An account's number as text, written in the one way in which we write it.
    fileprivate var accountID: AccountID? {
        guard let text, let number = Int64(text), String(number) == text else { return nil }
        return AccountID(number)
    }
}

/// A JSON string (RFC 8259, 7).
private func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\"", "\\": quoted += "\\\(scalar)"
        case "\0"..."\u{1F}": quoted += "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
        default: quoted.unicodeScalars.append(scalar)
        }
    }
    return quoted + "\""
}
