/// The formats of texts that our documents name.
enum Format {
    static func problems(_ text: String, _ format: String) -> [String] {
        let fits =
            switch format {
            case "date": text.wholeMatch(of: /\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])/) != nil
            case "date-time": isTime(text)
            case "email": text.contains("@")
            case "uri-reference": text.unicodeScalars.allSatisfy { (0x21...0x7E).contains($0.value) }
            case "password", "int64": true
            default: false
            }
        return fits ? [] : ["is no \(format)"]
    }

    /// RFC 3339, 5.6.
    private static func isTime(_ text: String) -> Bool {
        let parts = text.split(separator: "T", maxSplits: 1)
        guard parts.count == 2, problems(String(parts[0]), "date").isEmpty else { return false }
        let time = /([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)/
        return parts[1].wholeMatch(of: time) != nil
    }
}
