import NIOSSL
import TestCertificates
import Testing

@testable import HTTPTransport

@Suite("TLS")
struct TLSServerTests {
    private static let get = Array("GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".utf8)

    @Test("the client chooses HTTP/1.1 or HTTP/2, and gets HTTP/1.1 when it chooses nothing")
    func versions() async throws {
        try await RunningServer.run { server in
            let two = try await TLSClient(server, "h2", "http/1.1").exchange(HTTP2Bytes.hello + HTTP2Bytes.request(1)) {
                HTTP2Bytes.frames(in: $0).contains { $0.kind == .data }
            }
            let one = try await TLSClient(server, "http/1.1").exchange(Self.get)
            let silent = try await TLSClient(server).exchange(Self.get)

            #expect(two.negotiated == "h2")
            let answer = try #require(try HTTP2Bytes.answers(in: two.received)[1])
            #expect(
                answer[":status"] == "200"
                    && answer["strict-transport-security"] == "max-age=31536000; includeSubDomains")
            #expect(one.negotiated == "http/1.1" && silent.negotiated == nil)
            for outcome in [one, silent] {
                #expect(outcome.text.hasPrefix("HTTP/1.1 200 "))
                #expect(outcome.text.contains("Strict-Transport-Security: max-age=31536000; includeSubDomains\r\n"))
            }
        }
    }

    @Test("a long answer comes whole, though the connection ends with it", arguments: [true, false], [true, false])
    func longLastAnswer(isOverTLS: Bool, hangsUp: Bool) async throws {
        let request = Array("GET /api/schema/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".utf8)

        try await RunningServer.run {
            if !isOverTLS { $0.tls = nil }
        } _: { server in
            let bytes =
                isOverTLS
                ? try await TLSClient(server).exchange(request).received
                : try await PlainClient.exchange(port: server.port, request, hangsUp: hangsUp)

            let parts = String(decoding: bytes, as: UTF8.self).split(separator: "\r\n\r\n", maxSplits: 1)
            let length = parts[0].lowercased().firstMatch(of: /content-length: (\d+)/).flatMap { Int($0.1) }
            #expect(length == parts[1].utf8.count && parts[1].utf8.count > 100_000)
        }
    }

    @Test("versions before 1.2 and ciphers without forward secrecy or authentication are refused")
    func oldClients() async throws {
        try await RunningServer.run { server in
            var old = TLSClient(server)
            old.change = {
                $0.minimumTLSVersion = .tlsv1
                $0.maximumTLSVersion = .tlsv11
            }
            var weak = TLSClient(server)
            weak.change = {
                $0.maximumTLSVersion = .tlsv12
                $0.cipherSuiteValues = [
                    .TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA, .TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA,
                    .TLS_RSA_WITH_AES_128_GCM_SHA256,
                ]
            }
            var modern = TLSClient(server)
            modern.change = { $0.maximumTLSVersion = .tlsv12 }

            let outcomes = [try await old.exchange(Self.get), try await weak.exchange(Self.get)]
            let good = try await modern.exchange(Self.get)

            #expect(outcomes.allSatisfy { !$0.isSecure && $0.received.isEmpty })
            #expect(good.isSecure && good.text.hasPrefix("HTTP/1.1 200 "))
        }
    }

    @Test("a renewed certificate is given to those who come from then on")
    func renewal() async throws {
        try await RunningServer.run { server in
            let renewed = try TestCertificate()
            var client = TLSClient(server)

            let before = try await client.exchange(Self.get)
            server.http.use(try TLSIdentity(certificate: renewed.certificate, key: renewed.key))
            let stranger = try await client.exchange(Self.get)
            client.trusted = renewed.certificate
            let after = try await client.exchange(Self.get)

            #expect(before.isSecure && !stranger.isSecure && after.isSecure)
        }
    }

    @Test("who does not finish the handshake in time is left")
    func handshake() async throws {
        try await RunningServer.run {
            $0.headTimeoutSeconds = 1
        } _: { server in
            let outcome = try await PlainClient.exchange(port: server.port, [0x16, 0x03, 0x01])
            let plain = try await PlainClient.exchange(port: server.port, Self.get)
            let after = try await TLSClient(server).exchange(Self.get)

            #expect(outcome.isEmpty)
            #expect(!String(decoding: plain, as: UTF8.self).contains("HTTP/"))
            #expect(after.text.hasPrefix("HTTP/1.1 200 "))
        }
    }

    @Test("slow and ambiguous clients are cut over TLS as they are without it")
    func guards() async throws {
        try await RunningServer.run {
            $0.headTimeoutSeconds = 1
        } _: { server in
            let slow = try await TLSClient(server).exchange(Array("GET /healthz HTTP/1.1\r\nHost: loc".utf8))
            let ambiguous = try await TLSClient(server).exchange(
                Array(
                    "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n".utf8
                ))

            #expect(slow.text.hasPrefix("HTTP/1.1 408 "))
            #expect(ambiguous.text.hasPrefix("HTTP/1.1 400 "))
        }
    }
}
