extension AuditEntry {
    /// The bytes that are authenticated: the only form in which an entry can be written, and different for any two that
    /// differ in anything, their place included.
    ///
    /// Version 1, numbers big-endian: the version (1 byte); chain (text); sequence (8 bytes); code of the entry before
    /// (32 bytes); time (8); action, outcome (texts); account (number); role, session, address, request (texts);
    /// record's kind (text), record (number); changed members (text); how many patients (4), each patient (8). A text is
    /// its length in bytes (4) and its UTF-8, a number a 0, or a 1 and 8 bytes.
    public func canonicalBytes(chain: ChainID, sequence: Int64, after previous: AuditCode) -> [UInt8] {
        var bytes = CanonicalBytes(capacity: 256 + 8 * patients.count)
        bytes.append(byte: AuditEntry.canonicalVersion)
        bytes.append(chain.text)
        bytes.append(sequence)
        bytes.append(previous.bytes)
        bytes.append(at.microseconds)
        bytes.append(action)
        bytes.append(outcome)
        bytes.append(optional: account)
        bytes.append(role)
        bytes.append(session)
        bytes.append(address)
        bytes.append(request)
        bytes.append(recordKind)
        bytes.append(optional: record)
        bytes.append(changed)
        bytes.append(count: patients.count)
        for patient in patients { bytes.append(patient) }
        return bytes.bytes
    }

    private static let canonicalVersion: UInt8 = 1
}

/// Bytes in which no value can be taken for another.
private struct CanonicalBytes {
    private(set) var bytes: [UInt8] = []

    init(capacity: Int) { bytes.reserveCapacity(capacity) }

    mutating func append(byte: UInt8) { bytes.append(byte) }

    mutating func append(_ fixed: [UInt8]) { bytes += fixed }

    mutating func append(_ number: Int64) { append(bigEndian: UInt64(bitPattern: number), width: 64) }

    mutating func append(count: Int) { append(bigEndian: UInt64(UInt32(count)), width: 32) }

    mutating func append(optional number: Int64?) {
        append(byte: number == nil ? 0 : 1)
        if let number { append(number) }
    }

    mutating func append(_ text: String) {
        append(count: text.utf8.count)
        bytes.append(contentsOf: text.utf8)
    }

    private mutating func append(bigEndian value: UInt64, width: UInt64) {
        var shift = width
        while shift > 0 {
            shift -= 8
            bytes.append(UInt8(truncatingIfNeeded: value >> shift))
        }
    }
}
