import Foundation
import Testing

@testable import HTTPTransport

/// The files of nst/JSONTestSuite: `y_` must be read, `n_` refused, `i_` may be either.
@Suite("the JSON test suite")
struct JSONTestSuiteTests {
    @Test("files that are JSON are read", arguments: files("y_"))
    func accepted(name: String) throws {
        let text = try content(name)

        _ = try JSONParser.parse(text)
    }

    @Test("files that are not JSON are refused", arguments: files("n_"))
    func refused(name: String) throws {
        let text = try content(name)

        #expect(throws: JSONParseError.self) { try JSONParser.parse(text) }
    }

    @Test("files left to the reader are read or refused, with a place inside the file", arguments: files("i_"))
    func either(name: String) throws {
        let text = try content(name)

        do throws(JSONParseError) {
            _ = try JSONParser.parse(text)
        } catch {
            #expect(error.line >= 1 && error.column >= 1 && error.column <= text.count + 1)
        }
    }

    @Test("all files are there")
    func complete() {
        #expect(Self.files("y_").count == 95)
        #expect(Self.files("n_").count == 188)
        #expect(Self.files("i_").count == 35)
    }

    private static let folder = Bundle.module.resourceURL?.appending(path: "Vectors/jsontestsuite/test_parsing")

    private static func files(_ prefix: String) -> [String] {
        let names = folder.flatMap { try? FileManager.default.contentsOfDirectory(atPath: $0.path) } ?? []
        return names.filter { $0.hasPrefix(prefix) }.sorted()
    }

    private func content(_ name: String) throws -> [UInt8] {
        try Array(Data(contentsOf: #require(Self.folder).appending(path: name)))
    }
}
