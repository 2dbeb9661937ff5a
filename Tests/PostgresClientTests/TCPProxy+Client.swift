import Foundation
import PostgresClient
import PostgresTestServer
import Testing

/// Runs a test with a client behind a proxy, on a database with a table of notes.
func withProxy(
    _ settings: Settings = .usual, initially mode: TCPProxy.Mode = .forwarding,
    _ test: (PostgresClient, TCPProxy, _ directURL: String) async throws -> Void
) async throws {
    let url = try await TestPostgres.shared.freshDatabase()
    try await TestPostgres.psql(url, "CREATE TABLE notes (id bigint PRIMARY KEY)")
    var parts = try #require(URLComponents(string: url))
    let proxy = try TCPProxy(to: try #require(parts.port), mode)
    parts.port = proxy.port
    try await withClient(on: try #require(parts.string), settings) { client, _ async throws in
        try await test(client, proxy, url)
    }
}
