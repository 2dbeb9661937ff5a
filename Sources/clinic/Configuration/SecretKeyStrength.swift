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
