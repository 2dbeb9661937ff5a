import Foundation
import Testing

@Suite("Forged tokens")
struct ForgedTokenTests {
    /// What every one of them is told; nothing in it says how near it came.
    private static let refusal =
        #"{"detail":"Given token not valid for any token type","code":"token_not_valid","#
        + #""messages":[{"token_class":"AccessToken","token_type":"access","message":"Token is invalid"}]}"#

    @Test("whatever a forged access token tries, the answer is one and the same 401")
    func accessTokens() async throws {
        let server = try await Engine.sqlite.freshDatabase().server()
        let client = TestClient(server)
        let forged = try await forgedTokens(client) { $0.access }.filter(\.fitsHeader)

        var wrong: [String] = []
        for forged in forged {
            let answer = try await client.send(TestRequest("GET", "/api/patients/", token: forged.token))
            if answer.status != 401 || answer.body != Array(Self.refusal.utf8) {
                wrong.append("\(forged.trick): \(answer.status)")
            }
        }

        #expect(forged.count >= 100)
        #expect(wrong == [])
        #expect(await server.stop() == 0)
        #expect(server.log.lines(with: "\"level\":\"error\"") == [])
    }

    @Test("whatever a forged refresh token tries, the answer is one and the same 401")
    func refreshTokens() async throws {
        let server = try await Engine.sqlite.freshDatabase().server()
        let client = TestClient(server)
        let forged = try await forgedTokens(client) { $0.refresh }.filter {
            // No member of a body may be empty or hold NUL.
            !$0.token.isEmpty && !$0.token.contains("\0")
        }

        var wrong: [String] = []
        for forged in forged {
            let answer = try await client.send(
                TestRequest("POST", "/api/auth/token/refresh/", ["refresh": .string(forged.token)]))
            if answer.status != 401 || answer.json != ["detail": "Token is invalid", "code": "token_not_valid"] {
                wrong.append("\(forged.trick): \(answer.status)")
            }
        }

        #expect(forged.count >= 100)
        #expect(wrong == [])
    }

    @Test("no token of Project Wycheproof opens anything")
    func wycheproof() async throws {
        let server = try await Engine.sqlite.freshDatabase().server()
        let client = TestClient(server)
        let folder = try #require(Bundle.module.url(forResource: "Vectors", withExtension: nil))
        let file = try Data(contentsOf: folder.appending(path: "wycheproof_tokens.json"))
        let vectors = try #require(JSON(Array(file))?.elements)

        var (wrong, count): ([String], Int) = ([], 0)
        for vector in vectors {
            let token = try #require(vector["token"]?.text)
            guard ForgedToken("", token).fitsHeader else { continue }
            count += 1
            let answer = try await client.send(TestRequest("GET", "/api/patients/", token: token))
            if answer.status != 401 || answer.body != Array(Self.refusal.utf8) {
                wrong.append("\(vector["file"]?.text ?? "") \(vector["tcId"]?.written ?? "")")
            }
        }

        #expect(count >= 500)
        #expect(wrong == [])
    }

    @Test("who holds a genuine token learns that it has run out, or is of the other kind; nobody else does")
    func genuine() async throws {
        let server = try await Engine.sqlite.freshDatabase().server()
        let client = TestClient(server)
        let visitor = try await client.register("visitor")
        let forge = try #require(TokenForge(visitor.access))
        let past = forge.payload(["exp": 946_684_800])
        let otherKind = forge.payload(["token_type": "refresh"])

        let genuine = [forge.signed(past), forge.signed(otherKind), visitor.refresh]
        let guessed = [forge.signed(past, key: "secret"), forge.signed(otherKind, key: "secret")]
        var told: [String] = []
        for token in genuine + guessed {
            let answer = try await client.send(TestRequest("GET", "/api/patients/", token: token))
            try #require(answer.status == 401)
            told.append(answer.json?["messages"]?.elements?.first?["message"]?.text ?? "")
        }

        #expect(
            told == [
                "Token is expired", "Token has wrong type", "Token has wrong type", "Token is invalid",
                "Token is invalid",
            ])
    }

    private func forgedTokens(
        _ client: TestClient, _ token: @Sendable (Account) -> String
    ) async throws -> [ForgedToken] {
        let visitor = try await client.register("visitor")
        let other = try await client.register("other")
        let gone = try await client.register("gone")
        _ = try await client.send(TestRequest("POST", "/api/auth/logout/", ["refresh": .string(gone.refresh)]))
        let forge = try #require(TokenForge(token(visitor)))
        return ForgedToken.withoutKey(forge)
            + ForgedToken.withKey(
                forge, other: try #require(TokenForge(token(other))),
                ended: try #require(TokenForge(token(gone))))
    }
}
