/// What the transport counts.
extension PrometheusText {
    mutating func add(_ metrics: ServerMetrics) {
        let figures = metrics.figures
        addRequests(figures)
        addDurations(figures)
        single(
            "clinic_http_requests_in_flight", .gauge, "Requests that are being answered.", metrics.openRequests)
        single("clinic_http_connections_open", .gauge, "Connections of clients.", metrics.openConnections)
        let name = "clinic_http_refusals_total"
        begin(name, .counter, "Requests and connections that met a limit.")
        for refusal in Refusal.allCases {
            sample(name, labels: [("reason", refusal.label)], metrics.count(of: refusal))
        }
    }

    private mutating func addRequests(_ figures: [RouteFigures]) {
        let name = "clinic_http_requests_total"
        begin(name, .counter, "Requests that were answered, by method, route and class of status.")
        for each in figures {
            for (digit, count) in each.answersByClass.enumerated() where count > 0 {
                let status = digit == 0 ? "other" : "\(digit)xx"
                sample(name, labels: each.labels + [("status", status)], count)
            }
        }
    }

    private mutating func addDurations(_ figures: [RouteFigures]) {
        let name = "clinic_http_request_duration_seconds"
        begin(name, .histogram, "From a request's head to its answer, by method and route.")
        for each in figures {
            var count = 0
            for (bucket, bound) in Latencies.bounds.enumerated() {
                count += each.latencies.counts[bucket]
                sample(
                    "\(name)_bucket", labels: each.labels + [("le", PrometheusText.seconds(microseconds: bound))], count
                )
            }
            sample("\(name)_bucket", labels: each.labels + [("le", "+Inf")], each.latencies.total)
            sample(
                "\(name)_sum", labels: each.labels, PrometheusText.seconds(microseconds: each.latencies.microseconds))
            sample("\(name)_count", labels: each.labels, each.latencies.total)
        }
    }
}

extension RouteFigures {
    fileprivate var labels: [(String, String)] { [("method", method), ("route", route)] }
}
