/// Where and how the API is served.
public struct HTTPSettings: Equatable, Sendable {
    /// The address to listen on.
    public var host: String
    /// The port to listen on; 0 picks a free one.
    public var port: Int
    public var policy: RequestPolicy
    /// The greatest size of a request's body, in bytes.
    public var maximumBodyBytes = 1_048_576

    public init(host: String, port: Int, policy: RequestPolicy) {
        self.host = host
        self.port = port
        self.policy = policy
    }
}
