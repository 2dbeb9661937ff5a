/// The time from one sign-in to its end. Every token belongs to a session and is good only while it lives.
public struct Session: Equatable, Sendable {
    public let id: SessionID
    public let account: AccountID
    public let startedAt: Instant
    /// What the client called itself at sign-in, blank when it did not; see `RequestOrigin.device`.
    public let device: String
    /// Where the client was at sign-in, when that is known.
    public let address: ClientAddress?
    /// The last use that was noted; uses are noted once a minute.
    public var lastUsedAt: Instant
    /// When the session ends by itself: with the last refresh token given out for it.
    public var expiresAt: Instant
    /// The newest generation of refresh tokens of which one has been used; signing in gives out generation 0.
    public internal(set) var generation: Int
    /// When a token of that generation was first used; `nil` for generation 0.
    public internal(set) var advancedAt: Instant?

    public init(
        id: SessionID, account: AccountID, startedAt: Instant, device: String = "", address: ClientAddress? = nil,
        lastUsedAt: Instant? = nil, expiresAt: Instant, generation: Int = 0, advancedAt: Instant? = nil
    ) {
        self.id = id
        self.account = account
        self.startedAt = startedAt
        self.device = device
        self.address = address
        self.lastUsedAt = lastUsedAt ?? startedAt
        self.expiresAt = expiresAt
        self.generation = generation
        self.advancedAt = advancedAt
    }
}

extension Session {
    /// For so many seconds after a use was noted, further ones are not.
    public static let noteSeconds: Int64 = 60

    /// Whether a use is to be noted, when another one was noted last at `last`.
    public static func isUseNotable(at now: Instant, after last: Instant) -> Bool {
        now >= last.adding(seconds: noteSeconds)
    }
}

/// The number by which an account's holder tells its sessions apart: 53 of the 128 bits of its name, so that it fits
/// into a JSON number and does not show what tokens carry.
public typealias SessionNumber = ID<Session>

/// Names a session: 32 hexadecimal digits in lower case, made from 128 random bits.
public struct SessionID: Hashable, Sendable {
    public let text: String

    /// - Returns: `nil` for text of another form.
    public init?(_ text: String) {
        let isHexadecimal = text.utf8.allSatisfy { digit in
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit)
                || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(digit)
        }
        guard text.utf8.count == 32, isHexadecimal else { return nil }
        self.text = text
    }

    /// The session's number for its holder.
    public var number: SessionNumber? {
        UInt128(text, radix: 16).flatMap { SessionNumber(Int64($0 & ((1 << 53) - 1))) }
    }

    /// The name made of these random bits.
    public init(bits: UInt128) {
        text = String(unsafeUninitializedCapacity: 32) { digits in
            for place in 0..<32 {
                let digit = UInt8(truncatingIfNeeded: bits >> UInt128(4 * (31 - place))) & 15
                digits.initializeElement(at: place, to: Hexadecimal.digit(digit))
            }
            return 32
        }
    }
}
