/// Passwords that so many people chose that they are guessed first.
public enum CommonPasswords {
    private static let passwords = Set(
        list.split(whereSeparator: { $0 == "\t" || $0 == "\n" }).map { String($0) })

    /// Whether a password is on the list.
    ///
    /// - Parameter password: in lower case.
    public static func contains(_ password: String) -> Bool { passwords.contains(password) }
}
