import Foundation

/// A blocking TCP connection to 127.0.0.1.
struct Socket: ~Copyable {
    /// Why a connection cannot be used, with the system's error number; 0 when the peer closed it.
    struct Lost: Error, CustomStringConvertible {
        let number: Int32

        var description: String { number == 0 ? "closed by the peer" : String(cString: strerror(number)) }
        var isRefusal: Bool { number == ECONNREFUSED }
    }

    private let descriptor: Int32

    /// - Parameter patience: after so many seconds without a byte, reading fails.
    init(port: Int, patience: Int) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { throw Lost(number: errno) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        address.sin_port = UInt16(port).bigEndian
        let status = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        // `deinit` closes the descriptor then, too; closing it twice would close somebody else's.
        guard status == 0 else { throw Lost(number: errno) }
        var time = timeval(tv_sec: patience, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &time, socklen_t(MemoryLayout<timeval>.size))
        var yes: Int32 = 1
        setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &yes, socklen_t(MemoryLayout<Int32>.size))
    }

    deinit { close(descriptor) }

    func write(_ bytes: [UInt8]) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            if count < 0 {
                guard errno == EINTR else { throw Lost(number: errno) }
                continue
            }
            rest = rest.dropFirst(count)
        }
    }

    /// Whether reading would give bytes at once.
    var hasBytes: Bool {
        var byte: UInt8 = 0
        return recv(descriptor, &byte, 1, Int32(MSG_PEEK | MSG_DONTWAIT)) > 0
    }

    /// Some bytes, at least one.
    func read() throws -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: 16_384)
        while true {
            let count = recv(descriptor, &bytes, bytes.count, 0)
            if count > 0 { return Array(bytes.prefix(count)) }
            guard count < 0, errno == EINTR else { throw Lost(number: count == 0 ? 0 : errno) }
        }
    }
}
