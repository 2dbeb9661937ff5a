import CEpoll

/// One thread for all clients that does nothing but wait in epoll, and tells event loops which of their sockets are
/// ready: loops cannot watch sockets that are libpq's.
///
/// What is ready is told once; the socket is watched again when its loop has done with it.
final class SocketWatch: Sendable {
    struct Event: Sendable {
        let token: UInt64
        let isWritable: Bool
    }

    typealias Listener = @Sendable (Event) -> Void

    static let shared = SocketWatch()

    private struct State: Sendable {
        var listeners: [UInt64: Listener] = [:]
        var lastNumber: UInt64 = 0
        var isRunning = false
    }

    private let descriptor: CInt
    private let state = Guarded(State())

    private init() {
        descriptor = clinic_epoll_open()
        precondition(descriptor >= 0, "no file descriptor left for epoll")
    }

    /// Starts the thread unless it runs. False when the system has none left.
    func start() -> Bool {
        let isFirst = state.withLock { state in
            defer { state.isRunning = true }
            return !state.isRunning
        }
        guard isFirst else { return true }
        let isStarted = DetachedThread.start(named: "postgres") { [self] in run() }
        if !isStarted { state.withLock { $0.isRunning = false } }
        return isStarted
    }

    /// - Parameter listener: called on the thread.
    func add(_ listener: @escaping Listener) -> SocketWatcher {
        let number = state.withLock { state in
            state.lastNumber += 1
            state.listeners[state.lastNumber] = listener
            return state.lastNumber
        }
        return SocketWatcher(watch: self, number: number)
    }

    func remove(_ number: UInt64) {
        state.withLock { $0.listeners[number] = nil }
    }

    func watch(_ socket: CInt, token: UInt64, forReading: Bool, forWriting: Bool) {
        _ = clinic_epoll_watch_once(descriptor, socket, token, forReading ? 1 : 0, forWriting ? 1 : 0)
    }

    func forget(_ socket: CInt) {
        clinic_epoll_forget(descriptor, socket)
    }

    private func run() {
        var buffer = [clinic_epoll_event](repeating: clinic_epoll_event(), count: 32)
        while true { tellWhatIsReady(&buffer) }
    }

    /// A function of its own: what a loop without an end copies, nobody gives back.
    private func tellWhatIsReady(_ buffer: inout [clinic_epoll_event]) {
        let count = clinic_epoll_wait(descriptor, &buffer, CInt(buffer.count), -1)
        for index in 0..<max(0, Int(count)) {
            let event = buffer[index]
            let listener = state.withLock { $0.listeners[SocketWatcher.number(of: event.token)] }
            listener?(Event(token: event.token, isWritable: event.writable != 0))
        }
    }
}
