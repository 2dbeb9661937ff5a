extension PostgresValue {
    /// The text form the server reads, nil for NULL.
    var text: String? {
        switch self {
        case .null: nil
        case .text(let value): value
        case .int64(let value): String(value)
        case .bool(let value): value ? "t" : "f"
        case .double(let value): Self.text(value)
        case .timestamp(let microseconds): Self.timestampText(microseconds)
        case .date(let date): date.text.date + date.text.suffix
        case .bytes(let bytes): Self.hexText(bytes)
        case .texts(let values): "{" + values.map(Self.quoted).joined(separator: ",") + "}"
        case .int64s(let values): "{" + values.map { String($0) }.joined(separator: ",") + "}"
        }
    }

    private static func text(_ value: Double) -> String {
        if value.isNaN { return "NaN" }
        if value.isInfinite { return value < 0 ? "-Infinity" : "Infinity" }
        return String(value)
    }

    private static func timestampText(_ microseconds: Int64) -> String {
        let (second, fraction) = floorDivide(Int(microseconds), by: 1_000_000)
        let (days, secondOfDay) = floorDivide(second, by: 86_400)
        let date = PostgresDate(daysSince1970: days).text
        let clock = [secondOfDay / 3_600, secondOfDay / 60 % 60, secondOfDay % 60].map { padded($0, 2) }
        return date.date + " " + clock.joined(separator: ":") + "." + padded(fraction, 6) + "+00" + date.suffix
    }

    private static func floorDivide(_ value: Int, by divisor: Int) -> (quotient: Int, remainder: Int) {
        let (quotient, remainder) = value.quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }

    private static func hexText(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = [UInt8(ascii: "\\"), UInt8(ascii: "x")]
        text.reserveCapacity(2 + 2 * bytes.count)
        for byte in bytes {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// An array element in quotes, with quotes and backslashes escaped.
    private static func quoted(_ text: String) -> String {
        var quoted: [UInt8] = [UInt8(ascii: "\"")]
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { quoted.append(UInt8(ascii: "\\")) }
            quoted.append(byte)
        }
        quoted.append(UInt8(ascii: "\""))
        return String(decoding: quoted, as: UTF8.self)
    }
}
