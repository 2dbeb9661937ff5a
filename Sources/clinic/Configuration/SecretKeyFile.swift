import Application
import Domain
import Foundation

/// The key that is made on the first start and kept in a file that only its owner can read.
enum SecretKeyFile {
    /// The key in the file, made when there is none.
    ///
    /// All who start for the first time at once get the same key. A start that is cut short leaves a whole key or
    /// none; at most a draft stays beside it, which nobody reads.
    ///
    /// - Throws: when the file can be neither read nor made, or holds no good key.
    static func keyMadeOnce(in directory: String, random: any RandomSource) throws(StartFailure) -> Sensitive {
        if let kept = try keptKey(in: directory) { return kept }
        do {
            try make(path(in: directory), in: directory, random: random)
        } catch {
            throw unusable(path(in: directory), error)
        }
        guard let made = try keptKey(in: directory) else {
            throw StartFailure("\(path(in: directory)) is gone again. Who else writes into that folder?")
        }
        return made
    }

    /// The key in the file; `nil` when there is no file.
    ///
    /// - Throws: when the file cannot be read, holds no good key, or can be read by others.
    static func keptKey(in directory: String) throws(StartFailure) -> Sensitive? {
        let path = path(in: directory)
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        let kept: String
        let mode: Int
        do {
            kept = try String(contentsOfFile: path, encoding: .utf8).trimmingCharacters(in: .whitespacesAndNewlines)
            let attributes = try FileManager.default.attributesOfItem(atPath: path)
            mode = attributes[.posixPermissions] as? Int ?? 0o777
        } catch {
            throw unusable(path, error)
        }
        guard SecretKeyStrength.weakness(of: kept) == nil else {
            throw StartFailure("\(path) holds no usable key. Remove the file to have a new one made; all sign-ins end.")
        }
        guard mode & 0o077 == 0 else {
            throw StartFailure("\(path) can be read by others. Run: chmod 600 \(path)")
        }
        return Sensitive(kept)
    }

    private static func path(in directory: String) -> String { "\(directory)/secret_key" }

    private static func unusable(_ path: String, _ error: any Error) -> StartFailure {
        StartFailure(
            "\(path) can be neither read nor made (\(error.localizedDescription)). Name a folder of your own in DATA_DIRECTORY, or set SECRET_KEY."
        )
    }

    /// Makes the file unless somebody else does at the same time.
    private static func make(_ path: String, in directory: String, random: any RandomSource) throws {
        try FileManager.default.createDirectory(
            atPath: directory, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let draft = "\(path).\(random.sessionID().text)"
        do {
            defer { unlink(draft) }
            try write(random.sessionID().text + random.sessionID().text, to: draft)
            // The name appears with the whole key behind it, and never takes the place of another's.
            guard link(draft, path) == 0 || errno == EEXIST else { throw systemError() }
        }
        try synchronize(directory)
    }

    private static func write(_ key: String, to path: String) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw systemError() }
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        try handle.write(contentsOf: Data(key.utf8))
        try handle.synchronize()
        try handle.close()
    }

    /// Has the names in a folder outlive a loss of power.
    private static func synchronize(_ directory: String) throws {
        let descriptor = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw systemError() }
        defer { close(descriptor) }
        // Some file systems have nothing to write for a folder, and say EINVAL.
        guard fsync(descriptor) == 0 || errno == EINVAL else { throw systemError() }
    }

    private static func systemError() -> POSIXError { POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
}
