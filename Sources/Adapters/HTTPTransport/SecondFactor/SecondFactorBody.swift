package import Domain

extension BodyReader {
    /// The password once more.
    ///
    /// - Throws: `.invalid` when it is missing or unreadable.
    package mutating func presentPassword() throws(Failure) -> Password {
        guard let password = value(AccountFields.presentPassword) else { throw .invalid(check.errors) }
        return password
    }

    /// A code.
    ///
    /// - Throws: `.invalid` when it is missing or unreadable.
    package mutating func oneTimeCode() throws(Failure) -> SecondFactorProof {
        guard let proof = value(AccountFields.oneTimeCode) else { throw .invalid(check.errors) }
        return proof
    }

    /// Both.
    ///
    /// - Throws: `.invalid` when one of them is missing or unreadable.
    package mutating func passwordAndCode() throws(Failure) -> (Password, SecondFactorProof) {
        let password = value(AccountFields.presentPassword)
        let proof = value(AccountFields.oneTimeCode)
        guard check.errors.isEmpty, let password, let proof else { throw .invalid(check.errors) }
        return (password, proof)
    }
}
