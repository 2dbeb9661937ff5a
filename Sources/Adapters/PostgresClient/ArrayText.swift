/// The text form of arrays (PostgreSQL's documentation, "Array Input and Output Syntax").
extension [UInt8] {
    /// Appends an array.
    ///
    /// - Parameter append: appends one element as it stands in the array.
    mutating func append<Elements: Sequence>(
        array elements: Elements, _ append: (Elements.Element, inout [UInt8]) -> Void
    ) {
        self.append(UInt8(ascii: "{"))
        var isFirst = true
        for element in elements {
            if !isFirst { self.append(UInt8(ascii: ",")) }
            isFirst = false
            append(element, &self)
        }
        self.append(UInt8(ascii: "}"))
    }

    /// Appends an element in quotation marks, with those in it, and backslashes, escaped.
    mutating func append(quoted element: some Sequence<UInt8>) {
        append(UInt8(ascii: "\""))
        let start = count
        append(contentsOf: element)
        if hasToBeEscaped(from: start) { escape(from: start) }
        append(UInt8(ascii: "\""))
    }

    private func hasToBeEscaped(from start: Int) -> Bool {
        withUnsafeBytes { bytes in
            UnsafeRawBufferPointer(rebasing: bytes[start...]).contains(where: Self.isEscaped)
        }
    }

    private mutating func escape(from start: Int) {
        let element = [UInt8](self[start...])
        removeSubrange(start...)
        for byte in element {
            if Self.isEscaped(byte) { append(UInt8(ascii: "\\")) }
            append(byte)
        }
    }

    private static func isEscaped(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }
}
