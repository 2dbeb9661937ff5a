/// Where a request comes from, as far as the server can know.
///
/// A class, since callers and events have it, and are copied often; nothing of it changes.
public final class RequestOrigin: Sendable {
    /// The request's own name, as in the log and in the answer's `X-Request-ID`.
    public let request: String
    /// Where the client is; `nil` when it has no address, as on a local socket or the command line.
    public let address: ClientAddress?
    /// What the client calls itself, blank when it does not: at most `deviceLimit` characters of its `User-Agent`.
    public let device: String
    /// Whether nobody between the client and the server, or a proxy that is trusted, can read what is sent.
    public let isEncrypted: Bool

    /// So many characters of a device's name are kept.
    public static let deviceLimit = 200

    public init(request: String, address: ClientAddress?, device: String, isEncrypted: Bool = false) {
        self.request = request
        self.address = address
        self.isEncrypted = isEncrypted
        // A scalar takes a byte at least.
        let isShort = device.utf8.count <= RequestOrigin.deviceLimit
        self.device = isShort ? device : String(device.unicodeScalars.prefix(RequestOrigin.deviceLimit))
    }

    /// Nothing is known.
    public static let unknown = RequestOrigin(request: "", address: nil, device: "")
}

extension RequestOrigin: Equatable {
    public static func == (one: RequestOrigin, other: RequestOrigin) -> Bool {
        one.request == other.request && one.address == other.address && one.device == other.device
            && one.isEncrypted == other.isEncrypted
    }
}
