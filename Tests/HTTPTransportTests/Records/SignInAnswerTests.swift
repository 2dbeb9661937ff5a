import Domain
import HTTPTypes
import Testing

@testable import HTTPTransport

@Suite struct `Signing in, in vain` {
    @Test(arguments: ["/api/auth/login/", "/api/token/", "/hospital/api/auth/login/"])
    func `is answered the same for a name that nobody has, a wrong password and a disabled account`(
        path: String
    ) async throws {
        let server = try await TestServer()
        try await server.change(2) { $0.isActive = false }
        let attempts = [
            #"{"username":"nobody","password":"Tr1cky-Horse-9"}"#,
            #"{"username":"nurse","password":"Another-Horse-8"}"#,
            #"{"username":"otherNurse","password":"Tr1cky-Horse-9"}"#,
            #"{"username":"otherNurse","password":"Another-Horse-8"}"#,
        ]

        var answers: Set<String> = []
        for attempt in attempts {
            let answer = try await server.send(.post, path, json: attempt, headers: [.requestID: "r"])
            answers.insert(answer.snapshot)
        }

        #expect(answers.count == 1)
        #expect(answers.first?.hasPrefix("401\n") == true)
    }
}
