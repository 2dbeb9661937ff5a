/// The address or the port cannot be listened on.
public struct ListenFailure: Error {
    /// The system's words, such as `Address already in use`.
    public let reason: String
}
