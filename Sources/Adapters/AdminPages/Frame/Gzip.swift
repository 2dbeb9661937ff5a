import CZlib

extension [UInt8] {
    /// The same, compressed (RFC 1952); `nil` when zlib fails.
    var gzipped: [UInt8]? {
        var stream = z_stream()
        let started = deflateInit2_(
            &stream, Z_BEST_COMPRESSION, Z_DEFLATED, Gzip.windowBits, MAX_MEM_LEVEL, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
            CInt(MemoryLayout<z_stream>.size))
        guard started == Z_OK else { return nil }
        defer { deflateEnd(&stream) }
        var (source, compressed) = (self, [UInt8](repeating: 0, count: Int(deflateBound(&stream, uLong(count)))))
        let ended = source.withUnsafeMutableBufferPointer { source in
            compressed.withUnsafeMutableBufferPointer { compressed in
                stream.next_in = source.baseAddress
                stream.avail_in = uInt(source.count)
                stream.next_out = compressed.baseAddress
                stream.avail_out = uInt(compressed.count)
                return deflate(&stream, Z_FINISH)
            }
        }
        guard ended == Z_STREAM_END else { return nil }
        return [UInt8](compressed.prefix(Int(stream.total_out)))
    }
}

private enum Gzip {
    /// The largest window, and 16 for the header of gzip in the place of zlib's.
    static let windowBits = MAX_WBITS + 16
}
