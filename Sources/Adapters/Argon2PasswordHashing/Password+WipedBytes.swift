import Domain

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

extension Password {
    /// Passes on a copy of the password's UTF-8 and overwrites it with zeros before it is given back to the system.
    func withWipedBytes<Result>(_ use: (UnsafeMutableBufferPointer<UInt8>) -> Result) -> Result {
        let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: clearText.utf8.count)
        _ = bytes.initialize(from: clearText.utf8)
        defer {
            wipe(UnsafeMutableRawBufferPointer(bytes))
            bytes.deallocate()
        }
        return use(bytes)
    }
}

/// Overwrites memory in a way that no optimizer leaves out.
func wipe(_ memory: UnsafeMutableRawBufferPointer) {
    guard let start = memory.baseAddress else { return }
    #if canImport(Glibc)
        explicit_bzero(start, memory.count)
    #elseif canImport(Darwin)
        memset_s(start, memory.count, 0, memory.count)
    #endif
}
