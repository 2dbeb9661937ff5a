/// PostgreSQL's binary formats, network byte order. Each function gives nil for a type it does not read.
enum BinaryDecoding {
    typealias Bytes = UnsafeBufferPointer<UInt8>

    /// From 1970-01-01 to PostgreSQL's 2000-01-01.
    private static let microsecondsTo2000: Int64 = 946_684_800_000_000
    private static let daysTo2000 = 10_957

    static func string(_ bytes: Bytes, type: UInt32) -> String? {
        switch type {
        case TypeID.uuid: return uuid(bytes)
        case TypeID.jsonb: return String(decoding: bytes.dropFirst(), as: UTF8.self)
        case TypeID.text, TypeID.varchar, TypeID.bpchar, TypeID.char, TypeID.name, TypeID.json, TypeID.xml,
            TypeID.unknown, TypeID.firstUserDefined...:
            return String(decoding: bytes, as: UTF8.self)
        default: return nil
        }
    }

    static func int64(_ bytes: Bytes, type: UInt32) -> Int64? {
        switch type {
        case TypeID.int2: integer(bytes, as: Int16.self).map { Int64($0) }
        case TypeID.int4: integer(bytes, as: Int32.self).map { Int64($0) }
        case TypeID.int8: integer(bytes, as: Int64.self)
        default: nil
        }
    }

    static func int32(_ bytes: Bytes, type: UInt32) -> Int32? {
        int64(bytes, type: type).flatMap { Int32(exactly: $0) }
    }

    static func bool(_ bytes: Bytes, type: UInt32) -> Bool? {
        guard type == TypeID.bool else { return nil }
        return bytes.first.map { $0 != 0 }
    }

    static func double(_ bytes: Bytes, type: UInt32) -> Double? {
        switch type {
        case TypeID.float4: integer(bytes, as: UInt32.self).map { Double(Float(bitPattern: $0)) }
        case TypeID.float8: integer(bytes, as: UInt64.self).map { Double(bitPattern: $0) }
        default: nil
        }
    }

    static func timestamp(_ bytes: Bytes, type: UInt32) -> Int64? {
        guard type == TypeID.timestamptz || type == TypeID.timestamp else { return nil }
        guard let value = integer(bytes, as: Int64.self), value != .min, value != .max else { return nil }
        let (sum, overflow) = value.addingReportingOverflow(microsecondsTo2000)
        return overflow ? nil : sum
    }

    static func date(_ bytes: Bytes, type: UInt32) -> PostgresDate? {
        guard type == TypeID.date else { return nil }
        guard let value = integer(bytes, as: Int32.self), value != .min, value != .max else { return nil }
        return PostgresDate(daysSince1970: Int(value) + daysTo2000)
    }

    static func bytes(_ bytes: Bytes, type: UInt32) -> [UInt8]? {
        type == TypeID.bytea ? [UInt8](bytes) : nil
    }

    /// A big-endian integer of exactly the type's width.
    static func integer<Integer: FixedWidthInteger & BitwiseCopyable>(
        _ bytes: Bytes, as: Integer.Type
    ) -> Integer? {
        guard bytes.count == Integer.bitWidth / 8 else { return nil }
        return Integer(bigEndian: UnsafeRawBufferPointer(bytes).loadUnaligned(as: Integer.self))
    }

    private static func uuid(_ bytes: Bytes) -> String? {
        guard bytes.count == 16 else { return nil }
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(36)
        for (index, byte) in bytes.enumerated() {
            if index == 4 || index == 6 || index == 8 || index == 10 { text.append(UInt8(ascii: "-")) }
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}
