import Synchronization

/// What clients wrote until the server was killed under them.
struct CrashRound: Sendable {
    /// A record as it was sent, with the answer when there was one.
    struct Write: Sendable {
        let path: String
        let sent: JSON
        /// The record as acknowledged with 201; `nil` when no answer came.
        var acknowledged: JSON?
    }

    /// Tells when a number of requests have been sent.
    final class Fuse: Sendable {
        private let left: Atomic<Int>
        private let burnt: AsyncStream<Void>
        private let burn: AsyncStream<Void>.Continuation

        init(after count: Int) {
            left = Atomic(count)
            (burnt, burn) = AsyncStream.makeStream()
        }

        func tick() {
            if left.subtract(1, ordering: .relaxed).newValue == 0 { burn.finish() }
        }

        func wait() async { for await _ in burnt {} }
    }

    let number: Int
    let account: Account
    let doctors: [Int]
    let patients: [Int]

    /// Marks the patients of this round.
    var marker: String { "Round\(number)x" }
    /// The day of this round's appointments.
    var day: String { "2031-03-\(number + 1 < 10 ? "0" : "")\(number + 1)" }

    /// Writes with one client for each doctor until the server is gone.
    func write(to server: ServerProcess, fuse: Fuse) async -> [Write] {
        await withTaskGroup(of: [Write].self) { group in
            for index in doctors.indices {
                let client = TestClient(server)
                group.addTask { await write(client, index, fuse) }
            }
            return await group.reduce(into: []) { $0 += $1 }
        }
    }

    private func write(_ client: TestClient, _ index: Int, _ fuse: Fuse) async -> [Write] {
        var writes: [Write] = []
        for count in 0..<1_000 {
            var write = count.isMultiple(of: 2) ? patient(index, count) : appointment(index, count / 2)
            fuse.tick()
            let answer = try? await client.send(TestRequest("POST", write.path, write.sent, token: account.access))
            guard let answer else { return writes + [write] }
            guard answer.status == 201 else { continue }
            write.acknowledged = answer.json
            writes.append(write)
        }
        return writes
    }

    private func patient(_ index: Int, _ count: Int) -> Write {
        Write(path: "/api/patients/", sent: Samples.patient("\(marker)-\(index)-\(count)"))
    }

    /// One after the other, so that none is refused.
    private func appointment(_ index: Int, _ count: Int) -> Write {
        let (hour, minute) = (count / 12 % 24, count % 12 * 5)
        let time = "\(day)T\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute):00Z"
        return Write(
            path: "/api/appointments/",
            sent: Samples.appointment(doctor: doctors[index], patient: patients[index], at: time, minutes: 5))
    }
}
