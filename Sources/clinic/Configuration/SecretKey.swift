import Application
import Domain
import Foundation

/// What makes a key that signs tokens easy to guess.
enum SecretKeyStrength {
    /// - Returns: what is weak about it, as the end of a sentence; `nil` when it is fine.
    static func weakness(of key: String?) -> String? {
        guard let key else { return "is not set" }
        let lowercased = key.lowercased()
        if key.utf8.count < 32 { return "is shorter than 32 bytes" }
        if Set(key.utf8).count < 10 { return "repeats a few characters" }
        for word in ["django-insecure", "changeme", "change-me", "your-secret", "secret-key", "example"]
        where lowercased.contains(word) {
            return "looks like an example (it holds \"\(word)\")"
        }
        return nil
    }
}

/// The key that is made on the first start and kept in a file that only its owner can read.
enum SecretKeyFile {
    /// The key in the file, made when there is none. Two processes that start at once get the same key.
    ///
    /// - Throws: when the file can be neither read nor made.
    static func keyMadeOnce(in directory: String, random: any RandomSource) throws -> Sensitive {
        try FileManager.default.createDirectory(
            atPath: directory, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let path = "\(directory)/secret_key"
        let made = random.sessionID().text + random.sessionID().text
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL, 0o600)
        if descriptor >= 0 {
            let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
            try handle.write(contentsOf: Data(made.utf8))
            try handle.synchronize()
            return Sensitive(made)
        }
        let kept = try String(contentsOfFile: path, encoding: .utf8).trimmingCharacters(in: .whitespacesAndNewlines)
        guard SecretKeyStrength.weakness(of: kept) == nil else {
            throw StartFailure("\(path) holds no usable key. Remove the file to have a new one made; all sign-ins end.")
        }
        return Sensitive(kept)
    }
}

/// Why the program cannot do what it was asked, in words that say what to do next.
struct StartFailure: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
