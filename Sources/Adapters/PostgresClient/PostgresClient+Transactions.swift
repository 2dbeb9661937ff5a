extension PostgresClient {
    /// Runs tasks where transactions are driven: there, a transaction goes on without a change of threads. Nothing that
    /// blocks or computes for long may run on it.
    public var transactionExecutor: any TaskExecutor { lanes.executor }

    private enum Attempt<Value: Sendable, WorkError: Error> {
        case done(Value)
        case failed(TransactionError<WorkError>, mayRepeat: Bool)
    }

    /// Runs the work in a transaction on a connection of its own and commits; when the work throws, rolls back and
    /// rethrows. BEGIN travels with the first statement; without any statement nothing is sent at all.
    ///
    /// After a retryable error (`PostgresError.isRetryable`), even one the work has turned into another, the whole is
    /// rolled back and the work run again, at most `retries` times: it must be safe to run again, with no effect
    /// but its statements. Write the closure as `{ transaction throws(MyError) in … }` to keep the error's type.
    /// - Throws: `.work` with what the work threw last; `.client` when beginning or committing failed.
    public func transaction<Value: Sendable, WorkError: Error>(
        isolation: PostgresIsolation = .readCommitted, readOnly: Bool = false, retries: Int = 3,
        _ work: @Sendable (PostgresTransaction) async throws(WorkError) -> Value
    ) async throws(TransactionError<WorkError>) -> Value {
        let begin = isolation.begin(readOnly: readOnly)
        var repeated = 0
        while true {
            switch await attempt(LeaseRequest(begin: begin, isReadOnly: readOnly), work) {
            case .done(let value):
                return value
            case .failed(let error, let mayRepeat):
                guard mayRepeat, repeated < retries else { throw error }
                repeated += 1
                guard (try? await Task.sleep(for: configuration.retryDelay(repeated))) != nil else { throw error }
            }
        }
    }

    private func attempt<Value: Sendable, WorkError: Error>(
        _ request: LeaseRequest, _ work: @Sendable (PostgresTransaction) async throws(WorkError) -> Value
    ) async -> Attempt<Value, WorkError> {
        let transaction: PostgresTransaction
        do throws(PostgresError) {
            transaction = PostgresTransaction(try await acquire(request))
        } catch {
            return .failed(.client(error), mayRepeat: false)
        }
        let value: Value
        do throws(WorkError) {
            value = try await work(transaction)
        } catch {
            await transaction.rollback()
            return .failed(.work(error), mayRepeat: transaction.failure?.isRetryable ?? false)
        }
        do throws(PostgresError) {
            try await transaction.commit()
            return .done(value)
        } catch {
            return .failed(.client(error), mayRepeat: error.isRetryable)
        }
    }
}
