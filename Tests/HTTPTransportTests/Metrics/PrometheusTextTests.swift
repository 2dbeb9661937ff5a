import Testing

@testable import HTTPTransport

@Suite struct `Prometheus' text format` {
    @Test func `escapes what would end a label or a line`() {
        var numbers = PrometheusText()

        numbers.begin("name", .gauge, "One\nline \\ \"quoted\".")
        numbers.sample("name", labels: [("label", "a\"b\\c\nd"), ("other", "ä")], 7)

        #expect(
            numbers.text == """
                # HELP name One\\nline \\\\ "quoted".
                # TYPE name gauge
                name{label="a\\"b\\\\c\\nd",other="ä"} 7

                """)
    }

    @Test(arguments: [(0, "0"), (1, "0.000001"), (500, "0.0005"), (2_500_000, "2.5"), (10_000_000, "10")])
    func `has seconds, exact to the microsecond`(microseconds: Int, text: String) {
        #expect(PrometheusText.seconds(microseconds: microseconds) == text)
    }
}
