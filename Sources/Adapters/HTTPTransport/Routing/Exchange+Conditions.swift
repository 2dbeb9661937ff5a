package import Application
package import Domain
import HTTPTypes

/// Conditional requests (RFC 9110, 13).
extension Exchange {
    /// The answer to a GET of one record: itself, or that the client has it already, or that it is not the one meant.
    package func answer(_ tag: EntityTag, _ write: (inout JSONWriter) -> Void) throws(Failure) -> Answer {
        if let header = headers[one: .ifMatch] {
            guard let list = EntityTagList(header), list.matches(tag, weakly: false) else { throw .outdated }
        }
        if let list = headers[one: .ifNoneMatch].flatMap(EntityTagList.init), list.matches(tag, weakly: true) {
            return Answer(status: .notModified, headers: [.eTag: tag.text])
        }
        return .record(tag, write)
    }

    /// Which versions a request to change or delete a record means. A header that cannot be read means none.
    package var expectedVersion: ExpectedVersion {
        let refused = headers[one: .ifNoneMatch].flatMap(EntityTagList.init)
        let wanted = headers[one: .ifMatch].map { EntityTagList($0) ?? .tags([]) }
        switch (wanted, refused) {
        case (_, .any): return .oneOf([])
        case (nil, nil), (.any, nil): return .any
        case (.tags(let tags), nil): return .oneOf(tags.versions(weakly: false))
        case (nil, .tags(let tags)), (.any, .tags(let tags)): return .noneOf(tags.versions(weakly: true))
        case (.tags(let wanted), .tags(let refused)):
            return .oneOf(wanted.versions(weakly: false).subtracting(refused.versions(weakly: true)))
        }
    }
}

extension EntityTagList {
    /// Whether one of the tags is this one, by the strong or the weak comparison (RFC 9110, 8.8.3.2).
    fileprivate func matches(_ tag: EntityTag, weakly: Bool) -> Bool {
        switch self {
        case .any: true
        case .tags(let tags): tags.contains { "\"\($0.opaque)\"" == tag.text && (weakly || !$0.isWeak) }
        }
    }
}

extension [EntityTagList.Element] {
    fileprivate func versions(weakly: Bool) -> Set<Instant> {
        Set(filter { weakly || !$0.isWeak }.compactMap { EntityTag.version(ofOpaque: $0.opaque[...]) })
    }
}
