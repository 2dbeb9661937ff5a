import CEpoll

/// What one reactor watches its sockets with. Their tokens hold its number, so that events find back to it.
struct SocketWatcher: Sendable {
    fileprivate static let numberShift: UInt64 = 40

    private let watch: SocketWatch
    private let number: UInt64

    init(watch: SocketWatch, number: UInt64) {
        self.watch = watch
        self.number = number
    }

    static func number(of token: UInt64) -> UInt64 { token >> numberShift }

    /// - Parameters:
    ///   - connection: below 65,536.
    ///   - generation: tells a connection's socket from its earlier ones.
    func token(connection: Int, generation: UInt64) -> UInt64 {
        number << Self.numberShift | (generation & 0xFF_FFFF) << 16 | UInt64(connection)
    }

    static func connection(of token: UInt64) -> Int { Int(token & 0xFFFF) }

    /// Watches a socket until it was ready once, or changes what it is watched for.
    func watch(_ socket: CInt, token: UInt64, forReading: Bool, forWriting: Bool) {
        watch.watch(socket, token: token, forReading: forReading, forWriting: forWriting)
    }

    /// Whether something can be read from a socket at once.
    func hasBytes(_ socket: CInt) -> Bool { clinic_socket_has_bytes(socket) == 1 }

    func forget(_ socket: CInt) { watch.forget(socket) }

    /// Nothing is told any more, but for what is on its way.
    func end() { watch.remove(number) }
}
