import HTTPTypes
import Testing

@testable import HTTPTransport

/// Bodies of the hospital contract.
enum HospitalBody {
    static let syed = #"{"firstname":"Syed","lastname":"Mehdi","age":21,"gender":"M","email":"syed@example.org"}"#
    static let drDoe =
        #"{"firstname":"John","lastname":"Doe","specialization":"DERM","gender":"M","email":"doe@example.org"}"#
}

extension TestServer {
    /// Sends a request of the hospital contract, as the nurse.
    func hospital(_ method: HTTPRequest.Method, _ path: String, _ json: String? = nil) async throws -> Received {
        try await send(method, "/hospital/api/\(path)", as: nurse, json: json)
    }

    /// Sends a request of the clinic's own API, as the nurse.
    func native(_ method: HTTPRequest.Method, _ path: String, _ json: String? = nil) async throws -> Received {
        try await send(method, "/api/\(path)", as: nurse, json: json)
    }

    /// A record in the clinic's own API without the time of its last change.
    func nativeRecord(_ path: String) async throws -> String {
        let body = try await native(.get, path).body
        let end = try #require(body.firstRange(of: #","updated_at""#))
        return String(body[..<end.lowerBound])
    }
}
