import HTTPTypes
import Testing

@testable import AdminPages
@testable import HTTPTransport

extension Browser {
    /// How many bytes the first visit to a page fetches: the page, and all that it and its scripts name, compressed where
    /// the server does so.
    mutating func firstLoad(_ path: String) async throws -> Int {
        headers[.acceptEncoding] = nil
        let shown = try await get(path)
        try #require(shown.status == 200)
        var (names, sizes) = (Browser.assets(in: shown.body), [path: shown.size])
        while let name = names.popLast() {
            guard sizes[name] == nil else { continue }
            headers[.acceptEncoding] = nil
            names += Browser.assets(in: try await get(name).body, of: name)
            headers[.acceptEncoding] = "gzip, deflate, br"
            sizes[name] = try await get(name).size
        }
        headers[.acceptEncoding] = nil
        return sizes.values.reduce(0, +)
    }

    private static func assets(in html: String) -> [String] {
        html.matches(of: /(?:href|src)="(\/admin\/assets\/[^"]+)"/).map { String($0.1) }
    }

    /// What a module imports stands in the folder of the module.
    private static func assets(in script: String, of name: String) -> [String] {
        guard name.hasSuffix(".js") else { return [] }
        let folder = name.prefix(through: name.lastIndex(of: "/") ?? name.startIndex)
        return script.matches(of: /(?:from |import |import\()'\.\/([a-z]+\.js)'/).map { "\(folder)\($0.1)" }
    }
}
