import HTTPTypes

/// What a client is told that is cut before its request reaches the application.
struct RefusalBody {
    let bytes: [UInt8]
    /// The header fields, but for the one that ends the connection.
    let fields: [(name: String, value: String)]

    init(detail: String, requestName: String) {
        var json = JSONWriter(capacity: 128)
        json.beginObject()
        json.member("detail", detail)
        json.endObject()
        bytes = json.bytes
        fields =
            [
                ("content-type", "application/json"), ("x-request-id", requestName),
                ("content-length", String(bytes.count)),
            ] + SecurityHeaders.all.map { ($0.name.canonicalName, $0.value) }
    }
}
