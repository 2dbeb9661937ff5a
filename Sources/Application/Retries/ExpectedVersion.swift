public import Domain

/// Which versions of a record a request wants to find. A version is known by when it was last changed.
public enum ExpectedVersion: Equatable, Sendable {
    /// Any.
    case any
    /// One of these; none at all when it is empty.
    case oneOf(Set<Instant>)
    /// None of these.
    case noneOf(Set<Instant>)

    /// - Throws: `.outdated` when the version is not one that is wanted.
    public func expect(_ version: Instant) throws(Failure) {
        let isWanted =
            switch self {
            case .any: true
            case .oneOf(let versions): versions.contains(version)
            case .noneOf(let versions): !versions.contains(version)
            }
        guard isWanted else { throw .outdated }
    }
}
