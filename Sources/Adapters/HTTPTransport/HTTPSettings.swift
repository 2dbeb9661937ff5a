import NIOCore

/// Where and how the API is served.
public struct HTTPSettings: Equatable, Sendable {
    /// The address to listen on.
    public var host: String
    /// The port to listen on; 0 picks a free one.
    public var port: Int
    public var policy: RequestPolicy
    /// The version of the program, as the documents about the API name it.
    public var version = "0"
    /// The greatest size of a request's body, in bytes.
    public var maximumBodyBytes = 1_048_576
    /// How long a client may take to send the head of a request, in seconds.
    public var headTimeoutSeconds = 10
    /// How long a client may take to send a whole request, in seconds.
    public var requestTimeoutSeconds = 30
    /// The certificate with which connections are encrypted; `nil` serves them as they are.
    public var tls: TLSIdentity?
    /// How many connections may be open at once.
    public var maximumConnections = 4096
    /// How many bytes the parts of all long lists on their way may take together.
    public var listMemoryBytes = 67_108_864

    /// Whoever brings it may read the server's numbers from anywhere; `nil` lets programs on this machine alone.
    public var metricsToken: String?

    public init(host: String, port: Int, policy: RequestPolicy) {
        self.host = host
        self.port = port
        self.policy = policy
    }

    var limits: ConnectionLimits {
        var limits = ConnectionLimits()
        limits.head = .seconds(Int64(headTimeoutSeconds))
        limits.request = .seconds(Int64(requestTimeoutSeconds))
        limits.bodyBytes = maximumBodyBytes
        limits.connections = maximumConnections
        return limits
    }
}
