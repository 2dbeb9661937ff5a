import CArgon2
import Domain

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

extension Argon2Hash {
    /// The tag of a password, for every hash that is read.
    func tagByLibargon2(of password: Password) throws(Failure) -> [UInt8] {
        var (computed, salt) = ([UInt8](repeating: 0, count: tag.count), salt)
        let code = password.withWipedBytes { password in
            computed.withUnsafeMutableBufferPointer { tag in
                salt.withUnsafeMutableBufferPointer { salt in
                    var context = context
                    context.out = tag.baseAddress
                    context.outlen = UInt32(tag.count)
                    context.pwd = password.baseAddress
                    context.pwdlen = UInt32(password.count)
                    context.salt = salt.baseAddress
                    context.saltlen = UInt32(salt.count)
                    return argon2_ctx(&context, variant.code)
                }
            }
        }
        guard Argon2_ErrorCodes(rawValue: code) == ARGON2_OK else {
            throw .unavailable(Fault("libargon2: error \(code)"))
        }
        return computed
    }

    private var context: argon2_context {
        var context = argon2_context()
        context.t_cost = parameters.passes
        context.m_cost = parameters.memory
        context.lanes = parameters.lanes
        // One thread computes all lanes: libargon2 must start none beside ours.
        context.threads = 1
        context.version = version.rawValue
        context.allocate_cbk = Argon2Hash.allocate
        context.free_cbk = Argon2Hash.deallocate
        return context
    }

    /// Memory straight from the system, which has it back at once: malloc would keep blocks of this size.
    private static let allocate: allocate_fptr = { memory, bytes in
        let start = mmap(nil, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANON, -1, 0)
        guard let start, start != MAP_FAILED else { return ARGON2_MEMORY_ALLOCATION_ERROR.rawValue }
        memory?.pointee = start.assumingMemoryBound(to: UInt8.self)
        return ARGON2_OK.rawValue
    }

    private static let deallocate: deallocate_fptr = { memory, bytes in
        if let memory { munmap(memory, bytes) }
    }
}

extension Argon2Hash.Variant {
    fileprivate var code: argon2_type {
        switch self {
        case .argon2i: Argon2_i
        case .argon2id: Argon2_id
        }
    }
}
