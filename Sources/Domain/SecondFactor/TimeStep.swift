/// The half minutes since 1970 for which codes are good (RFC 6238, 4).
public enum TimeStep {
    public static let seconds: Int64 = 30
    /// So many steps before and after the present one are accepted, for clocks that differ and for slow fingers.
    static let tolerance: Int64 = 1

    /// The step in which an instant lies.
    public static func number(at now: Instant) -> Int64 { now.seconds.quotientTowardsPast(seconds) }

    /// The steps whose codes are accepted at an instant, the present one first.
    ///
    /// - Parameter used: the step of the last code that was accepted; that and earlier ones are not accepted again.
    static func accepted(at now: Instant, after used: Int64?) -> [Int64] {
        let present = number(at: now)
        let around = [present] + (1...tolerance).flatMap { [present - $0, present + $0] }
        return around.filter { step in used.map { step > $0 } ?? true }
    }
}
