public import Domain

/// Lets a browser keep what somebody typed while nobody is signed in: only the server can read it, or notice that it is
/// the same, and only for the account that typed it.
public protocol DraftSeal: Sendable {
    /// The bytes as text for a form; each time another one.
    func seal(_ draft: [UInt8], of account: AccountID) -> String

    /// - Returns: `nil` for what was not sealed for this account under this key.
    func open(_ sealed: String, of account: AccountID) -> [UInt8]?
}
