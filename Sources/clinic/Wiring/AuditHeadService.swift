import Application
import Domain
import Logging
import ServiceLifecycle

/// Signs a head of the audit trail at intervals, and writes each to the log: whoever ships the log keeps the heads where
/// those who can change the database cannot reach.
struct AuditHeadService: Service {
    let sign: SignAuditHead
    let interval: Duration
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            // What had no turn this time has one at the next.
            while (try? await Task.sleep(for: interval)) != nil { await signNow(levelWhenBusy: .warning) }
        }
    }

    /// Signs that this process keeps chains, before the first request.
    func begin() async {
        do throws(Failure) { log(try await sign.begin()) } catch { log(error, levelWhenBusy: .warning) }
    }

    /// Signs what has come since; also at the end, after the last request.
    func signNow(levelWhenBusy: Logger.Level = .error) async {
        do throws(Failure) { log(try await sign()) } catch { log(error, levelWhenBusy: levelWhenBusy) }
    }

    private func log(_ head: SignedAuditHead?) {
        guard let head else { return }
        logger.notice("audit head", metadata: ["head": "\(head.text)"])
    }

    private func log(_ failure: Failure, levelWhenBusy: Logger.Level) {
        let level = failure == .busy ? levelWhenBusy : .error
        logger.log(level: level, "no head of the audit trail was signed", metadata: ["reason": "\(failure.summary)"])
    }
}
