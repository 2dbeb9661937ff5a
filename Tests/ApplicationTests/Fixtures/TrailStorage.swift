import Application
import Domain

/// A storage whose audit trail is another one.
struct TrailStorage: Storage {
    let storage: any Storage
    let trail: TestTrail

    var reads: Readers {
        let reads = storage.reads
        return Readers(
            patients: reads.patients, doctors: reads.doctors, assignments: reads.assignments,
            appointments: reads.appointments, accounts: reads.accounts, sessions: reads.sessions,
            throttle: reads.throttle, audit: TrailReader(trail: trail), statistics: reads.statistics)
    }

    var audit: any AuditTrail { storage.audit }

    func transaction<Result: Sendable>(
        _ work: @escaping @Sendable (Stores) async throws(Failure) -> Result
    ) async throws(Failure) -> Result { try await storage.transaction(work) }

    func checkReadiness() async throws(Failure) { try await storage.checkReadiness() }
}

/// Reads a trail in memory, in which time tells the order of keeping.
private struct TrailReader: AuditReader {
    let trail: TestTrail

    private var kept: [KeptChainLink] {
        trail.links.sorted { ($0.entry.at, $0.sequence) < ($1.entry.at, $1.sequence) }.enumerated()
            .map { KeptChainLink(id: Int64($0.offset) + 1, link: $0.element) }
    }

    func newestHead() async throws(Failure) -> KeptAuditHead? { trail.heads.last }
    func newestLinks(limit: Int) async throws(Failure) -> [KeptChainLink] { Array(kept.suffix(limit).reversed()) }

    func links(at places: [ChainPlace]) async throws(Failure) -> [KeptChainLink] {
        let places = Set(places)
        return kept.filter { places.contains(ChainPlace(chain: $0.link.chain, sequence: $0.link.sequence)) }
    }

    func list(_ query: AuditQuery) async throws(Failure) -> [KeptAuditEntry] { throw .busy }
    func outline(_ query: AuditQuery) async throws(Failure) -> [ListEntry] { throw .busy }
    func find(_ ids: Set<AuditEventID>) async throws(Failure) -> [KeptAuditEntry] { throw .busy }
    func count(_ query: AuditQuery) async throws(Failure) -> Int { throw .busy }
    func links(after place: AuditPlace?, limit: Int) async throws(Failure) -> [KeptChainLink] { throw .busy }
    func heads(after number: Int64, limit: Int) async throws(Failure) -> [KeptAuditHead] { throw .busy }
    func wronglyIndexed() async throws(Failure) -> [AuditEventID] { throw .busy }
    func impossible() async throws(Failure) -> [Int64] { throw .busy }
}
