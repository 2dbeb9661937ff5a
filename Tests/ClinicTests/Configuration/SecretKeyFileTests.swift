import Application
import Foundation
import Testing

@testable import clinic

@Suite struct `The key that is made once` {
    @Test func `is made on the first start and found by all later ones`() throws {
        let directory = try TemporaryDirectory()

        let first = try key(in: directory)
        let second = try key(in: directory)

        #expect(first == second)
        #expect(SecretKeyStrength.weakness(of: first) == nil)
        #expect(try directory.text(of: "var/secret_key") == first)
    }

    @Test func `is for its owner only, and nothing else is left beside it`() throws {
        let directory = try TemporaryDirectory()

        _ = try key(in: directory)

        #expect(try directory.mode(of: "var") == 0o700)
        #expect(try directory.mode(of: "var/secret_key") == 0o600)
        #expect(directory.names(in: "var") == ["secret_key"])
    }

    @Test func `differs from one folder to the next`() throws {
        #expect(try key(in: TemporaryDirectory()) != key(in: TemporaryDirectory()))
    }

    @Test func `is the same for all who start for the first time at once`() async throws {
        for _ in 0..<20 {
            let directory = try TemporaryDirectory()

            let keys = try await withThrowingTaskGroup(of: String.self) { group in
                for _ in 0..<12 { group.addTask { try key(in: directory) } }
                return try await group.reduce(into: Set()) { $0.insert($1) }
            }

            #expect(keys.count == 1)
            #expect(try keys == [directory.text(of: "var/secret_key")])
            #expect(directory.names(in: "var") == ["secret_key"])
        }
    }

    @Test func `is the other's when another start makes one in the meantime`() throws {
        let directory = try TemporaryDirectory()
        let interrupted = InterruptedRandomness { _ = try? key(in: directory) }

        let made = try key(in: directory, random: interrupted)

        #expect(try made == directory.text(of: "var/secret_key"))
        #expect(directory.names(in: "var") == ["secret_key"])
    }

    @Test func `is made although a start that was cut short left its draft`() throws {
        let directory = try TemporaryDirectory()
        try FileManager.default.createDirectory(atPath: "\(directory.path)/var", withIntermediateDirectories: true)
        try directory.write("", to: "var/secret_key.5e0c")

        let made = try key(in: directory)

        #expect(SecretKeyStrength.weakness(of: made) == nil)
        #expect(try key(in: directory) == made)
    }

    @Test func `is not taken from a file that others can read`() throws {
        let directory = try TemporaryDirectory()
        let made = try key(in: directory)
        let path = "\(directory.path)/var/secret_key"
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)

        let failure = #expect(throws: StartFailure.self) { try key(in: directory) }

        #expect(failure?.description.contains("chmod 600 \(path)") == true)
        #expect(failure?.description.contains(made) == false)
    }

    @Test(arguments: ["", "short", String(repeating: "ab", count: 40)])
    func `is not taken from a file that holds no good one, and the report says what to do`(text: String) throws {
        let directory = try TemporaryDirectory()
        try FileManager.default.createDirectory(atPath: "\(directory.path)/var", withIntermediateDirectories: true)
        try directory.write(text, to: "var/secret_key")

        let failure = #expect(throws: StartFailure.self) { try key(in: directory) }

        #expect(failure?.description.contains("var/secret_key") == true)
        #expect(failure?.description.contains("Remove the file") == true)
        #expect(text.isEmpty || failure?.description.contains(text) == false)
        #expect(try directory.text(of: "var/secret_key") == text)
    }

    @Test func `cannot be made where no folder can be, and the report says what to set`() {
        let failure = #expect(throws: StartFailure.self) {
            try SecretKeyFile.keyMadeOnce(in: "/proc/nowhere", random: TestRandomness())
        }

        #expect(failure?.description.contains("DATA_DIRECTORY") == true)
        #expect(failure?.description.contains("SECRET_KEY") == true)
    }
}

private func key(in directory: TemporaryDirectory, random: any RandomSource = TestRandomness()) throws -> String {
    try SecretKeyFile.keyMadeOnce(in: "\(directory.path)/var", random: random).text
}
