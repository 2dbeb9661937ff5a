import Application
import Domain

/// How a transaction is begun.
enum TransactionWay: CaseIterable, Sendable {
    case alone
    /// Holding a doctor, so that the database's transaction may be others' as well.
    case holding
}

extension Storage {
    /// A transaction whose closure need not say which errors it throws.
    func write<Result: Sendable>(
        _ way: TransactionWay = .alone, _ work: @escaping @Sendable (Stores) async throws -> Result
    ) async throws(Failure) -> Result {
        let typed: @Sendable (Stores) async throws(Failure) -> Result = { stores throws(Failure) in
            do {
                return try await work(stores)
            } catch let failure as Failure {
                throw failure
            } catch {
                throw .unavailable(Fault("a test threw \(type(of: error))"))
            }
        }
        switch way {
        case .alone: return try await transaction(typed)
        case .holding: return try await transaction(holding: [DoctorID(1)!], and: [], typed)
        }
    }
}
