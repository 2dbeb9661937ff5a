extension BinaryDecoding {
    static func strings(_ bytes: Bytes, type: UInt32) -> [String]? {
        array(bytes, string)
    }

    static func int64s(_ bytes: Bytes, type: UInt32) -> [Int64]? {
        array(bytes, int64)
    }

    /// One dimension, no NULLs. Layout: dimensions, has-NULL flag, element type, then per dimension its size and
    /// lower bound, then per element its length and bytes.
    private static func array<Element>(_ bytes: Bytes, _ decode: (Bytes, UInt32) -> Element?) -> [Element]? {
        var rest = bytes[...]
        guard let dimensions = take(Int32.self, from: &rest), take(Int32.self, from: &rest) != nil,
            let elementType = take(UInt32.self, from: &rest)
        else { return nil }
        guard dimensions > 0 else { return dimensions == 0 ? [] : nil }
        guard dimensions == 1, let count = take(Int32.self, from: &rest), take(Int32.self, from: &rest) != nil
        else { return nil }
        var elements: [Element] = []
        for _ in 0..<max(0, count) {
            guard let length = take(Int32.self, from: &rest), length >= 0, rest.count >= Int(length),
                let element = decode(Bytes(rebasing: rest.prefix(Int(length))), elementType)
            else { return nil }
            elements.append(element)
            rest = rest.dropFirst(Int(length))
        }
        return elements
    }

    private static func take<Integer: FixedWidthInteger & BitwiseCopyable>(
        _ type: Integer.Type, from bytes: inout Slice<Bytes>
    ) -> Integer? {
        let width = Integer.bitWidth / 8
        guard bytes.count >= width, let value = integer(Bytes(rebasing: bytes.prefix(width)), as: type) else {
            return nil
        }
        bytes = bytes.dropFirst(width)
        return value
    }
}
