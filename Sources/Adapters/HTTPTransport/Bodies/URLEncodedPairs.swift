/// Names and texts as forms and query strings write them (WHATWG URL, `application/x-www-form-urlencoded`).
enum URLEncodedPairs {
    /// The pairs in their order: a pair without `=` has an empty text, empty pairs are left out.
    ///
    /// `+` is a space. What is not UTF-8 after decoding becomes U+FFFD; a `%` without two digits stays as it is.
    ///
    /// - Throws: `.malformedForm` beyond `BodyDecoding.maximumMembers` pairs.
    static func decode(_ bytes: some BidirectionalCollection<UInt8>) throws(BodyProblem) -> [(
        name: String, text: String
    )] {
        let parts = bytes.split(separator: UInt8(ascii: "&"), maxSplits: BodyDecoding.maximumMembers)
        guard parts.count <= BodyDecoding.maximumMembers else {
            throw .malformedForm("there are more than \(BodyDecoding.maximumMembers) members")
        }
        return parts.map { part in
            guard let equals = part.firstIndex(of: UInt8(ascii: "=")) else { return (text(part), "") }
            return (text(part[..<equals]), text(part[part.index(after: equals)...]))
        }
    }

    /// Undoes percent-encoding.
    private static func text(_ encoded: some Collection<UInt8>) -> String {
        var decoded: [UInt8] = []
        decoded.reserveCapacity(encoded.count)
        var rest = encoded[...]
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "%"): decoded.append(takeEncodedByte(from: &rest) ?? byte)
            case UInt8(ascii: "+"): decoded.append(UInt8(ascii: " "))
            default: decoded.append(byte)
            }
        }
        return String(decoding: decoded, as: UTF8.self)
    }

    /// Takes two hexadecimal digits, or nothing when there are not two.
    private static func takeEncodedByte<Bytes: Collection<UInt8>>(from rest: inout Bytes) -> UInt8?
    where Bytes.SubSequence == Bytes {
        guard let high = rest.first?.hexadecimalValue, let low = rest.dropFirst().first?.hexadecimalValue else {
            return nil
        }
        rest = rest.dropFirst(2)
        return high << 4 | low
    }
}

extension [FormPair] {
    /// What was written as a form or a query; `nil` for more pairs than either may have.
    package init?(urlEncoded bytes: [UInt8]) {
        guard let pairs = try? URLEncodedPairs.decode(bytes) else { return nil }
        self = pairs.map { FormPair($0.name, $0.text) }
    }
}
