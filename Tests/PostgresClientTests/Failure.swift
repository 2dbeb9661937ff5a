import PostgresClient
import Testing

/// The client's error, whichever way it comes out; nil when there is none.
@discardableResult
func failure<Value>(_ body: () async throws -> Value) async -> PostgresError? {
    do {
        _ = try await body()
        return nil
    } catch let error as PostgresError {
        return error
    } catch TransactionError<any Error>.work(let error as PostgresError) {
        return error
    } catch TransactionError<any Error>.client(let error) {
        return error
    } catch TransactionError<PostgresError>.work(let error), TransactionError<PostgresError>.client(let error) {
        return error
    } catch TransactionError<Never>.client(let error) {
        return error
    } catch {
        Issue.record("an error of another kind: \(type(of: error))")
        return nil
    }
}
