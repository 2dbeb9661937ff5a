import CLibPQ

/// Listens to the server's notices for the one that makes a COMMIT's success doubtful:
/// "committed locally, but might not have been replicated to the standby". Confined to the reactor's event loop.
final class CommitDoubt {
    private(set) var isRaised = false

    func clear() {
        isRaised = false
    }

    /// Recognised without its text, which may be translated: a WARNING by SyncRepWaitForLSN,
    /// or one of its SQLSTATEs when the server does not say which function it was.
    private func note(_ notice: OpaquePointer) {
        guard let error = PostgresServerError(result: notice), error.severity == "WARNING" else { return }
        if let function = error.sourceFunction {
            isRaised = isRaised || function == "SyncRepWaitForLSN"
        } else {
            isRaised = isRaised || error.state == .warning || error.state == .adminShutdown
        }
    }

    /// The connection must be finished before this object goes.
    func listen(on connection: OpaquePointer) {
        PQsetNoticeReceiver(
            connection,
            { argument, notice in
                guard let argument, let notice else { return }
                Unmanaged<CommitDoubt>.fromOpaque(argument).takeUnretainedValue().note(notice)
            }, Unmanaged.passUnretained(self).toOpaque())
    }
}
