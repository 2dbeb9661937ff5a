/// What a hash by Argon2 costs (RFC 9106, 3.1).
public struct Argon2Parameters: Equatable, Sendable {
    /// KiB of memory that one hash takes while it is computed.
    public let memory: UInt32
    /// Passes over the memory.
    public let passes: UInt32
    /// Lanes of the memory. They are computed one after the other, on one thread.
    public let lanes: UInt32

    /// 19 MiB, two passes, one lane: what OWASP's password storage guide asks for at least.
    public static let standard = Argon2Parameters(memory: 19_456, passes: 2, lanes: 1)

    /// The greatest memory, 1 GiB in KiB.
    public static let maximumMemory: UInt32 = 1_048_576
    /// The greatest number of lanes.
    public static let maximumLanes: UInt32 = 64
    /// The greatest work: KiB of memory times passes, 4 GiB in all.
    public static let maximumWork: UInt64 = 4_194_304

    /// - Parameter memory: in KiB, at least 8 for each lane.
    /// - Returns: `nil` for parameters that Argon2 does not know, or beyond the limits above.
    public init?(memoryKiB memory: UInt32, passes: UInt32, lanes: UInt32) {
        guard passes >= 1, (1...Argon2Parameters.maximumLanes).contains(lanes),
            (8 * lanes...Argon2Parameters.maximumMemory).contains(memory),
            UInt64(memory) * UInt64(passes) <= Argon2Parameters.maximumWork
        else { return nil }
        self.init(memory: memory, passes: passes, lanes: lanes)
    }

    /// The memory times the passes.
    var work: UInt64 { UInt64(memory) * UInt64(passes) }

    /// What remains to be computed, until as much was done as these ask for.
    ///
    /// - Parameter done: work that was done already.
    /// - Returns: `nil` when nothing worth while remains.
    func rest(after done: UInt64) -> Argon2Parameters? {
        guard done < work else { return nil }
        return Argon2Parameters(memoryKiB: UInt32((work - done) / UInt64(passes)), passes: passes, lanes: 1)
    }

    private init(memory: UInt32, passes: UInt32, lanes: UInt32) {
        self.memory = memory
        self.passes = passes
        self.lanes = lanes
    }
}
