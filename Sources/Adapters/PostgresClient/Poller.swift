import CEpoll

/// epoll, level-triggered. Confined to the reactor's thread.
final class Poller {
    struct Event {
        let token: UInt64
        let isReadable: Bool
        let isWritable: Bool
    }

    /// The mailbox's wake-up; connections have other tokens.
    static let wakeUpToken: UInt64 = 0

    private let descriptor: CInt
    private var buffer = [clinic_epoll_event](repeating: clinic_epoll_event(), count: 32)

    init(wakeUp: CInt) {
        descriptor = clinic_epoll_open()
        precondition(descriptor >= 0, "no file descriptor left for epoll")
        watch(wakeUp, token: Self.wakeUpToken, forReading: true, forWriting: false)
    }

    deinit {
        close(descriptor)
    }

    func watch(_ socket: CInt, token: UInt64, forReading: Bool, forWriting: Bool) {
        _ = clinic_epoll_watch(descriptor, socket, token, forReading ? 1 : 0, forWriting ? 1 : 0)
    }

    func forget(_ socket: CInt) {
        clinic_epoll_forget(descriptor, socket)
    }

    /// Waits for events, at most so many milliseconds; -1 is without limit.
    func wait(milliseconds: CInt) -> [Event] {
        let count = clinic_epoll_wait(descriptor, &buffer, CInt(buffer.count), milliseconds)
        guard count > 0 else { return [] }
        return buffer[..<Int(count)].map { event in
            Event(token: event.token, isReadable: event.readable != 0, isWritable: event.writable != 0)
        }
    }
}
