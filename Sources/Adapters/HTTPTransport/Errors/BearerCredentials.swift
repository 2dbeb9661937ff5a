import Domain
import Glibc
import HTTPTypes

/// What an `Authorization` header says (RFC 6750, 2.1). The scheme's case counts, as the documented systems have it.
enum BearerCredentials: Equatable {
    /// There is no header, or it is of another scheme.
    case none
    /// The scheme stands there without exactly one token.
    case malformed
    case token(String)

    init(header: String?) {
        // What nearly all clients send.
        if let header, let token = Self.onlyToken(in: header) {
            self = .token(token)
            return
        }
        let words = (header ?? "").utf8.split(whereSeparator: Self.isBlank)
        guard let scheme = words.first, scheme.elementsEqual("Bearer".utf8) else {
            self = .none
            return
        }
        self = words.count == 2 ? .token(String(Substring(words[1]))) : .malformed
    }

    /// What stands behind `Bearer ` when that is one word.
    private static func onlyToken(in header: String) -> String? {
        let isOneWord = header.utf8.withContiguousStorageIfAvailable { bytes in
            guard bytes.count > 7, bytes[..<7].elementsEqual("Bearer ".utf8), let first = bytes.baseAddress else {
                return false
            }
            let (token, length) = (first + 7, bytes.count - 7)
            return memchr(token, CInt(blank), length) == nil && memchr(token, CInt(tab), length) == nil
        }
        return isOneWord == true ? String(Substring(header.utf8.dropFirst(7))) : nil
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == blank || byte == tab }

    private static let blank = UInt8(ascii: " ")
    private static let tab = UInt8(ascii: "\t")

    /// The answer to a header that cannot be read.
    static let malformedAnswer = Answer.detail(
        .unauthorized, "Authorization header must contain two space-delimited values"
    ) { $0.member("code", "bad_authorization_header") }.challenging

    /// The answer to a token that cannot be used.
    static func answer(for refusal: SignInRefusal) -> Answer {
        Answer.detail(.unauthorized, "Given token not valid for any token type") { json in
            json.member("code", "token_not_valid")
            json.key("messages")
            json.beginArray()
            json.beginObject()
            json.member("token_class", "AccessToken")
            json.member("token_type", "access")
            json.member("message", refusal.tokenText)
            json.endObject()
            json.endArray()
        }.challenging
    }
}
