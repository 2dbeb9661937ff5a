import Foundation
@testable import PostgresClient

/// Stands between client and server and does what networks do: stalls, cuts, refuses, at a chosen moment.
/// One thread; ends with the object.
final class TCPProxy: Sendable {
    enum Mode: Sendable {
        case forwarding
        /// Reads nothing from anyone, so that sockets fill up.
        case stalled
        /// Accepts and closes at once.
        case refusing
    }

    /// What happens when the client sends certain words.
    enum Action: Sendable {
        case cut
        case forwardThenCut
        case forwardThenStall
    }

    struct Pair {
        let client: CInt
        let server: CInt
        var isStalled = false
    }

    struct Orders {
        var mode = Mode.forwarding
        var mustCut = false
        var mustEnd = false
        var trigger: (words: [UInt8], action: Action)?
    }

    let port: Int

    private final class Shared: Sendable {
        let orders = Guarded(Orders())
    }

    private let shared = Shared()

    /// - Parameter mode: from the first connection on.
    init(to serverPort: Int, _ mode: Mode = .forwarding) throws {
        let listener = try Sockets.listen()
        shared.orders.withLock { $0.mode = mode }
        port = Sockets.port(of: listener)
        let shared = shared
        Thread.detachNewThread { Self.run(listener, serverPort, shared) }
    }

    deinit {
        shared.orders.withLock { $0.mustEnd = true }
    }

    func set(_ mode: Mode) {
        shared.orders.withLock { $0.mode = mode }
    }

    /// Closes all that is connected now.
    func cut() {
        shared.orders.withLock { $0.mustCut = true }
    }

    /// Once.
    func when(clientSends words: String, _ action: Action) {
        shared.orders.withLock { $0.trigger = (Array(words.utf8), action) }
    }

    private static func run(_ listener: CInt, _ serverPort: Int, _ shared: Shared) {
        var pairs: [Pair] = []
        defer {
            close(listener)
            for pair in pairs { closePair(pair) }
        }
        while true {
            let orders = shared.orders.withLock { orders in
                defer { orders.mustCut = false }
                return orders
            }
            if orders.mustEnd { return }
            if orders.mustCut {
                pairs.removeAll {
                    closePair($0)
                    return true
                }
            }
            turn(listener, serverPort, &pairs, orders, shared)
        }
    }

    private static func turn(
        _ listener: CInt, _ serverPort: Int, _ pairs: inout [Pair], _ orders: Orders, _ shared: Shared
    ) {
        let isStalled = orders.mode == .stalled
        let live = isStalled ? [] : pairs.filter { !$0.isStalled }
        let sockets = [listener] + live.flatMap { [$0.client, $0.server] }
        let readable = Sockets.readable(sockets, milliseconds: 5)
        if readable.contains(listener) { accept(listener, serverPort, &pairs, orders.mode) }
        for index in pairs.indices.reversed() {
            let pair = pairs[index]
            var isOpen = true
            if readable.contains(pair.client) { isOpen = fromClient(&pairs[index], orders.trigger, shared) }
            if isOpen, readable.contains(pair.server) {
                isOpen = Sockets.forward(from: pair.server, to: pair.client) != nil
            }
            if !isOpen {
                closePair(pair)
                pairs.remove(at: index)
            }
        }
    }

    private static func accept(_ listener: CInt, _ serverPort: Int, _ pairs: inout [Pair], _ mode: Mode) {
        let client = Foundation.accept(listener, nil, nil)
        guard client >= 0 else { return }
        guard mode != .refusing, let server = Sockets.connect(port: serverPort) else {
            close(client)
            return
        }
        pairs.append(Pair(client: client, server: server))
    }

    /// False when the pair must be closed.
    private static func fromClient(_ pair: inout Pair, _ trigger: (words: [UInt8], action: Action)?, _ shared: Shared)
        -> Bool
    {
        guard let bytes = Sockets.read(pair.client) else { return false }
        guard let trigger, bytes.firstRange(of: trigger.words) != nil else {
            return Sockets.write(bytes, to: pair.server)
        }
        shared.orders.withLock { $0.trigger = nil }
        switch trigger.action {
        case .cut: return false
        case .forwardThenCut:
            _ = Sockets.write(bytes, to: pair.server)
            return false
        case .forwardThenStall:
            pair.isStalled = true
            return Sockets.write(bytes, to: pair.server)
        }
    }

    private static func closePair(_ pair: Pair) {
        close(pair.client)
        close(pair.server)
    }
}
