import Foundation

/// Requests in their order, with the answers that were recorded to them.
struct Recording: Sendable {
    struct Unreadable: Error {}

    /// One request and what is expected of its answer.
    struct Step: Sendable {
        let id: String
        let method: String
        let path: String
        /// The whole step as in the file.
        let json: JSON
        /// Status, headers and body, with patterns in place of what differs from run to run.
        let answer: JSON

        func text(_ member: String) -> String? { json[member]?.text }
        func flag(_ member: String) -> Bool { json[member] == true }

        /// Names of response headers to compare beyond the usual ones.
        var watched: [String] { (json["watch"]?.elements ?? []).compactMap(\.text) }
    }

    let steps: [Step]

    /// - Parameter name: of a file in `Recordings`, up to its first ending.
    init(_ name: String) throws {
        guard let folder = Bundle.module.url(forResource: "Recordings", withExtension: nil) else { throw Unreadable() }
        let cases = JSON(Array(try Data(contentsOf: folder.appending(path: "\(name).json"))))
        let answers = try Recording.answers(folder.appending(path: "\(name).golden.jsonl"))
        guard let cases = cases?["steps"]?.elements else { throw Unreadable() }
        steps = try cases.map { json in
            guard let id = json["id"]?.text, let method = json["method"]?.text, let path = json["path"]?.text,
                let answer = answers[id]
            else { throw Unreadable() }
            return Step(id: id, method: method, path: path, json: json, answer: answer)
        }
    }

    private static func answers(_ file: URL) throws -> [String: JSON] {
        var answers: [String: JSON] = [:]
        for line in try Data(contentsOf: file).split(separator: UInt8(ascii: "\n")) {
            guard let row = JSON(Array(line)), let id = row["step"]?.text else { throw Unreadable() }
            answers[id] = row["response"]
        }
        return answers
    }
}
