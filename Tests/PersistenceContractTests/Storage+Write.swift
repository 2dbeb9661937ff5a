import Application
import Domain

extension Storage {
    /// A transaction whose closure need not say which errors it throws.
    func write<Result: Sendable>(
        _ work: @escaping @Sendable (Stores) async throws -> Result
    ) async throws(Failure) -> Result {
        try await transaction { stores throws(Failure) in
            do {
                return try await work(stores)
            } catch let failure as Failure {
                throw failure
            } catch {
                throw .unavailable(Fault("a test threw \(type(of: error))"))
            }
        }
    }
}
