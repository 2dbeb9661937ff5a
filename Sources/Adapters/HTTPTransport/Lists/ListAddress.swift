/// The address of a list, from which those of its other pages are made.
package struct ListAddress: Sendable {
    let path: String
    let query: QueryParameters

    /// Whether pages were asked for, rather than a bare array.
    var isPaged: Bool { query["page_size"]?.isEmpty == false }

    /// The same list from another position, all other parameters as they were sent. A path without a host, since the
    /// server does not know by which scheme it was asked.
    func at(_ cursor: String) -> String {
        let others = query.sent.split(separator: "&").filter { pair in
            let decoded = try? URLEncodedPairs.decode(Array(pair.utf8))
            return decoded?.first?.name != "cursor"
        }
        return path + "?" + (others.map(ListAddress.clean) + ["cursor=" + cursor]).joined(separator: "&")
    }

    /// With everything encoded that does not belong into a query (RFC 3986, 3.4).
    private static func clean(_ pair: Substring) -> String {
        guard !pair.utf8.allSatisfy(isPlain) else { return String(pair) }
        var clean = ""
        for byte in pair.utf8 {
            if isPlain(byte) {
                clean.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                clean += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
        return clean
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "-._~!$&'()*+,;=:@/?%".utf8.contains(byte)
        }
    }
}
