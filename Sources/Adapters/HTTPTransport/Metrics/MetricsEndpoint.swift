import Application
import Domain
import HTTPTypes

/// The server's numbers, for programs that watch it.
struct MetricsEndpoint: Sendable {
    let metrics: ServerMetrics
    let measure: MeasureOperations
    let access: MetricsAccess
    let version: String

    func read(_ exchange: Exchange) async throws(Failure) -> Answer {
        try access.expectAdmission(of: exchange.origin.address, exchange.headers)
        var numbers = PrometheusText()
        numbers.begin("clinic_build_info", .gauge, "The version of the program.")
        numbers.sample("clinic_build_info", labels: [("version", version)], 1)
        numbers.begin("process_start_time_seconds", .gauge, "When the server started, in seconds since 1970.")
        numbers.sample(
            "process_start_time_seconds", PrometheusText.seconds(microseconds: Int(metrics.startedAt.microseconds)))
        numbers.add(ProcessFigures.read())
        numbers.add(metrics)
        numbers.add(await measure())
        return .content(Array(numbers.text.utf8), type: MetricsEndpoint.type)
    }

    private static let type = "text/plain; version=0.0.4; charset=utf-8"
}
