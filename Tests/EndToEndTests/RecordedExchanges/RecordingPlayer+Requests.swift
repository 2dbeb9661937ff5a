extension RecordingPlayer {
    /// The request of a step with the variables filled in.
    func request(_ step: Recording.Step, below prefix: String, _ variables: Variables) throws(Variables.Unknown)
        -> TestRequest
    {
        var request = TestRequest(step.method, prefix + (try variables.fill(step.path)))
        for (name, value) in step.json["headers"]?.members ?? [:] {
            request = request.with(name, try variables.fill(value.text ?? ""))
        }
        if let credentials = step.text("auth") {
            request = request.with("Authorization", try variables.fill(credentials))
        }
        if let json = step.json["json"] {
            request.body = try variables.fill(json).bytes
            request = request.with("Content-Type", "application/json")
        } else if let text = step.text("text") {
            request.body = Array(try variables.fill(text).utf8)
            if let type = step.text("type") { request = request.with("Content-Type", type) }
        } else if let form = step.json["form"] {
            request.body = RecordingPlayer.urlEncoded(try variables.fill(form))
            request = request.with("Content-Type", "application/x-www-form-urlencoded")
        } else if let parts = step.json["multipart"] {
            request.body = RecordingPlayer.multipart(try variables.fill(parts), boundary: "part-5f1c")
            request = request.with("Content-Type", "multipart/form-data; boundary=part-5f1c")
        }
        return request
    }

    private static func urlEncoded(_ form: JSON) -> [UInt8] {
        let pairs = (form.members ?? [:]).map { escaped($0.key) + "=" + escaped(Variables.plain($0.value)) }
        return Array(pairs.joined(separator: "&").utf8)
    }

    private static func escaped(_ text: String) -> String {
        let plain = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~".utf8)
        return text.utf8.map { byte in
            plain.contains(byte)
                ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }.joined()
    }

    private static func multipart(_ parts: JSON, boundary: String) -> [UInt8] {
        var text = ""
        for (name, value) in parts.members ?? [:] {
            text +=
                "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(Variables.plain(value))\r\n"
        }
        return Array((text + "--\(boundary)--\r\n").utf8)
    }
}
