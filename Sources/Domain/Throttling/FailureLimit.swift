/// How many failures are borne in how long.
public struct FailureLimit: Equatable, Sendable {
    public let count: Int
    public let seconds: Int64

    public init(count: Int, seconds: Int64) {
        self.count = count
        self.seconds = seconds
    }
}
