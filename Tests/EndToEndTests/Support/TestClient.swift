import APIContract
import Foundation
import Testing

/// An HTTP/1.1 client with one connection that is kept alive; it blocks a thread of its own and repeats nothing.
actor TestClient {
    private nonisolated let executor = ThreadExecutor()
    private let port: Int
    private let patience: Int
    /// Kept, because a server is killed with its value.
    private let server: ServerProcess
    private var connection: Connection?

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// - Parameter patience: after so many seconds without a byte, reading fails.
    init(_ server: ServerProcess, patience: Int = 60) {
        port = server.port
        self.server = server
        self.patience = patience
    }

    /// Sends a request and waits for its answer, which has to be one that the API's description has; pages for people are not part of
    /// the API.
    ///
    /// - Throws: `Socket.Lost` when there was no whole answer.
    func send(_ request: TestRequest) throws -> TestAnswer {
        try write(request.bytes(port: port))
        let answer = try readAnswer(isHead: request.method == "HEAD")
        guard !request.target.hasPrefix("/admin/") else { return answer }
        let exchange = AnsweredRequest(
            request.method, request.target, status: answer.status, headers: answer.headers, body: answer.body)
        for problem in server.contract.problems(with: exchange) { Issue.record("\(problem)") }
        return answer
    }

    /// Sends part of a request, or several.
    func write(_ bytes: [UInt8]) throws {
        do {
            try connected().socket.write(bytes)
        } catch {
            connection = nil
            throw error
        }
    }

    /// - Throws: `Socket.Lost` when the connection ends before the answer does.
    func readAnswer(isHead: Bool = false) throws -> TestAnswer {
        do {
            let answer = try connected().readAnswer(isHead: isHead)
            if answer["Connection"]?.lowercased() == "close" { connection = nil }
            return answer
        } catch {
            connection = nil
            throw error
        }
    }

    /// Reads until the peer closes the connection.
    /// - Throws: `Socket.Lost` when it stays open longer than the client has patience.
    func readToEnd() throws -> [UInt8] {
        defer { connection = nil }
        return try connected().readToEnd()
    }

    /// Whether something has come that was not read.
    func hasAnswer() throws -> Bool { try connected().hasAnswer }

    func disconnect() { connection = nil }

    private func connected() throws -> Connection {
        if let connection { return connection }
        let new = try Connection(port: port, patience: patience)
        connection = new
        return new
    }
}

/// A connection with the bytes that were read from it and belong to nothing yet.
private final class Connection {
    let socket: Socket
    private var unread: [UInt8] = []

    init(port: Int, patience: Int) throws { socket = try Socket(port: port, patience: patience) }

    var hasAnswer: Bool { !unread.isEmpty || socket.hasBytes }

    func readAnswer(isHead: Bool) throws -> TestAnswer {
        var answer = try TestAnswer(head: readLine(), fields: readFields())
        if (100..<200).contains(answer.status) { return try readAnswer(isHead: isHead) }
        guard !isHead, answer.status != 204, answer.status != 304 else { return answer }
        if let length = answer["Content-Length"].flatMap({ Int($0) }) {
            while unread.count < length { unread += try socket.read() }
            answer.body = Array(unread.prefix(length))
            unread.removeFirst(length)
        } else {
            answer.body = try readToEnd()
        }
        return answer
    }

    func readToEnd() throws -> [UInt8] {
        do {
            while true { unread += try socket.read() }
        } catch let lost as Socket.Lost where lost.number == 0 || lost.number == ECONNRESET {
            defer { unread = [] }
            return unread
        }
    }

    private func readFields() throws -> [(name: String, value: String)] {
        var fields: [(name: String, value: String)] = []
        while true {
            let line = try readLine()
            guard !line.isEmpty else { return fields }
            let parts = line.split(separator: ":", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
            fields.append((parts[0], parts.count > 1 ? parts[1] : ""))
        }
    }

    private func readLine() throws -> String {
        while true {
            if let end = unread.firstIndex(of: UInt8(ascii: "\n")) {
                let line = String(decoding: unread[..<end], as: UTF8.self)
                unread.removeSubrange(...end)
                return line.trimmingCharacters(in: .whitespacesAndNewlines)
            }
            unread += try socket.read()
        }
    }
}
