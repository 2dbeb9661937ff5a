import Application
import Domain

/// Those who ask, in the order of the columns of the tables in these tests.
enum Person: CaseIterable, Sendable {
    case nurse, otherNurse, drHouse, drGrey, ann, bo, admin

    func caller(in scene: Scene) -> Caller {
        switch self {
        case .nurse: scene.clinic.nurse
        case .otherNurse: scene.clinic.otherNurse
        case .drHouse: scene.house
        case .drGrey: scene.grey
        case .ann: scene.annHerself
        case .bo: scene.boHimself
        case .admin: scene.clinic.admin
        }
    }
}

/// What comes of asking.
enum Outcome: Equatable, Sendable {
    case done
    /// The record cannot be seen.
    case notFound
    /// The record can be seen, or there is none yet, but this may not be done.
    case notAllowed
    /// The request names somebody who cannot be seen.
    case invalid

    init(_ work: () async throws -> Void) async throws {
        do {
            try await work()
            self = .done
        } catch Failure.notFound {
            self = .notFound
        } catch Failure.notAllowed {
            self = .notAllowed
        } catch Failure.invalid {
            self = .invalid
        }
    }
}
