import CArgon2
import Domain

extension Argon2Hash {
    /// The hash of a password, with a tag of `tagLength` bytes.
    ///
    /// - Throws: `Failure.unavailable` when libargon2 fails, for want of memory for example.
    init(of password: Password, salt: [UInt8], parameters: Argon2Parameters) throws(Failure) {
        self.init(parameters: parameters, salt: salt, tag: [])
        var tag = [UInt8](repeating: 0, count: Argon2Hash.tagLength)
        let code = call(password, &tag) { argon2_ctx(&$0, variant.code) }
        guard code == ARGON2_OK else { throw Argon2Hash.failure(code) }
        self.tag = tag
    }

    /// Whether the hash is that of a password; compared in the same time wherever the two differ.
    ///
    /// - Throws: `Failure.unavailable` when libargon2 fails.
    func isHash(of password: Password) throws(Failure) -> Bool {
        var computed = [UInt8](repeating: 0, count: tag.count)
        let code = call(password, &computed) { context in
            tag.withUnsafeBytes { argon2_verify_ctx(&context, $0.bindMemory(to: CChar.self).baseAddress, variant.code) }
        }
        guard code == ARGON2_OK || code == ARGON2_VERIFY_MISMATCH else { throw Argon2Hash.failure(code) }
        return code == ARGON2_OK
    }

    private func call(
        _ password: Password, _ tag: inout [UInt8], _ function: (inout argon2_context) -> CInt
    ) -> Argon2_ErrorCodes {
        var salt = salt
        let code = password.withWipedBytes { password in
            tag.withUnsafeMutableBufferPointer { tag in
                salt.withUnsafeMutableBufferPointer { salt in
                    var context = argon2_context()
                    context.out = tag.baseAddress
                    context.outlen = UInt32(tag.count)
                    context.pwd = password.baseAddress
                    context.pwdlen = UInt32(password.count)
                    context.salt = salt.baseAddress
                    context.saltlen = UInt32(salt.count)
                    context.t_cost = parameters.passes
                    context.m_cost = parameters.memory
                    context.lanes = parameters.lanes
                    // One thread computes all lanes: libargon2 must start none beside ours.
                    context.threads = 1
                    context.version = version.rawValue
                    context.allocate_cbk = HashingMemory.allocate
                    context.free_cbk = HashingMemory.deallocate
                    return function(&context)
                }
            }
        }
        return Argon2_ErrorCodes(rawValue: code)
    }

    private static func failure(_ code: Argon2_ErrorCodes) -> Failure {
        .unavailable(Fault("libargon2: error \(code.rawValue)"))
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
