/// A reader of `multipart/form-data` (RFC 7578 over RFC 2046): parts of text; files are left out.
struct MultipartForm {
    /// The greatest size of a part's headers.
    static let maximumHeaderBytes = 8_192

    private let bytes: [UInt8]
    /// What stands before each part, after the line break that belongs to it.
    private let delimiter: [UInt8]
    private var position = 0

    /// The names and texts of the parts that have no file name, in their order; text is UTF-8, repaired by U+FFFD.
    ///
    /// - Parameter boundary: the parameter of the content type; 1 to 70 bytes.
    /// - Throws: `.malformedForm`, also when the end is missing, or beyond the limits of parts and headers.
    static func decode(
        _ bytes: [UInt8], boundary: String?
    ) throws(BodyProblem) -> [(name: String, text: String)] {
        guard let boundary, (1...70).contains(boundary.utf8.count) else {
            throw .malformedForm("the boundary is missing or too long")
        }
        var form = MultipartForm(bytes: bytes, delimiter: Array("--\(boundary)".utf8))
        return try form.parts()
    }

    private mutating func parts() throws(BodyProblem) -> [(name: String, text: String)] {
        var parts: [(name: String, text: String)] = []
        var count = 0
        try skipPreamble()
        while !take("--") {
            count += 1
            guard count <= BodyDecoding.maximumMembers else {
                throw .malformedForm("there are more than \(BodyDecoding.maximumMembers) parts")
            }
            position += bytes[position...].prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }.count
            guard take("\r\n") else { throw .malformedForm("a line does not end after a boundary") }
            let disposition = try disposition()
            let content = try content()
            guard let name = disposition.parameters["name"] else { throw .malformedForm("a part has no name") }
            let isFile = disposition.parameters["filename"] != nil || disposition.parameters["filename*"] != nil
            if !isFile { parts.append((name, String(decoding: content, as: UTF8.self))) }
        }
        return parts
    }

    /// Steps behind the first delimiter, which begins the body or a line.
    private mutating func skipPreamble() throws(BodyProblem) {
        guard !bytes.starts(with: delimiter) else {
            position = delimiter.count
            return
        }
        _ = try content()
    }

    /// Reads a part's headers, of which only one matters.
    private mutating func disposition() throws(BodyProblem) -> ParameterizedHeader {
        let limit = min(bytes.count, position + MultipartForm.maximumHeaderBytes)
        var disposition: ParameterizedHeader?
        // A line break across the limit leaves the position behind it.
        while position < limit, let end = bytes[position..<limit].firstIndex(of: UInt8(ascii: "\r")) {
            let line = bytes[position..<end]
            position = end
            guard take("\r\n") else { break }
            guard !line.isEmpty else {
                guard let disposition, disposition.value == "form-data" else {
                    throw .malformedForm("a part is no form data")
                }
                return disposition
            }
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { break }
            let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
            if name == "content-disposition" {
                disposition = ParameterizedHeader(String(decoding: line[(colon + 1)...], as: UTF8.self))
            }
        }
        throw .malformedForm("a part's headers are malformed or too long")
    }

    /// Reads up to the next delimiter and steps behind it.
    private mutating func content() throws(BodyProblem) -> ArraySlice<UInt8> {
        let start = position
        while let lineBreak = bytes[position...].firstIndex(of: UInt8(ascii: "\r")) {
            position = lineBreak + 1
            guard take("\n"), bytes[position...].starts(with: delimiter) else { continue }
            position += delimiter.count
            return bytes[start..<lineBreak]
        }
        throw .malformedForm("the closing boundary is missing")
    }

    /// Steps over this text if it stands at the current position.
    private mutating func take(_ text: StaticString) -> Bool {
        let expected = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
        guard bytes[position...].starts(with: expected) else { return false }
        position += expected.count
        return true
    }
}
