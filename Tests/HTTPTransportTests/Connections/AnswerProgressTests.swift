import NIOCore
import NIOEmbedded
import Testing

@testable import HTTPTransport

@Suite("clients that do not take their answer")
struct AnswerProgressTests {
    @Test("an answer of which nothing leaves for thirty seconds is given up")
    func stalled() throws {
        let client = try GuardedConnection()

        client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
        // Without a flush the bytes wait in the channel, as they do when the client does not read.
        client.beginAnswer()
        client.pass(.seconds(29))
        let wasOpen = client.isOpen
        client.pass(.seconds(2))

        #expect(wasOpen)
        #expect(!client.isOpen)
        #expect(client.cuts == [.stalledAnswer])
    }

    @Test("who is still receiving is not idle")
    func receiving() throws {
        var limits = ConnectionLimits()
        limits.answerStall = .minutes(10)
        let client = try GuardedConnection(limits)

        client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
        client.beginAnswer()
        client.endAnswerUnsent()
        client.pass(.seconds(90))
        let wasOpen = client.isOpen
        client.channel.flush()
        client.pass(.seconds(61))

        #expect(wasOpen)
        #expect(!client.isOpen)
        #expect(client.cuts.isEmpty)
    }

    @Test("a MiB in thirty seconds is enough, less is not")
    func trickle() {
        var quick = AnswerProgress(limits: ConnectionLimits(), connectedAt: .uptimeNanoseconds(0))
        var slow = AnswerProgress(limits: ConnectionLimits(), connectedAt: .uptimeNanoseconds(0))

        let quickStalls = (1...100).map { quick.isStalled(waiting: 100_000_000 - $0 * 40_000, at: at($0)) }
        let slowStalls = (1...100).map { slow.isStalled(waiting: 100_000_000 - $0 * 34_000, at: at($0)) }

        #expect(!quickStalls.contains(true))
        #expect(slowStalls.firstIndex(of: true) == 29)
    }

    @Test("the last bytes may be fewer")
    func lastBytes() {
        var progress = AnswerProgress(limits: ConnectionLimits(), connectedAt: .uptimeNanoseconds(0))

        let stalls = [(1, 10), (29, 10), (30, 0), (59, 10), (60, 0), (61, 10), (89, 10)].map { second, bytes in
            progress.isStalled(waiting: bytes, at: at(second))
        }

        #expect(!stalls.contains(true))
    }

    @Test("more to send is no progress")
    func growth() {
        var progress = AnswerProgress(limits: ConnectionLimits(), connectedAt: .uptimeNanoseconds(0))

        let stalls = (0...30).map { progress.isStalled(waiting: 100_000 + $0 * 1_000, at: at($0)) }

        #expect(stalls.last == true)
    }

    private func at(_ second: Int) -> NIODeadline { .uptimeNanoseconds(0) + .seconds(Int64(second)) }
}
