/// Values that no honest client sends.
enum OddValues {
    /// JSON texts of values, some of which are no JSON.
    static let json: [String] =
        [
            "null", "true", "false", "0", "-1", "-0", "0.5", "41.0", "1e2", "1e400", "-1e-400", "9223372036854775807",
            "9223372036854775808", "-9223372036854775809", String(repeating: "9", count: 400), "01", "+1", ".5", "1.",
            "NaN",
            "-Infinity", "[]", "{}", "[1]", "{\"id\": 1}", "[[[[[]]]]]", "\"\"", "\" \"", "\"\\u0000\"", "\"\\ud800\"",
            "\"\\udc00\\ud800\"", "\"\\uD83D\\uDE00\"", "\"\\x\"", "\"\\u12\"", "\"1\"", "\" 40 \"", "\"1_000\"",
            "\"\u{661}\"",
            "\"0x10\"", "\"1990-02-30\"", "\"0000-00-00\"", "\"10000-01-01\"", "\"1990-5-1\"",
            "\"2031-03-05T25:61:61Z\"",
            "\"2031-03-05T10:00:00+99:99\"", "\"0001-01-01T00:00:00+23:59\"", "\"9999-12-31T23:59:59-23:59\"",
            "\"2031-03-05T10:00:00.1234567890Z\"", "\"\u{202e}abc\u{0300}\"", "\"';DROP TABLE patients;--\"",
            "\"%s%n%00\"",
            "\"a\u{1}b\"", "\"<script>\"", "\"a@b\"", "\"@\"", "\"a@\u{fc}.example\"", "'x'", "", "\"unfinished", "tru",
            "\u{feff}1",
        ] + ["\"" + String(repeating: "x", count: 20_000) + "\"", String(repeating: "[", count: 50_000)]

    /// Parts of a path where an id should be.
    static let ids = [
        "0", "-1", "00000000000000000000001", "9223372036854775807", "9223372036854775808", "99999999999999999999999",
        "1e3",
        "1.0", "+1", " 1", "%31", "%20", "1%00", "%00", "%", "%zz", "%c3%28", "%ff", "..", "%2e%2e", ".", "%2f", "a;b",
        "\u{ff11}",
        "null", "{id}", "'", "\"", "\\", "*", "~", "patient", "1//", "/", String(repeating: "1", count: 300),
        String(repeating: "a", count: 7_000), String(repeating: "%41", count: 4_000),
    ]

    /// Values of query parameters, as they stand in the target.
    static let parameters = [
        "", "0", "1", "-1", "abc", "true", "TRUE", "9223372036854775808", "99999999999999999999", "1990-02-30",
        "2031-03-05",
        "0000-01-01", "2031-03-05T10:00:00Z", "2031-03-05T10:00:00+05:30", "%2B05", "%00", "%ff%fe", "%", "%g1",
        "%c3%28", "a%00b",
        "+", "%25", "_", "%5C", "%27", "%22", "id,-id,id", ",,,", "-", "--id", "id,", "A%2B", "A+", "[]", "\u{e9}",
        "%F0%9F%98%80",
        String(repeating: "a", count: 3_000), String(repeating: "w+", count: 1_500),
        String(repeating: "id,", count: 1_000),
    ]

    /// Header fields, some of which no HTTP allows.
    static let fields: [(name: String, value: String)] = [
        ("Accept", ""), ("Accept", "application/json;q=0"), ("Accept", ";;,,"), ("Accept", "*/*;q=2"),
        ("Accept", "\u{e9}"),
        ("Authorization", ""), ("Authorization", "Bearer"), ("Authorization", "Bearer a b"),
        ("Authorization", "Basic eDp5"),
        ("Authorization", "Bearer ..."), ("Authorization", "Bearer \u{e9}.\u{e9}.\u{e9}"),
        ("Authorization", "Bearer " + String(repeating: "a.", count: 3_000)), ("Authorization", "Bearer e30.e30.e30"),
        ("Content-Type", ""), ("Content-Type", ";"), ("Content-Type", "application/json; charset=\"utf-16"),
        ("Content-Type", "multipart/form-data"), ("Content-Type", "multipart/form-data; boundary="),
        ("Content-Type", "application/json; charset=utf-16"), ("Content-Type", "\u{e9}/\u{e9}"),
        ("Content-Encoding", "gzip"),
        ("Cookie", "a=b; sessionid=\u{e9}"), ("If-Match", "*"), ("If-None-Match", "\"x\", W/\"y"),
        ("Range", "bytes=9-1"),
        ("Origin", "null"), ("Origin", "\u{e9}"), ("X-Request-ID", String(repeating: "x", count: 4_000)),
        ("X-Forwarded-For", "999.1.1.1, \u{e9}"), ("Access-Control-Request-Method", "\u{1}"), ("Expect", "nothing"),
        ("Idempotency-Key", String(repeating: "k", count: 2_000)), ("Bad Name", "x"), ("X-Null", "a\u{0}b"),
        ("Upgrade", "h2c"), ("Content-Length", "abc"), ("Content-Length", "-1"), ("Content-Length", "+5"),
        ("Content-Length", "99999999999999999999"), ("Transfer-Encoding", "gzip"),
        ("X-Long", String(repeating: "y", count: 20_000)),
    ]
}
