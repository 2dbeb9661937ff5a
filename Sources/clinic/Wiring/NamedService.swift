import ServiceLifecycle

/// A service that says no more of itself than its name.
///
/// A service group describes each of its services in words, for its log; of a server, that would be its whole table of
/// routes, which takes longer than the rest of the start.
struct NamedService: Service, CustomStringConvertible {
    let description: String
    private let service: any Service

    init(_ description: String, _ service: some Service) {
        self.description = description
        self.service = service
    }

    func run() async throws { try await service.run() }
}
