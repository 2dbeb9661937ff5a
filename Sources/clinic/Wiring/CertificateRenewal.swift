import HTTPTransport
import Logging
import ServiceLifecycle
import UnixSignals

/// Reads the certificate again at each SIGHUP, so that a renewed one needs no restart.
struct CertificateRenewal: Service {
    let files: TLSFiles
    let server: HTTPServer
    let logger: Logger

    func run() async throws {
        for await _ in await UnixSignalsSequence(trapping: .sighup).cancelOnGracefulShutdown() { renew() }
    }

    /// What cannot be used changes nothing: the server goes on with what it has.
    private func renew() {
        do throws(StartFailure) {
            let renewed = try files.read(at: SystemClock().now())
            server.use(renewed)
            logger.notice("certificate renewed", metadata: ["ends": "\(renewed.validTo.day)"])
        } catch {
            logger.error("certificate not renewed", metadata: ["reason": "\(error)"])
        }
    }
}
